import type { Text } from '@rettidig/event-sourcing';
import type { Column, TableDefinition } from '../tables/column.js';

const text = (da: string, en: string): Text => ({ da, en });

const UNTIL = text(
  'Den sidste dag, hvor det gælder; tom, når det gælder fortsat.',
  'The last day on which it holds; empty while it holds.',
);

/** The last day, as people write it; short headings mean the same. */
const until = (heading: Text, ...also: readonly string[]): Column => ({
  key: 'to',
  heading,
  also,
  needs: 'nothing',
  says: UNTIL,
  example: '',
});

const VALID_UNTIL = until(
  text('gyldig til og med', 'valid through'),
  'gyldig til',
  'valid to',
  'valid to and including',
);

const from = (key: string, heading: Text): Column => ({
  key,
  heading,
  needs: 'value',
  says: text('Den første dag.', 'The first day.'),
  example: '2026-01-01',
});

const PERSON: Column = {
  key: 'person',
  heading: text('person-nummer', 'person number'),
  needs: 'value',
  says: text('Et medarbejdernummer, aldrig et CPR-nummer.', 'A staff number, never a civil registration number.'),
  example: 'M1001',
};

const NAME_OF_PERSON: Column = {
  key: 'name',
  heading: text('navn', 'name'),
  needs: 'nothing',
  says: text('Gemmes uden for loggen og kan slettes.', 'Kept outside the log; can be erased.'),
  example: 'Kim Eksempel',
};

/** Names of the tables of a structure. */
export type StructureTableName = 'units' | 'committees' | 'seats' | 'holders' | 'contacts';

export interface StructureTable extends TableDefinition {
  readonly name: StructureTableName;
}

const units: StructureTable = {
  name: 'units',
  text: text('enheder', 'units'),
  columns: [
    {
      key: 'number',
      heading: text('enhedsnummer', 'unit number'),
      needs: 'value',
      says: text('Jeres eget nummer. Det binder filens rækker sammen.', 'Your own number; it ties the rows together.'),
      example: '4711',
    },
    {
      key: 'name',
      heading: text('navn', 'name'),
      needs: 'value',
      says: text('Hvad enheden hedder.', 'What the unit is called.'),
      example: 'Center Nord',
    },
    {
      key: 'parent',
      heading: text('overenhed', 'parent unit'),
      needs: 'heading',
      says: text('Nummeret på enheden over; tom for den øverste.', 'Number of the unit above; empty for the top.'),
      example: '',
    },
    from('from', text('gyldig fra', 'valid from')),
    VALID_UNTIL,
    {
      key: 'successors',
      heading: text('efterfølgere', 'successors'),
      needs: 'nothing',
      says: text('Enheder, der tog over; numre med komma.', 'Units that took over; numbers with commas.'),
      example: '',
    },
  ],
};

const committees: StructureTable = {
  name: 'committees',
  text: text('MED-udvalg', 'committees'),
  columns: [
    {
      key: 'number',
      heading: text('udvalgsnummer', 'committee number'),
      needs: 'value',
      says: text('Jeres eget nummer.', 'Your own number.'),
      example: 'U1',
    },
    {
      key: 'name',
      heading: text('navn', 'name'),
      needs: 'value',
      says: text('Hvad udvalget hedder.', 'What the committee is called.'),
      example: 'LokalMED Nord',
    },
    {
      key: 'level',
      heading: text('niveau', 'level'),
      needs: 'value',
      says: text('hoved, område eller lokal.', 'main, area or local.'),
      example: 'lokal',
    },
    {
      key: 'kind',
      heading: text('art', 'kind'),
      needs: 'value',
      says: text(
        'HovedMED, OmrådeMED, LokalMED, OvergangslokalMED, personalemøde med MED-status eller TRIO.',
        'Main, area, local or transitional local committee, staff meeting with MED status, or trio.',
      ),
      example: 'LokalMED',
    },
    {
      key: 'covers',
      heading: text('dækker enheder (numre, komma)', 'covers units (numbers, comma)'),
      needs: 'value',
      says: text(
        'Enheder med alt under dem; numre eller entydige navne.',
        'Units with all below them; numbers or unique names.',
      ),
      example: '4711',
    },
    {
      key: 'parent',
      heading: text('overudvalg', 'parent committee'),
      needs: 'heading',
      says: text('Nummeret på udvalget over; tom for HovedMED.', 'Number of the committee above; empty for the main.'),
      example: '',
    },
    from('from', text('gyldig fra', 'valid from')),
    VALID_UNTIL,
    {
      key: 'predecessors',
      heading: text('forgængere', 'predecessors'),
      needs: 'nothing',
      says: text('Udvalg, som det trådte i stedet for.', 'Committees that it took the place of.'),
      example: '',
    },
  ],
};

