import type { Contact, ContactChange, Language } from '@rettidig/event-sourcing';
import { isMailAddress } from '@rettidig/mail';
import { everAppointed } from '@rettidig/organisation';
import type { Cells } from '../tables/cells.js';
import { structureTables } from './columns.js';
import { Conflicts, said } from './conflicts.js';
import { isCivilRegistrationNumber } from './holders.js';
import { idFor } from './people-to-ask.js';
import type { PlanFrom, PlannedRow, PrivateStep, TablePlan } from './planned.js';
import { faultless, onceEach } from './reading.js';
import { languageWords } from './vocabulary.js';

interface ContactRow {
  readonly cells: Cells;
  /** Their staff number. */
  readonly person: string;
  readonly personId: string;
  readonly name?: string;
  readonly address?: string;
  readonly language?: Language;
}

const table = structureTables.find(({ name }) => name === 'contacts')!;

/** What a table of mail addresses would do: nothing of it enters the log. An empty cell says nothing. */
export function planContacts(rows: readonly Cells[], from: PlanFrom): TablePlan {
  const { bad } = from;
  const isKnown = knownFrom(from);
  const read = faultless(
    onceEach(rows.map(contactIn), 'person', ({ personId }) => personId),
    bad,
  );
  return {
    rows: read.map((row) => plannedContact(row, from)),
    byName: [],
    notes: read
      .filter(({ personId }) => !isKnown(personId))
      .map(({ cells, personId }) => ({ row: cells.row, code: 'row.without-function', details: { personId } })),
    names: new Map(
      read.map(({ personId, person, name }) => [personId, name ?? from.people.get(personId)?.name ?? person]),
    ),
  };
}

/** Whether a person ever had a seat or another function. Whoever owns a case may have neither. */
function knownFrom({ history, functions }: PlanFrom): (personId: string) => boolean {
  const holders = [...history.seats.values()].flatMap((seat) => seat.holders.map(({ personId }) => personId));
  const known = new Set([...holders, ...everAppointed(functions)]);
  return (personId) => known.has(personId);
}

function contactIn(cells: Cells): ContactRow | undefined {
  const [person, name, address] = [cells.number('person'), cells.text('name'), cells.text('address')];
  const language = cells.word('language', languageWords);
  if (person !== undefined && isCivilRegistrationNumber(person)) cells.wrong('person', 'row.civil-registration-number');
  if (address !== undefined && !isMailAddress(address))
    cells.wrong('address', 'row.not-a-mail-address', { value: `“${address}”` });
  if (person === undefined) return undefined;
  return {
    ...{ cells, person, personId: idFor('person', person) },
    ...(name !== undefined && { name }),
    ...(address !== undefined && { address }),
    ...(language !== undefined && { language }),
  };
}

/** What is not known yet is kept; what is known otherwise is asked about. */
function plannedContact(row: ContactRow, { people, contacts }: PlanFrom): PlannedRow {
  const { cells, personId, name } = row;
  const conflicts = new Conflicts(cells.row, table);
  const kept: PrivateStep[] = [];
  const [known, contact] = [people.get(personId)?.name, contacts.get(personId)];
  const naming = name === undefined ? [] : [{ namePerson: { personId, name } }];
  if (known === undefined) kept.push(...naming);
  else if (name !== undefined && name !== known) conflicts.add('name', said(known), said(name), { kept: naming });
  const fresh = freshIn(row, contact);
  if (Object.keys(fresh).length > 0) kept.push({ keepContact: { personId, change: fresh } });
  if (contact) compare(row, contact, conflicts);
  return { row: cells.row, after: [], buildsOn: [], kept, conflicts: conflicts.found };
}

const freshIn = ({ address, language }: ContactRow, contact: Contact | undefined): ContactChange => ({
  ...(address !== undefined && !contact?.address && { address }),
  ...(language !== undefined && !contact && { language }),
});

function compare({ personId, address, language }: ContactRow, contact: Contact, conflicts: Conflicts): void {
  const updated = (change: ContactChange) => ({ kept: [{ keepContact: { personId, change } }] });
  if (address !== undefined && contact.address !== null && contact.address !== address)
    conflicts.add('address', said(contact.address), said(address), updated({ address }));
  if (language !== undefined && contact.language !== language)
    conflicts.add('language', languageWords[contact.language], languageWords[language], updated({ language }));
}
