import type { Contact } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import { badOf, conflictsOf, keptOf, organisationOf, planContext, tableOf } from '../testing/structure-files.js';
import type { StructureDecisions } from './decisions.js';
import { planStructure } from './plan.js';

const CONTACTS = 'person-nummer;navn;mailadresse;sprog';
const person = (number: string): string => idOf('person', number);
const COMMITTEE = idOf('committee', 'H');
const SEAT = idOf('seat', 'P1');
/** One committee with one seat, whose holder is M1. */
const organisation = organisationOf([
  {
    type: 'UnitEstablished',
    data: { unitId: idOf('unit', '1'), name: 'Top', parentId: null, validFrom: '2025-01-01' },
  },
  {
    type: 'CommitteeEstablished',
    data: {
      ...{ committeeId: COMMITTEE, name: 'HovedMED', level: 'main', kind: 'main', parentId: null },
      ...{ covers: [idOf('unit', '1')], validFrom: '2025-01-01', predecessors: [] },
    },
  },
  {
    type: 'SeatCreated',
    data: {
      ...{ seatId: SEAT, committeeId: COMMITTEE, side: 'employees' },
      ...{ representativeKind: 'unionRepresentative', from: '2025-01-01' },
    },
  },
  { type: 'SeatFilled', data: { seatId: SEAT, personId: person('M1'), from: '2025-01-01' } },
]);

interface Known {
  readonly people?: Readonly<Record<string, string>>;
  readonly contacts?: Readonly<Record<string, Contact>>;
  readonly decisions?: StructureDecisions;
}

const planned = (lines: readonly string[], { people = {}, contacts = {}, decisions }: Known = {}) =>
  planStructure(tableOf(CONTACTS, ...lines), decisions, {
    ...planContext(organisation, people),
    found: { contacts: new Map(Object.entries(contacts)) },
  });
const contact = (part: Partial<Contact>): Contact => ({ address: null, language: 'da', notices: 'digest', ...part });

describe('a table of mail addresses', () => {
  it('is kept outside the log, with no command at all', () => {
    const plan = planned(['M1;Kim Eksempel;kim@eksempel.dk;engelsk', 'M2;;bo@eksempel.dk;']);
    expect(plan.steps).toEqual([
      { namePerson: { personId: person('M1'), name: 'Kim Eksempel' } },
      { keepContact: { personId: person('M1'), change: { address: 'kim@eksempel.dk', language: 'en' } } },
      { keepContact: { personId: person('M2'), change: { address: 'bo@eksempel.dk' } } },
    ]);
    expect(plan.preview).toMatchObject({ table: 'contacts', changesByKind: { PersonNamed: 1, ContactStated: 2 } });
    expect(plan.preview.changes.map(({ sentence }) => sentence)).toEqual([
      'Navnet Kim Eksempel gemmes.',
      'Kim Eksempel får mails på kim@eksempel.dk på engelsk.',
      'M2 får mails på bo@eksempel.dk.',
    ]);
  });

  it('says which numbers nobody in the register has, and keeps their addresses all the same', () => {
    const { preview, obstacle } = planned(['M1;;kim@eksempel.dk;', 'M2;;bo@eksempel.dk;']);
    expect(obstacle).toBeUndefined();
    expect(preview.notes.map(({ row }) => row)).toEqual([3]);
    expect(preview.notes[0]!.sentence).toContain(person('M2'));
  });

  it.each([
    ['M1;;Kim Eksempel <kim@eksempel.dk>;', 'row.not-a-mail-address'],
    ['M1;;kim@eksempel.dk, bo@eksempel.dk;', 'row.not-a-mail-address'],
    ['M1;;kim;', 'row.not-a-mail-address'],
    ['0101701234;;kim@eksempel.dk;', 'row.civil-registration-number'],
    [';;kim@eksempel.dk;', 'row.value-missing'],
    ['M1;;kim@eksempel.dk;klingonsk', 'row.unknown-word'],
  ])('does not read %s', (line, code) => {
    const plan = planned([line]);
    expect(badOf(plan)).toEqual([`2 ${code}`]);
    expect(plan.obstacle).toMatchObject({ code: 'import.bad-rows' });
    expect(keptOf(plan)).toEqual([]);
  });

  it('names a person once', () => {
    expect(badOf(planned(['M1;;kim@eksempel.dk;', 'M1;;kim@andet.dk;']))).toEqual(['3 row.twice']);
  });

  it('changes nothing where all is known, and asks where something else is', () => {
    const known = { [person('M1')]: contact({ address: 'kim@eksempel.dk' }) };
    expect(planned(['M1;;kim@eksempel.dk;dansk', 'M1x;;;'], { contacts: known })).toMatchObject({
      steps: [],
      preview: { unchangedRows: 2, conflictCount: 0 },
    });
    const other = ['M1;;ny@eksempel.dk;engelsk'];
    const asked = planned(other, { contacts: known });
    expect(conflictsOf(asked)).toEqual(['2 address*', '2 language*']);
    expect(asked.obstacle).toMatchObject({ code: 'import.conflicts' });
    const [conflict] = asked.preview.conflicts;
    expect(conflict).toMatchObject({ inRegister: 'kim@eksempel.dk', inFile: 'ny@eksempel.dk' });
    expect(keptOf(planned(other, { contacts: known, decisions: { otherwise: 'update' } }))).toEqual([
      { keepContact: { personId: person('M1'), change: { address: 'ny@eksempel.dk' } } },
      { keepContact: { personId: person('M1'), change: { language: 'en' } } },
    ]);
    expect(keptOf(planned(other, { contacts: known, decisions: { otherwise: 'skip' } }))).toEqual([]);
  });

  it('states the address of somebody who has only said what they want to be told', () => {
    const wished = { [person('M1')]: contact({ notices: 'none' }) };
    expect(keptOf(planned(['M1;;kim@eksempel.dk;'], { contacts: wished }))).toEqual([
      { keepContact: { personId: person('M1'), change: { address: 'kim@eksempel.dk' } } },
    ]);
  });
});