const seats: StructureTable = {
  name: 'seats',
  text: text('pladser', 'seats'),
  columns: [
    {
      key: 'number',
      heading: text('pladsnummer', 'seat number'),
      needs: 'value',
      says: text('Jeres eget nummer.', 'Your own number.'),
      example: 'P1',
    },
    {
      key: 'committee',
      heading: text('udvalgsnummer', 'committee number'),
      needs: 'value',
      says: text('Udvalget; nummer eller entydigt navn.', 'The committee; number or unique name.'),
      example: 'U1',
    },
    {
      key: 'side',
      heading: text('side', 'side'),
      needs: 'value',
      says: text('ledelse (A-side) eller medarbejdere (B-side).', 'management or employees.'),
      example: 'medarbejdere',
    },
    {
      key: 'office',
      heading: text('hverv', 'office'),
      needs: 'heading',
      says: text('formand, næstformand, sekretær eller tom.', 'chair, deputy chair, secretary or empty.'),
      example: 'næstformand',
    },
    {
      key: 'kind',
      heading: text('repræsentantart', 'representative kind'),
      needs: 'value',
      says: text('leder, TR, FTR, AMR og så videre.', 'manager, union representative and so on.'),
      example: 'tillidsrepræsentant',
    },
    {
      key: 'label',
      heading: text('repræsenterer', 'represents'),
      needs: 'nothing',
      says: text(
        'Organisation eller valggruppe. Gemmes uden for loggen og kan slettes.',
        'Union or constituency. Kept outside the log; can be erased.',
      ),
      example: 'Valggruppe A',
    },
    from('from', text('gyldig fra', 'valid from')),
    VALID_UNTIL,
  ],
  moreExamples: [['P2', 'U1', 'ledelse', 'formand', 'leder', '', '2026-01-01', '']],
};

const holders: StructureTable = {
  name: 'holders',
  text: text('pladsholdere', 'holders'),
  columns: [
    {
      key: 'seat',
      heading: text('pladsnummer', 'seat number'),
      needs: 'value',
      says: text('Pladsen.', 'The seat.'),
      example: 'P1',
    },
    PERSON,
    NAME_OF_PERSON,
    from('from', text('fra', 'from')),
    until(text('til og med', 'through'), 'til', 'to', 'to and including'),
  ],
  moreExamples: [['P2', 'M1002', 'Bo Prøve', '2026-01-01', '2027-12-31']],
};

const contacts: StructureTable = {
  name: 'contacts',
  text: text('mailadresser', 'mail addresses'),
  columns: [
    PERSON,
    NAME_OF_PERSON,
    {
      key: 'address',
      heading: text('mailadresse', 'mail address'),
      also: ['e-mail', 'mail', 'e-mailadresse', 'email address'],
      needs: 'heading',
      says: text('Gemmes uden for loggen og kan slettes.', 'Kept outside the log; can be erased.'),
      example: 'kim@eksempel.dk',
    },
    {
      key: 'language',
      heading: text('sprog', 'language'),
      needs: 'nothing',
      says: text(
        'dansk eller engelsk; tomt ændrer intet. Uden oplysning er mails på dansk.',
        'Danish or English; empty changes nothing. Mails are in Danish until something is said.',
      ),
      example: 'dansk',
    },
  ],
  moreExamples: [['M1002', 'Bo Prøve', 'bo@eksempel.dk', 'engelsk']],
};

/** The tables of a structure, in the order in which they are imported: each builds on those before it. */
export const structureTables: readonly StructureTable[] = [units, committees, seats, holders, contacts];
