import { line, type Step } from '../step.js';

interface Question {
  readonly key: string;
  readonly title: string;
  readonly whatIsKnown: string;
  readonly item: string;
  readonly lines: string;
}

/**
 * Two things that the minutes mention in passing. Whether MED had them is not said, so they are asked about and claim
 * nothing. That somebody asked is constructed for the demo: the minutes do not tell of it.
 */
const questions: readonly Question[] = [
  {
    key: 'question-tasks',
    title: 'Skulle nye opgaver og borgergrupper for dem, der flytter forvaltning, have været drøftet i MED?',
    whatIsKnown:
      'De berørte fik det at vide dagen før mødet. Referatet siger ikke, om et MED-udvalg har drøftet det. ' +
      'Opdigtet i demoen: at nogen har bedt om en vurdering.',
    item: 'item7',
    lines: '397',
  },
  {
    key: 'question-transfer',
    title:
      'Skulle det have været drøftet i MED, at medarbejdere skifter forvaltning til juni 2026 i stedet for i 2027?',
    whatIsKnown:
      'Fristen var april 2027; nu ventes det at ske inden udgangen af juni 2026. HovedMED fik det som en orientering, ' +
      'og en orientering er ikke en drøftelse. Opdigtet i demoen: at nogen har bedt om en vurdering.',
    item: 'item8',
    lines: '409-411',
  },
];

/** What stands on the list "Til vurdering" after the meeting: beside the six, never among them. */
export const possibleMissSteps: readonly Step[] = questions.map(({ key, title, whatIsKnown, item, lines }) => ({
  key,
  at: '2026-04-24T12:45:00.000Z',
  by: 'deputyChair',
  command: 'ReportPossibleMiss',
  message: (id) => ({ title, whatIsKnown, meetingId: id('meeting'), itemId: id(item), source: line(lines) }),
}));
