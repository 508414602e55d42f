import type { Confidence, RosterPerson } from './draft.js';
import { given } from './given.js';
import { least, type Notes } from './notes.js';
import type { PersonRead } from './person.js';

/** An office told beside the list: `Referent: Anna Holm`. */
export interface Officer {
  readonly person: PersonRead;
  readonly office: NonNullable<RosterPerson['office']>;
  readonly line: number;
}

/** The list with the offices told beside it; who stands twice, shares an office or is nowhere said to be present. */
export function checkedRoster(
  found: readonly RosterPerson[],
  officers: readonly Officer[],
  presenceSaid: boolean,
  notes: Notes,
): RosterPerson[] {
  const all = officers.reduce((list, officer) => withOfficer(list, officer, notes), [...found]);
  if (found.length === 0) notes.warn('minutes.roster-missing');
  else if (!presenceSaid) notes.warn('minutes.presence-unclear', all[0]?.line);
  const names = new Map<string, number>();
  for (const { name } of all) names.set(name, (names.get(name) ?? 0) + 1);
  return all.map((person) => ({
    ...person,
    confidence: least(
      person.confidence,
      ofOthers(person, { all, twice: (names.get(person.name) ?? 0) > 1 }, notes),
      presenceSaid ? 'certain' : 'likely',
    ),
  }));
}

function withOfficer(list: readonly RosterPerson[], { person, office, line }: Officer, notes: Notes): RosterPerson[] {
  if (list.some(({ name }) => name === person.name))
    return list.map((one) =>
      one.name === person.name
        ? { ...one, office: one.office ?? office, confidence: least(one.confidence, 'likely') }
        : one,
    );
  const { excused: _excused, officeUnclear: _officeUnclear, ...said } = person;
  notes.warn('minutes.office-not-on-roster', line);
  return [...list, given<RosterPerson>({ ...said, office, presence: 'present', line, confidence: 'guess' })];
}

/** How sure a person is beside the others: one name twice, or two chairs, need somebody to look. */
function ofOthers(
  { name, office, line }: RosterPerson,
  { all, twice }: { readonly all: readonly RosterPerson[]; readonly twice: boolean },
  notes: Notes,
): Confidence {
  const rivals =
    office !== undefined && office !== 'secretary' && all.some((one) => one.office === office && one.name !== name);
  if (twice) notes.warn('minutes.name-twice', line);
  if (rivals) notes.warn('minutes.office-twice', line, { office });
  return twice || rivals ? 'guess' : 'certain';
}
