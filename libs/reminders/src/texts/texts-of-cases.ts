import type { Text } from '@rettidig/event-sourcing';
import type { KindText, Said } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });
const said = (subject: Text, lead: Text): Said => ({ subject, lead });

const placed = (da: string, en: string, subject: Text): Said =>
  said(
    subject,
    text(
      `Sag {number} ({kind}, {unit}) står endnu ikke på dagsordenen for et møde i {committee}, der ligger tidsnok. ${da}`,
      `Case {number} ({kind}, {unit}) is not yet on the agenda of a meeting of {committee} that is early enough. ${en}`,
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
        'Materialet skal være sendt ud senest {day}, hvis sagen skal nå det sidste møde, før der besluttes.',
        'The papers must be sent out by {day} for the last meeting before the decision.',
        text(
          'Sag {number}: få sagen på dagsordenen i {committee} senest {day}',
          'Case {number}: put the case on an agenda of {committee} by {day}',
        ),
      ),
      meeting: placed(
        'Det sidste møde, før der besluttes, er {day}.',
        'The last meeting before the decision is on {day}.',
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
    name: text('intet møde kan nås i tide', 'no meeting is left in time'),
    ...said(
      text(
        'Sag {number}: intet møde i {committee} kan nås før {on}',
        'Case {number}: no meeting of {committee} is left before {on}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee} før {on}, og der er ikke noget møde tilbage, der kan nås.',
        'Case {number} ({kind}, {unit}) must be discussed in {committee} before {on}, and no meeting is left in time for that.',
      ),
    ),
    variants: {
      past: said(
        text(
          'Sag {number}: ingen drøftelse i {committee} registreret før {on}',
          'Case {number}: no discussion in {committee} recorded before {on}',
        ),
        text(
          'Sag {number} ({kind}, {unit}) skulle have været drøftet i {committee} før {on}, og det er ikke registreret, at det er sket.',
          'Case {number} ({kind}, {unit}) should have been discussed in {committee} before {on}, and it is not recorded that it was.',
        ),
      ),
    },
    todo: text(
      'Aftal, hvad der gøres, mens der er tid, og registrér det på sagen.',
      'Agree on what to do while there is time, and record it on the case.',
    ),
    dayLabel: text('Har ikke kunnet nås siden', 'Out of reach since'),
    page: 'case',
  },
  itemDue: {
    name: text('materialet skal afleveres', 'the material must be handed in'),
    ...said(
      text(
        'Sag {number}: aflever materialet til {committee} senest {day}',
        'Case {number}: hand in the material for {committee} by {day}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee} {meetingDay}. Materialet skal være hos sekretariatet senest {day}.',
        'Case {number} ({kind}, {unit}) is to be discussed in {committee} on {meetingDay}. The secretariat needs the material by {day}.',
      ),
    ),
    past: said(
      text(
        'Sag {number}: materialet til {committee} skulle være afleveret {day}',
        'Case {number}: the material for {committee} was due on {day}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee} {meetingDay}. Materialet skulle have været hos sekretariatet senest {day}.',
        'Case {number} ({kind}, {unit}) is to be discussed in {committee} on {meetingDay}. The secretariat needed the material by {day}.',
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
        'Materialet til sag {number} ({kind}, {unit}) skal være sendt ud til {committee} senest {day}. Mødet er {meetingDay}.',
        'The papers of case {number} ({kind}, {unit}) must be sent out to {committee} by {day}. The meeting is on {meetingDay}.',
      ),
    ),
    past: said(
      text(
        'Sag {number}: materialet til {committee} skulle være sendt {day}',
        'Case {number}: the papers for {committee} were due on {day}',
      ),
      text(
        'Materialet til sag {number} ({kind}, {unit}) skulle have været sendt ud til {committee} senest {day}. Mødet er {meetingDay}.',
        'The papers of case {number} ({kind}, {unit}) should have been sent out to {committee} by {day}. The meeting is on {meetingDay}.',
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
        'Sag {number}: hvornår besluttes den? Den skal drøftes i {committee} og har været uden dato siden {day}',
        'Case {number}: when will it be decided? It must go to {committee} and has had no date since {day}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skal drøftes i {committee}, før der besluttes. Sagen har været uden dato siden {day}, så ingen kan sige, hvilket møde der er det sidste.',
        'Case {number} ({kind}, {unit}) must be discussed in {committee} before it is decided. The case has had no date since {day}, so nobody can tell which meeting is the last one.',
      ),
    ),
    todo: text(
      'Skriv på sagen, hvornår der besluttes, eller hvornår ændringen sættes i gang. Kendes dagen ikke, så skriv den seneste dag, det kan blive.',
      'State on the case when it will be decided or when the change starts. If the day is not known, state the latest day that it can be.',
    ),
    dayLabel: text('Uden dato siden', 'Without a date since'),
    page: 'case',
  },
  nothingRecorded: {
    name: text('en dato er passeret, og intet er registreret', 'a date has passed and nothing is recorded'),
    ...said(
      text(
        'Sag {number}: er den besluttet? Det skulle ske senest {day}',
        'Case {number}: has it been decided? It was due by {day}',
      ),
      text(
        'Sag {number} ({kind}, {unit}) skulle være besluttet{body} senest {day}, og beslutningen er ikke registreret.',
        'Case {number} ({kind}, {unit}) was to be decided{body} by {day}, and the decision is not recorded.',
      ),
    ),
    variants: {
      start: said(
        text(
          'Sag {number}: er ændringen sat i gang? Det skulle ske senest {day}',
          'Case {number}: has the change started? It was due by {day}',
        ),
        text(
          'Sag {number} ({kind}, {unit}) skulle være sat i gang senest {day}, og det er ikke registreret.',
          'Case {number} ({kind}, {unit}) was to start by {day}, and that is not recorded.',
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
