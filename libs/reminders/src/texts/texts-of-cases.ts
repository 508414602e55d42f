import type { Text } from '@rettidig/event-sourcing';
import type { KindText, Said } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });
const said = (subject: Text, lead: Text): Said => ({ subject, lead });

const placed = (da: string, en: string, subject: Text): Said =>
  said(
    subject,
    text(
      `Sag {number} ({kind}, {unit}) står ikke på nogen dagsorden i {committee} endnu. ${da}`,
      `Case {number} ({kind}, {unit}) stands on no agenda of {committee} yet. ${en}`,
    ),
  );

/** Kinds that follow from the dates of a case and from its plan. */
export const textsOfCases = {
  notPlaced: {
    name: text('sagen mangler på en dagsorden', 'the case stands on no agenda'),
    ...placed(
      'Punktet skal være meldt ind senest {day}, hvis sagen skal nå det sidste møde, før der besluttes.',
      'The item must be in by {day} for the last meeting before the decision.',
      text(
        'Sag {number}: meld punktet ind til {committee} senest {day}',
        'Case {number}: hand the item in to {committee} by {day}',
      ),
    ),
    variants: {
      papersOut: placed(
        'Materialet skal være ude senest {day}, hvis sagen skal nå det sidste møde, før der besluttes.',
        'The papers must be out by {day} for the last meeting before the decision.',
        text(
          'Sag {number}: få sagen på dagsordenen i {committee} senest {day}',
          'Case {number}: put the case on an agenda of {committee} by {day}',
        ),
      ),
      meeting: placed(
        'Det sidste møde, før der besluttes, er {day}.',
        'The last meeting before the decision is {day}.',
        text(
          'Sag {number}: få sagen på dagsordenen i {committee} til {day}',
          'Case {number}: put the case on the agenda of {committee} for {day}',
        ),
      ),
    },
    past: placed(
      'Fristen for det sidste møde, før der besluttes, var {day}.',
      'The deadline for the last meeting before the decision was {day}.',
      text(
        'Sag {number}: fristen for at nå {committee} var {day}',
        'Case {number}: the deadline for {committee} was {day}',
      ),
    ),
    todo: text(
      'Meld punktet ind hos sekretariatet. Er datoerne på sagen blevet andre, så ret dem, og fristen følger med.',
      'Hand the item in to the secretariat. If the dates of the case have changed, correct them and the deadline follows.',
    ),
    dayLabel: text('Sidste frist', 'Last day'),
    isDeadline: true,
    page: 'case',
  },
  noMeetingLeft: {
    name: text('intet møde kan nå det', 'no meeting is left in time'),
    ...said(
      text(
        'Sag {number}: siden {day} har der ikke været et møde i {committee}, der kan nå det',
        'Case {number}: since {day} no meeting of {committee} is left in time',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee} før {on}, og intet møde er tilbage, som kan nå det.',
        'Case {number} ({kind}, {unit}) must be discussed in {committee} before {on}, and no meeting is left in time.',
      ),
    ),
    variants: {
      past: said(
        text(
          'Sag {number}: intet møde i {committee} nåede det før {on}',
          'Case {number}: no meeting of {committee} was in time before {on}',
        ),
        text(
          'Sag {number} ({kind}, {unit}) skulle have været drøftet i {committee} før {on}, og intet møde nåede det.',
          'Case {number} ({kind}, {unit}) had to be discussed in {committee} before {on}, and no meeting was in time.',
        ),
      ),
    },
    todo: text(
      'Aftal, hvad der gøres, mens der er tid, og registrér det på sagen.',
      'Agree on what to do while there is time, and record it on the case.',
    ),
    dayLabel: text('Kan ikke nås siden', 'Not in time since'),
    page: 'case',
  },
  itemDue: {
    name: text('materialet skal meldes ind', 'the item must be in'),
    ...said(
      text(
        'Sag {number}: aflever materialet til {committee} senest {day}',
        'Case {number}: hand in the material for {committee} by {day}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee} {meetingDay}. Materialet skal være hos sekretariatet senest {day}.',
        'Case {number} ({kind}, {unit}) is to be discussed in {committee} {meetingDay}. The secretariat needs the material by {day}.',
      ),
    ),
    past: said(
      text(
        'Sag {number}: materialet til {committee} skulle være afleveret {day}',
        'Case {number}: the material for {committee} was due {day}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee} {meetingDay}. Materialet skulle have været hos sekretariatet {day}.',
        'Case {number} ({kind}, {unit}) is to be discussed in {committee} {meetingDay}. The secretariat needed the material by {day}.',
      ),
    ),
    todo: text(
      'Læg materialet på sagen, så sekretariatet kan sende det ud.',
      'File the material on the case, so that the secretariat can send it out.',
    ),
    dayLabel: text('Materialet afleveres', 'Material due'),
    isDeadline: true,
    page: 'case',
  },
  papersDue: {
    name: text('materialet skal ud', 'the papers must go out'),
    ...said(
      text(
        'Sag {number}: send materialet til {committee} senest {day}',
        'Case {number}: send the papers to {committee} by {day}',
      ),
      text(
        'Materialet til sag {number} ({kind}, {unit}) skal være ude hos {committee} senest {day}. Mødet er {meetingDay}.',
        'The papers of case {number} ({kind}, {unit}) must be out to {committee} by {day}. The meeting is {meetingDay}.',
      ),
    ),
    past: said(
      text(
        'Sag {number}: materialet til {committee} skulle være sendt {day}',
        'Case {number}: the papers for {committee} were due {day}',
      ),
      text(
        'Materialet til sag {number} ({kind}, {unit}) skulle have været ude hos {committee} {day}. Mødet er {meetingDay}.',
        'The papers of case {number} ({kind}, {unit}) had to be out to {committee} by {day}. The meeting is {meetingDay}.',
      ),
    ),
    todo: text('Send materialet ud, og registrér det på sagen.', 'Send the papers out and record it on the case.'),
    dayLabel: text('Materialet sendes', 'Papers due'),
    isDeadline: true,
    page: 'case',
  },
  dateNotStated: {
    name: text('sagen har ingen dato', 'the case has no date'),
    ...said(
      text(
        'Sag {number}: hvornår besluttes den? {committee} venter, og ingen dato er oplyst siden {day}',
        'Case {number}: when is it decided? {committee} waits, and no date is stated since {day}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee}, før der besluttes. Der er ikke oplyst nogen dato siden {day}, så ingen kan sige, hvilket møde der er det sidste.',
        'Case {number} ({kind}, {unit}) must be discussed in {committee} before it is decided. No date has been stated since {day}, so nobody can tell which meeting is the last one.',
      ),
    ),
    todo: text(
      'Skriv på sagen, hvornår der besluttes, eller hvornår ændringen sættes i gang. Er dagen ikke kendt, så skriv "senest".',
      'Say on the case when it is decided or when the change starts. If the day is not known, say "at the latest".',
    ),
    dayLabel: text('Uden dato siden', 'Without a date since'),
    page: 'case',
  },
  nothingRecorded: {
    name: text('en dato er passeret, og intet er registreret', 'a date has passed and nothing is recorded'),
    ...said(
      text('Sag {number}: hvad blev der besluttet {day}?', 'Case {number}: what was decided {day}?'),
      text(
        'Sag {number} ({kind}, {unit}) skulle besluttes{body} {day}, og intet er registreret.',
        'Case {number} ({kind}, {unit}) was to be decided{body} {day}, and nothing is recorded.',
      ),
    ),
    variants: {
      start: said(
        text('Sag {number}: er ændringen sat i gang {day}?', 'Case {number}: did the change start {day}?'),
        text(
          'Sag {number} ({kind}, {unit}) skulle sættes i gang {day}, og intet er registreret.',
          'Case {number} ({kind}, {unit}) was to start {day}, and nothing is recorded.',
        ),
      ),
    },
    todo: text(
      'Registrér, hvad der skete, eller ret datoen, hvis den er flyttet.',
      'Record what happened, or correct the date if it was moved.',
    ),
    dayLabel: text('Planlagt til', 'Planned for'),
    page: 'case',
  },
} satisfies Readonly<Record<string, KindText>>;
