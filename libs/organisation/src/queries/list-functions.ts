import type { PersonCard, QueryDefinition } from '@rettidig/event-sourcing';
import { column } from '@rettidig/vocabulary';
import { committeeName, unitName } from '../names.js';
import { chosenOf } from './facets.js';
import type { About, Memory } from './list-in-memory.js';
import { listInMemory, organisationMemory } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { byName } from './by-name.js';
import { dayCell, sourceCell, whenOf } from './terms.answer.js';
import { appointmentsOf } from '../functions/appointments.js';
import type { Appointment, Functions } from '../functions/functions.js';
import { functionsKnownAt } from '../functions/functions.js';
import type { FunctionShown } from './list-functions.answer.js';
import { FunctionList, ListFunctions } from './list-functions.answer.js';
import { appointedTos, appointmentStates } from '../functions/words.js';

interface FunctionsAsked extends OrganisationReference {
  readonly functions: Functions;
}

const memory: Memory<FunctionsAsked> = {
  latest: ({ organisation, functions }) => {
    const [one, other] = [organisationMemory.latest({ organisation }), functions.told.at(-1)?.knownAt ?? ''];
    return one > other ? one : other;
  },
  knownAt: ({ organisation, functions }, at) => ({
    ...organisationMemory.knownAt({ organisation }, at),
    functions: functionsKnownAt(functions, at),
  }),
};

function shownOf(one: Appointment, { reference, validOn, language }: About<FunctionsAsked>): FunctionShown {
  const { appointmentId, to, of, personId, term, inError, source = null } = one;
  const { organisation } = reference;
  const unitId = to === 'unitManager' ? of : null;
  const committeeId = to === 'secretariat' ? of : null;
  return {
    ...{ appointmentId, function: to, functionText: appointedTos[to][language], unitId, committeeId },
    ofName:
      (unitId === null ? null : unitName(organisation, unitId)) ??
      (committeeId === null ? null : committeeName(organisation, committeeId)) ??
      null,
    ...{ personId, name: null, substituteFor: to === 'substitute' ? of : null, substituteForName: null },
    ...{ ...term, state: inError === null ? whenOf(term, validOn) : 'inError', inError, source },
  };
}

function found(parameters: ListFunctions, about: About<FunctionsAsked>) {
  const { unit, committee, person, function: functions, state, sort = 'function' } = parameters;
  const all = [...appointmentsOf(about.reference.functions).values()]
    .map((one) => shownOf(one, about))
    .filter(
      (row) =>
        (unit === undefined || row.unitId === unit) &&
        (committee === undefined || row.committeeId === committee) &&
        (person === undefined || row.personId === person || row.substituteFor === person),
    );
  const chosen = chosenOf(all, {
    function: { chosen: functions, of: (row) => row.function },
    state: { chosen: state, of: (row) => row.state },
  });
  chosen.rows.sort(orderOf(sort));
  return chosen;
}

const LAST = '9999-12-31';

function orderOf(sort: string): (a: FunctionShown, b: FunctionShown) => number {
  const name = sort.replace(/^-/, '');
  const first = (row: FunctionShown): string =>
    name === 'from' ? row.from : name === 'to' ? (row.to ?? LAST) : row.function;
  const named = (row: FunctionShown): { name: string; id: string } => ({
    name: row.ofName ?? row.substituteFor ?? '',
    id: `${row.from} ${row.appointmentId}`,
  });
  const turn = sort.startsWith('-') ? -1 : 1;
  return (a, b) => turn * (first(a).localeCompare(first(b)) || byName(named(a), named(b)));
}

const functions = listInMemory({ name: 'functions', memory, found, show: (row) => row });

/** Who manages which unit, who is of the secretariat, who stands in for whom, and when. Seats are in their own list. */
export const listFunctions: QueryDefinition<ListFunctions, FunctionList, FunctionsAsked> = {
  name: 'ListFunctions',
  parameters: ListFunctions,
  answer: FunctionList,
  path: '/functions',
  tag: 'organisation',
  summary: {
    da: 'Hvem leder, hvem er sekretariat, og hvem er stedfortræder',
    en: 'Who manages, who is of the secretariat, and who stands in for whom',
  },
  refusals: ['cursor.unknown'],
  handle: async (parameters, context) => {
    const page = functions.page(parameters, context);
    const ids = page.items.flatMap(({ personId, substituteFor }) => [personId, substituteFor ?? []].flat());
    const cards = ids.length === 0 ? new Map<string, PersonCard>() : await context.people([...new Set(ids)]);
    const nameOf = (id: string | null): string | null => (id === null ? null : (cards.get(id)?.name ?? null));
    const named = (row: FunctionShown): FunctionShown => ({
      ...row,
      name: nameOf(row.personId),
      substituteForName: nameOf(row.substituteFor),
    });
    return { ...page, items: page.items.map(named) };
  },
  csv: {
    fileName: { da: 'funktioner', en: 'functions' },
    columns: [
      column('function', 'Funktion', 'Function'),
      column('of', 'Enhed eller udvalg', 'Unit or committee'),
      column('person', 'Person (id)', 'Person (id)'),
      column('substituteFor', 'Stedfortræder for (id)', 'Substitute for (id)'),
      column('from', 'Fra og med', 'From'),
      column('to', 'Første dag efter', 'First day after'),
      column('state', 'Status', 'State'),
      column('inError', 'Fejl', 'Error'),
      column('source', 'Kilde', 'Source'),
    ],
    *rows(parameters, context) {
      const { language } = context;
      for (const row of functions.rows(parameters, context))
        yield {
          function: row.functionText,
          of: row.ofName ?? '',
          person: row.personId,
          substituteFor: row.substituteFor ?? '',
          from: dayCell(row.from),
          to: dayCell(row.to),
          state: appointmentStates[row.state][language],
          inError: row.inError ?? '',
          source: sourceCell(row.source, language),
        };
    },
  },
};
