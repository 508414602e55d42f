import type { Confidence, LeftOut, MinutesItem } from '@rettidig/minutes';
import type { ItemForm } from '@rettidig/meetings';
import { itemForms } from '@rettidig/meetings';
import type { Words } from '@rettidig/vocabulary';
import type { AttendanceState, CommitteeMatch, ItemDifference, ItemState, RosterMatch, RosterState } from './states.js';

/** How a person says that an item was handled; `leave`: nothing is recorded of it. */
export type DecidedForm = ItemForm | 'leave';

const text = (da: string, en: string) => ({ da, en });

export const confidences: Words<Confidence> = {
  certain: text('sikkert', 'certain'),
  likely: text('sandsynligt', 'likely'),
  guess: text('gæt', 'guess'),
};

export const committeeMatches: Words<CommitteeMatch> = {
  exact: text('samme navn', 'the same name'),
  normalised: text('samme navn i en anden skrivemåde', 'the same name in another spelling'),
  onlyMain: text('det eneste hovedudvalg', 'the only main committee'),
  chosen: text('valgt', 'chosen'),
  none: text('ikke fundet', 'not found'),
};

export const meetingStates = {
  existing: text('findes', 'exists'),
  new: text('oprettes', 'will be scheduled'),
  approved: text('referatet er godkendt; intet ændres', 'minutes approved; nothing is changed'),
  unknown: text('ikke afklaret', 'not settled'),
};

export const rosterStates: Words<RosterState> = {
  matched: text('fundet', 'matched'),
  candidates: text('flere muligheder', 'several candidates'),
  unmatched: text('ikke fundet', 'not matched'),
  left: text('udeladt', 'left out'),
};

export const rosterMatches: Words<RosterMatch> = {
  name: text('navnet', 'the name'),
  office: text('hvervet', 'the office'),
  label: text('hvem pladsen repræsenterer', 'whom the seat represents'),
  labelGroup: text('lige så mange ens pladser som linjer', 'as many like seats as lines'),
  deputyFor: text('suppleant for et navngivet medlem', 'deputy for a named member'),
  decided: text('valgt', 'chosen'),
  created: text('oprettes', 'will be created'),
  left: text('udeladt efter valg', 'left out by choice'),
  notMember: text('ikke medlem', 'not a member'),
  otherHolder: text('pladsen har en anden', 'somebody else holds the seat'),
  vacantSeat: text('pladsen er ubesat', 'the seat is vacant'),
  several: text('flere pladser passer', 'several seats fit'),
  nothing: text('intet passer', 'nothing fits'),
};

export const attendanceStates: Words<AttendanceState> = {
  willBeRecorded: text('registreres', 'will be recorded'),
  willBeReplaced: text('erstattes af filens', 'will be replaced by what the file says'),
  same: text('er registreret', 'is recorded'),
  differs: text('er registreret anderledes', 'is recorded differently'),
  notSettled: text('mangler afklaring', 'not settled'),
  noRoster: text('ingen deltagerliste', 'no list of participants'),
};

export const itemStates: Words<ItemState> = {
  new: text('tilføjes', 'will be added'),
  added: text('behandlingen registreres', 'its handling will be recorded'),
  same: text('er registreret', 'is recorded'),
  differs: text('er registreret anderledes', 'is recorded differently'),
  left: text('udelades', 'left out'),
};

export const itemDifferences: Words<ItemDifference> = {
  title: text('anden titel', 'another title'),
  wording: text('titlen lyder anderledes', 'the title is worded differently'),
  form: text('behandlet på en anden måde', 'handled in another way'),
  jointSummary: text('registreret uden fælles opsamling', 'recorded without a joint summary'),
  summaryText: text('den fælles opsamling lyder anderledes', 'the joint summary is worded differently'),
  followUps: text('andet antal opfølgninger', 'another number of follow-ups'),
  followUpText: text('opfølgninger lyder anderledes', 'follow-ups are worded differently'),
  withdrawn: text('taget af dagsordenen', 'taken off the agenda'),
  doubtful: text('læst med tvivl', 'read with doubt'),
  closed: text('referatet er godkendt', 'minutes approved'),
};

export const readForms: Words<MinutesItem['form']> = {
  discussion: text('drøftelse', 'discussion'),
  briefing: text('orientering', 'briefing'),
  jointSummary: text('fælles opsamling uden referat', 'joint summary without minutes'),
  nothingSaid: text('intet at bemærke', 'nothing came up'),
  notStated: text('ikke oplyst', 'not stated'),
};

/** How an item is recorded to have been handled. */
export const formsRecorded: Words<ItemForm | 'jointSummary'> = {
  ...itemForms,
  jointSummary: readForms.jointSummary,
};

/** What a person can say of an item that the minutes leave open. */
export const decidedForms: Words<DecidedForm> = {
  ...itemForms,
  leave: text('registreres ikke', 'not recorded'),
};

/** What becomes of who came where it is recorded otherwise. */
export const attendanceChoices = {
  keep: text('det registrerede bliver stående', 'what is recorded stays'),
  replace: text('filens deltagerliste registreres i stedet', 'the list of the file is recorded instead'),
};

export const demandStates = {
  willBeRecorded: text('registreres', 'will be recorded'),
  same: text('er registreret', 'are recorded'),
  differs: text('et andet antal er registreret; intet tilføjes', 'another number is recorded; nothing is added'),
  left: text('udelades', 'left out'),
  none: text('ingen', 'none'),
};

export const leftOutReasons: Words<LeftOut['why']> = {
  blank: text('tom linje', 'blank'),
  noise: text('sidehoved, adresse eller markering', 'page header, address, or markup'),
  heading: text('overskrift', 'heading'),
  talk: text('drøftelsen selv', 'the discussion itself'),
  notUnderstood: text('ikke forstået', 'not understood'),
};
