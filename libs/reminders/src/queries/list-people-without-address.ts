import type { Language, QueryDefinition } from '@rettidig/event-sourcing';
import { countsOf, dayOf, pageAsked, pageOf } from '@rettidig/vocabulary';
import { heldFunctions, type Held } from '../held-functions.js';
import type { RemindersReference } from '../kind.js';
import { heldWords } from '../texts/held-words.js';
import {
  ListPeopleWithoutAddress,
  PeopleWithoutAddress,
  type PersonWithoutAddress,
} from './people-without-address.answer.js';

interface Row {
  readonly personId: string;
  readonly functions: readonly Held[];
}

type Filters = Pick<ListPeopleWithoutAddress, 'function' | 'committee'>;

/**
 * Who has a function and is told nothing, because no address of theirs is known. Somebody else of the same function may be
 * told, so that nothing is undeliverable and nobody would miss them.
 */
export const listPeopleWithoutAddress: QueryDefinition<
  ListPeopleWithoutAddress,
  PeopleWithoutAddress,
  RemindersReference
> = {
  name: 'ListPeopleWithoutAddress',
  parameters: ListPeopleWithoutAddress,
  answer: PeopleWithoutAddress,
  path: '/people/without-address',
  tag: 'reminders',
  summary: { da: 'Personer med en funktion, men uden mailadresse', en: 'People with a function and no mail address' },
  refusals: ['cursor.unknown'],
  handle: async (parameters, { views, reference, now, language, contacts: contactsOf }) => {
    const page = pageAsked('people-without-address', parameters, now);
    const held = heldFunctions({ views, reference, day: dayOf(page.at) });
    const contacts = await contactsOf([...held.keys()]);
    const without = [...held]
      .filter(([personId]) => (contacts.get(personId)?.address ?? null) === null)
      .map(([personId, functions]) => ({ personId, functions }));
    const rows = without.filter((row) => asked(row, parameters).length > 0).sort(byMost);
    const facets = {
      function: countsOf(without, (row) => codesOf(asked(row, { ...parameters, function: undefined }))),
    };
    return pageOf(rows, page, facets, (row) => shown(row, language));
  },
};

/** The functions of a person that are asked for. */
const asked = ({ functions }: Row, { function: codes, committee }: Filters): Held[] =>
  functions.filter(
    (one) =>
      (codes?.includes(one.function) ?? true) &&
      (committee === undefined || (one.committeeId !== null && committee.includes(one.committeeId))),
  );

const codesOf = (functions: readonly Held[]): string[] => [...new Set(functions.map((one) => one.function))];

const byMost = (one: Row, other: Row): number =>
  other.functions.length - one.functions.length || (one.personId < other.personId ? -1 : 1);

const shown = ({ personId, functions }: Row, language: Language): PersonWithoutAddress => ({
  personId,
  functions: functions.map(({ function: code, committeeId, unitId }) => ({
    ...{ function: code, functionText: heldWords[code][language], committeeId, unitId },
  })),
});
