import type { PersonCard, QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { column, plusCalendarDays, sides } from '@rettidig/vocabulary';
import { historyOf } from '../history.js';
import { committeeName, isKnownCommittee } from '../names.js';
import type { Organisation } from '../organisation.js';
import { seatTerms, type SeatTerm } from '../seats-over-time.js';
import { offices, representativeKinds } from '../words.js';
import { chosenOf } from './facets.js';
import type { SeatTermShown } from './list-seats.answer.js';
import { ListSeats, SeatList } from './list-seats.answer.js';
import { maySeeNames } from './names-shown.js';
import { listInMemory, organisationMemory, type About } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { askedAbout } from './organisation-reference.js';
import { byName } from './by-name.js';
import { dayCell, whenOf, whenWords } from './terms.answer.js';

/** What is known of a term without the store of names. */
type Row = Omit<SeatTermShown, 'name'>;

const rowOf = (organisation: Organisation, { seat, personId, term, next }: SeatTerm, day: LocalDate): Row => {
  const { seatId, committeeId, side, office = null, representativeKind } = seat;
  const isFollowed = next !== null && next.from === term.to;
  return {
    seatId,
    committeeId,
    committeeName: committeeName(organisation, committeeId) ?? committeeId,
    side,
    office,
    representativeKind,
    personId,
    from: term.from,
    to: term.to,
    state: whenOf(term, day),
    nextPersonId: next?.personId ?? null,
    nextFrom: next?.from ?? null,
    vacantFrom: personId === null || isFollowed ? null : term.to,
  };
};

function seatsOf(parameters: ListSeats, { reference, validOn: day }: About<OrganisationReference>) {
  const { organisation } = reference;
  const { committee, person, side, state = ['present'], holder, endsWithinDays, sort = 'committee' } = parameters;
  if (committee !== undefined && !isKnownCommittee(organisation, committee)) {
    throw notFound('organisation.committee-unknown', { committeeId: committee });
  }
  const last = endsWithinDays === undefined ? undefined : plusCalendarDays(day, endsWithinDays);
  const all = seatTerms(organisation)
    .map((term) => rowOf(organisation, term, day))
    .filter((row) => committee === undefined || row.committeeId === committee)
    .filter((row) => person === undefined || row.personId === person)
    .filter((row) => last === undefined || endsBy(row, day, last));
  const chosen = chosenOf(all, {
    side: { chosen: side, of: (row) => row.side },
    state: { chosen: state, of: (row) => row.state },
    holder: { chosen: holder, of: (row) => (row.personId === null ? 'vacant' : 'held') },
  });
  chosen.rows.sort(orderOf(organisation, sort));
  return chosen;
}

/** The term of somebody that ends after a day, and at the latest on another. */
const endsBy = ({ personId, to }: Row, day: LocalDate, last: LocalDate): boolean =>
  personId !== null && to !== null && day < to && to <= last;

const LAST = '9999-12-31';

/** Seats of a committee stand in the order in which they were created. */
function orderOf(organisation: Organisation, sort: string): (a: Row, b: Row) => number {
  const created = new Map([...historyOf(organisation).seats.keys()].map((seatId, at) => [seatId, at]));
  const turn = sort.startsWith('-') ? -1 : 1;
  const name = sort.replace(/^-/, '');
  const bySeat = (a: Row, b: Row): number =>
    (a.committeeId === b.committeeId
      ? 0
      : byName({ name: a.committeeName, id: a.committeeId }, { name: b.committeeName, id: b.committeeId })) ||
    created.get(a.seatId)! - created.get(b.seatId)! ||
    a.from.localeCompare(b.from);
  const days = (row: Row): string => (name === 'from' ? row.from : name === 'to' ? (row.to ?? LAST) : '');
  return (a, b) => turn * (days(a).localeCompare(days(b)) || bySeat(a, b));
}

const seats = listInMemory({ name: 'seats', memory: organisationMemory, found: seatsOf, show: (row) => row });

export const listSeats: QueryDefinition<ListSeats, SeatList, OrganisationReference> = {
  name: 'ListSeats',
  parameters: ListSeats,
  answer: SeatList,
  path: '/seats',
  tag: 'organisation',
  summary: { da: 'Hvem har hvilken plads hvornår', en: 'Who holds which seat when' },
  refusals: ['organisation.committee-unknown', 'cursor.unknown'],
  handle: async (parameters, context) => {
    const page = seats.page(parameters, context);
    const { validOn } = askedAbout(parameters, context);
    const shown = new Set(
      [...new Set(page.items.map(({ committeeId }) => committeeId))].filter((one) =>
        maySeeNames(context, one, validOn),
      ),
    );
    const people = page.items.flatMap(({ committeeId, personId }) => (shown.has(committeeId) ? (personId ?? []) : []));
    const cards = people.length === 0 ? new Map<string, PersonCard>() : await context.people([...new Set(people)]);
    const nameOf = (personId: string | null): string | null =>
      personId === null ? null : (cards.get(personId)?.name ?? null);
    return {
      ...page,
      items: page.items.map((row) => ({ ...row, name: shown.has(row.committeeId) ? nameOf(row.personId) : null })),
    };
  },
  csv: {
    fileName: { da: 'pladser', en: 'seats' },
    columns: [
      column('committee', 'MED-udvalg', 'Committee'),
      column('side', 'Side', 'Side'),
      column('office', 'Hverv', 'Office'),
      column('kind', 'Repræsenterer som', 'Represents as'),
      column('person', 'Person (id)', 'Person (id)'),
      column('from', 'Fra og med', 'From'),
      column('to', 'Første dag efter', 'First day after'),
      column('state', 'Status', 'State'),
      column('nextPerson', 'Afløses af (id)', 'Followed by (id)'),
      column('nextFrom', 'Afløses fra', 'Followed from'),
      column('vacantFrom', 'Ledig fra', 'Vacant from'),
    ],
    *rows(parameters, context) {
      const { language } = context;
      for (const row of seats.rows(parameters, context))
        yield {
          committee: row.committeeName,
          side: sides[row.side][language],
          office: row.office === null ? '' : offices[row.office][language],
          kind: representativeKinds[row.representativeKind][language],
          person: row.personId ?? '',
          from: dayCell(row.from),
          to: dayCell(row.to),
          state: whenWords[row.state][language],
          nextPerson: row.nextPersonId ?? '',
          nextFrom: dayCell(row.nextFrom),
          vacantFrom: dayCell(row.vacantFrom),
        };
    },
  },
};
