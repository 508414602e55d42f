import type { Phrases } from './phrases.types.js';

/** Sentences as a municipal employee would write them. */
export const danish: Phrases = {
  weekdays: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  months: [
    ...['januar', 'februar', 'marts', 'april', 'maj', 'juni'],
    ...['juli', 'august', 'september', 'oktober', 'november', 'december'],
  ],
  day: ({ weekday, day, month, year, week }) => `${weekday} den ${day}. ${month} ${year} (uge ${week})`,
  stepName: {
    alignment: 'Forventningsafstemning',
    draftReady: 'Udkast klar',
    contactCommittee: 'Kontaktudvalg',
    itemIn: 'Punkt meldt ind',
    papersOut: 'Materiale ude',
    preMeeting: 'Formøder',
    meeting: 'MED-møde',
    recommendation: 'Indstilling sendt',
    presentation: 'Forelæggelse',
    decision: 'Beslutning',
    start: 'Iværksættelse',
  },
  step: {
    alignment: (day) => `Forventningerne skal være afstemt med MED senest ${day}, før udkastet skrives`,
    draftReady: (day) => `Udkastet skal være klar senest ${day}`,
    contactCommittee: (day) => `Kontaktudvalget mødes ${day}`,
    itemIn: (day) => `Punktet skal være meldt ind senest ${day}`,
    papersOut: (day) => `Materialet skal være ude senest ${day}`,
    preMeeting: (day) => `Formøderne holdes ${day}`,
    meeting: (day) => `MED-udvalget mødes ${day}`,
    recommendation: (day, body) => `Indstillingen til ${body} skal være sendt senest ${day}`,
    presentation: (day, body) => `Sagen forelægges for ${body} ${day}`,
    decision: (day, body) => `Beslutningen træffes af ${body} ${day}`,
    start: (day) => `Ændringen sættes i gang ${day}`,
  },
  stepAtLatest: {
    recommendation: (day, body) => `Indstillingen til ${body} skal være sendt senest ${day}`,
    presentation: (day, body) => `Sagen forelægges for ${body} senest ${day}`,
    decision: (day, body) => `Beslutningen træffes af ${body} senest ${day}`,
    start: (day) => `Ændringen sættes i gang senest ${day}`,
  },
  decidesUnknown: (day) => `Beslutningen træffes ${day}; hvem der beslutter, er ikke oplyst`,
  withoutDay: {
    draftReady: 'Udkastet skal være klar før mødet',
    itemIn: 'Punktet skal meldes ind før mødet',
    papersOut: 'Materialet skal ud før mødet',
  },
  rule: {
    timetable: ({ days, version }) => `${days}, efter udvalgets tidsplan ${version}`,
    politicalTimetable: ({ days, version }) => `${days}, efter tidsplan ${version} for indstillinger`,
    planned: () => 'som planlagt på sagen',
    plannedAtLatest: () => 'sagen siger »senest«, så det kan blive før',
    meeting: () => 'efter mødeplanen',
    preMeeting: ({ days, version }) =>
      `formøderne, ${days}, skal have materialet at mødes om, efter udvalgets tidsplan ${version}`,
    contactCommittee: ({ days, version }) =>
      `kontaktudvalget, ${days}, skal have et udkast at arbejde med, efter udvalgets tidsplan ${version}`,
    notAgreed: () => 'frist ikke aftalt',
    waived: ({ days, version }) =>
      `formand og næstformand har sammen fraveget fristen (${days}, efter udvalgets tidsplan ${version})`,
  },
  onTheDay: 'frist ikke aftalt, så senest på selve dagen',
  before: { meeting: (days) => `${days} før mødet`, politicalMeeting: (days) => `${days} før det politiske møde` },
  sameDay: { meeting: 'samme dag som mødet', politicalMeeting: 'samme dag som det politiske møde' },
  health: {
    onTrack: 'efter planen',
    atRisk: 'i risiko for ikke at nå det',
    pastLatestDate: 'sidste frist overskredet',
    unconfirmed: 'datoen er passeret, intet registreret',
  },
  beforePoint: {
    presentation: 'før forelæggelsen',
    forInformation: 'før orienteringen',
    recommendation: 'før indstillingen',
    decision: 'før beslutningen',
    start: 'før iværksættelsen',
  },
  point: {
    presentation: 'forelæggelsen',
    forInformation: 'orienteringen',
    recommendation: 'indstillingen',
    decision: 'beslutningen',
    start: 'iværksættelsen',
  },
  noneLeft: (before) => `Ingen møder tilbage, der kan nås ${before}`,
  noneAhead: 'Ingen møder i mødeplanen, der kan nås',
  nextMeeting: (day) => `næste møde, der kan nås, er ${day}`,
  nextMeetingTooLate: (day) => `næste møde er først ${day}, og det er for sent`,
  noneCalled: 'der er ikke indkaldt flere',
  extraordinary: {
    inTime: (day) => `Et ekstraordinært møde kan tidligst holdes ${day}, og det er tidsnok.`,
    tooLate: (day) => `Et ekstraordinært møde kan tidligst holdes ${day}; heller ikke det er tidsnok.`,
  },
  noExtraordinary: 'Et ekstraordinært møde kan ikke holdes: udvalget er ikke i kraft de næste to år.',
  move: {
    nextMeeting: (point, body, day) =>
      `Skal næste møde være tidsnok, må ${point} (${body}) flyttes til tidligst ${day}.`,
    extraordinary: (point, body, day) =>
      `Skal det ekstraordinære møde være tidsnok, må ${point} (${body}) flyttes til tidligst ${day}.`,
  },
};
