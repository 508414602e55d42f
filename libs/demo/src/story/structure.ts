import { idOf } from '@rettidig/event-sourcing';
import { constructed, type Step } from '../step.js';

const at = '2026-01-05T08:00:00.000Z';
const from = '2025-01-01';

/** Units named in the minutes, in a tree that the demo made up, and two services that it made up altogether. */
const units: readonly (readonly [key: string, name: string, parent: string | null])[] = [
  ['sof', 'Socialforvaltningen', null],
  ['substanceCentre', 'Center for Rusmiddelbehandling', 'sof'],
  ['activityCentre', 'Center for Aktivitet, Beskæftigelse og Støtte til borgere i egen bolig', 'sof'],
  ['support', 'Støtte, Ledsagelse og Akuttilbud', 'activityCentre'],
  ['serviceWithLocal', 'Tilbuddet Åkanden (opdigtet)', 'substanceCentre'],
  ['serviceWithoutLocal', 'Tilbuddet Poplen (opdigtet)', 'activityCentre'],
];

const unitSteps: readonly Step[] = units.map(([key, name, parent]) => ({
  key,
  at,
  by: 'secretariat',
  command: 'EstablishUnit',
  message: (id) => ({ name, parentId: parent && id(parent), validFrom: from, source: constructed }),
}));

const committeeSteps: readonly Step[] = [
  {
    key: 'mainCommittee',
    at,
    by: 'secretariat',
    command: 'EstablishCommittee',
    message: (id) => ({
      name: 'HovedMED',
      level: 'main',
      kind: 'main',
      covers: [id('sof')],
      parentId: null,
      validFrom: from,
      predecessors: [],
      source: constructed,
    }),
  },
  {
    key: 'localCommittee',
    at,
    by: 'secretariat',
    command: 'EstablishCommittee',
    message: (id) => ({
      name: 'LokalMED, Tilbuddet Åkanden (opdigtet)',
      level: 'local',
      kind: 'local',
      covers: [id('serviceWithLocal')],
      parentId: id('mainCommittee'),
      validFrom: from,
      predecessors: [],
      source: constructed,
    }),
  },
  {
    key: 'transition',
    at,
    by: 'secretariat',
    command: 'DeclareTransitionPeriod',
    message: () => ({ levelsInForce: ['main', 'local'], from, source: constructed }),
  },
];

/** A seat of the main committee: whom it represents is said by kind; the label goes to the private store. */
export interface DemoSeat {
  readonly key: string;
  readonly side: 'management' | 'employees';
  readonly office?: 'chair' | 'deputyChair';
  readonly representativeKind: string;
  /** How the roster of 24 April names the constituency. */
  readonly label: string;
  readonly presence: 'present' | 'excused';
  /** The holder sent apologies and a deputy sat in the seat. That the two belong together is an inference. */
  readonly deputy?: boolean;
}

const managers = (label: string, presence: DemoSeat['presence'], key: string, office?: 'chair'): DemoSeat => ({
  key,
  side: 'management',
  representativeKind: 'manager',
  label,
  presence,
  ...(office ? { office } : {}),
});
const employees = (
  label: string,
  presence: DemoSeat['presence'],
  key: string,
  more: Partial<DemoSeat> = {},
): DemoSeat => ({ key, side: 'employees', representativeKind: 'jointUnionRepresentative', label, presence, ...more });
const organisationRepresentative = { representativeKind: 'organisationRepresentative' };
const safety = (label: string, key: string): DemoSeat =>
  employees(label, 'present', key, { representativeKind: 'workEnvironmentRepresentative' });

/** The 22 seats: 10 of management, 7 of the staff groups, 5 of the work environment representatives. */
export const seats: readonly DemoSeat[] = [
  managers('Direktionen', 'present', 'm1', 'chair'),
  managers('CHRO', 'present', 'm2'),
  managers('CMSB', 'present', 'm3'),
  managers('CLB', 'present', 'm4'),
  managers('Direktionen', 'excused', 'm5'),
  managers('Direktionen', 'excused', 'm6'),
  managers('CMSB', 'excused', 'm7'),
  managers('CABS', 'excused', 'm8'),
  managers('DSI', 'excused', 'm9'),
  managers('CBU', 'excused', 'm10'),
  employees('LO (LFS)', 'present', 'e1', { ...organisationRepresentative, office: 'deputyChair' }),
  employees('LO (HK Kommunal)', 'present', 'e2'),
  employees('LO (SL)', 'present', 'e3', organisationRepresentative),
  employees('LO (FOA-SOSU)', 'excused', 'e4'),
  employees('FTF (DSR)', 'excused', 'e5', { deputy: true }),
  employees('FTF (DS)', 'present', 'e6'),
  employees('AC (DJØF + DM)', 'excused', 'e7'),
  safety('Administrative centre, LS og centerteams', 'a1'),
  safety('Driftscentre (ekskl. DSI og centerteams)', 'a2'),
  safety('Driftscentre (ekskl. DSI og centerteams)', 'a3'),
  safety('Driftscentre (ekskl. DSI og centerteams)', 'a4'),
  safety('DSI (ekskl. centerteams)', 'a5'),
];

/** The person in a seat. The chair and the deputy chair are the personas of the same name; the others are nobody. */
export function holderOf(seat: DemoSeat): string {
  return seat.office ? idOf('persona', seat.office) : idOf('demo-person', seat.key);
}
/** The deputy who sat in a seat for one meeting. */
export const deputyOf = (seat: DemoSeat): string => idOf('demo-person', `${seat.key}-deputy`);

const seatSteps: readonly Step[] = seats.flatMap((seat): Step[] => [
  {
    key: `seat-${seat.key}`,
    at,
    by: 'secretariat',
    command: 'CreateSeat',
    message: (id) => ({
      committeeId: id('mainCommittee'),
      side: seat.side,
      ...(seat.office ? { office: seat.office } : {}),
      representativeKind: seat.representativeKind,
      from,
    }),
  },
  {
    key: `holder-${seat.key}`,
    at,
    by: 'secretariat',
    command: 'FillSeat',
    message: (id) => ({ seatId: id(`seat-${seat.key}`), personId: holderOf(seat), from }),
  },
]);

/** The organisation in force on 24 April 2026: two levels, one main committee, one local committee. */
export const structureSteps: readonly Step[] = [...unitSteps, ...committeeSteps, ...seatSteps];
