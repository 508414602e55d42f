import type { Text } from '@rettidig/event-sourcing';

const text = (da: string, en: string): Text => ({ da, en });

/** The refusals about screening rounds by code, with details in braces. */
export const screeningRefusals = {
  'screeningForum.unknown': text('Mødeforummet findes ikke.', 'There is no such forum.'),
  'screening.round-unknown': text('Screeningsmødet findes ikke.', 'There is no such screening round.'),
  'screening.candidate-unknown': text('Punktet findes ikke på mødet.', 'There is no such candidate in the round.'),
  'screening.already-ended': text('Mødeforummet er allerede ophørt.', 'The forum has ended already.'),
  'screening.ends-before-it-starts': text(
    'Mødeforummet kan ikke ophøre, før det begyndte den {from}.',
    'The forum cannot end before it began on {from}.',
  ),
  'screening.period-of-another-rhythm': text(
    'Perioden {period} passer ikke til mødets rytme: en måned skrives 2026-05, et kvartal 2026-Q2.',
    'The period {period} does not fit the rhythm: a month is written 2026-05, a quarter 2026-Q2.',
  ),
  'screening.period-outside': text('Mødeforummet var ikke aftalt i {period}.', 'The forum was not agreed in {period}.'),
  'screening.day-outside-period': text(
    'Dagen ligger uden for {period}, som går fra {first} til {last}.',
    'The day lies outside {period}, which goes from {first} to {last}.',
  ),
  'screening.day-without-a-duty': text(
    'En dato for MED hører til »ja« eller »senere«, ikke til »nej«.',
    'A day for MED belongs to "yes" or "later", not to "no".',
  ),
  'screening.title-twice': text(
    'Mødet har allerede et punkt med den titel. Vurdér det, eller giv det nye en anden titel.',
    'The round has a candidate of that title already. Assess that one, or give the new one another title.',
  ),
  'screening.round-exists': text('Der er allerede et møde for {period}.', 'There already is a round of {period}.'),
  'screening.round-held': text('Mødet er afholdt og lukket.', 'The round was held and is closed.'),
  'screening.candidate-twice': text('Det er allerede på mødet.', 'It is a candidate of the round already.'),
  'screening.origin-unclear': text(
    'Angiv højst ét sted, punktet kommer fra; fra et tidligere møde både møde og punkt.',
    'Name one place at most that the candidate comes from; of an earlier round both round and candidate.',
  ),
  'screening.unit-unknown': text('Enheden findes ikke.', 'There is no such unit.'),
  'screening.committee-unknown': text('MED-udvalget findes ikke.', 'There is no such committee.'),
  'screening.committee-missing': text(
    'Skal det i MED, så angiv hvilket MED-udvalg.',
    'When it goes to MED, name the committee.',
  ),
  'screening.in-the-future': text('{day} ligger i fremtiden.', '{day} lies in the future.'),
  'screening.candidates-unassessed': text(
    'Mødet kan ikke lukkes: {count} punkter er ikke vurderet.',
    'The round cannot be closed: {count} candidates are not assessed.',
  ),
} satisfies Readonly<Record<string, Text>>;
