import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** The refusals of this slice by code, with details in braces. */
export const breachRefusals = {
  'breach.unknown': text('Registreringen findes ikke.', 'There is no such record.'),
  'breach.committee-unknown': text('MED-udvalget findes ikke.', 'There is no such committee.'),
  'breach.in-the-future': text('{day} ligger i fremtiden.', '{day} lies in the future.'),
  'breach.meeting-unknown': text('Mødet findes ikke.', 'There is no such meeting.'),
  'breach.meeting-of-another-committee': text(
    'Mødet hører til et andet MED-udvalg.',
    'The meeting is one of another committee.',
  ),
  'breach.item-unknown': text(
    'Punktet findes ikke på mødets dagsorden. Angiv også mødet.',
    'There is no such item on the agenda of the meeting. Name the meeting too.',
  ),
  'breach.number-taken': text('Der er allerede et krav {number}.', 'There already is a demand {number}.'),
  'breach.demand-unknown': text('Kravet findes ikke.', 'There is no such demand.'),
  'breach.answered-before-raised': text(
    'Svaret kan ikke være fra den {day}: kravet blev stillet den {raisedOn}.',
    'The answer cannot be from {day}: the demand was raised on {raisedOn}.',
  ),
} satisfies Readonly<Record<string, Text>>;
