import { idOf } from '@rettidig/event-sourcing';
import { constructed, type Persona, type Step } from '../step.js';

const at = '2026-01-05T08:00:00.000Z';
const from = '2025-01-01';
const persona = (role: Persona): string => idOf('persona', role);

/** Who manages what: made up, so that the personas of the demo are told something. The minutes name no manager of a unit. */
const managed: readonly (readonly [unit: string, by: Persona])[] = [
  ['sof', 'chair'],
  ['substanceCentre', 'manager'],
  ['activityCentre', 'manager'],
  ['support', 'manager'],
  ['serviceWithLocal', 'manager'],
  ['serviceWithoutLocal', 'manager'],
];

/** Managers, secretariat and a substitute of the demo: all of it made up. */
export const peopleSteps: readonly Step[] = [
  ...managed.map(([unit, by]): Step => ({
    key: `manager-${unit}`,
    at,
    by: 'secretariat',
    command: 'AppointUnitManager',
    message: (id) => ({ unitId: id(unit), personId: persona(by), from, source: constructed }),
  })),
  {
    key: 'secretariat',
    at,
    by: 'secretariat',
    command: 'AppointSecretariatMember',
    message: () => ({ personId: persona('secretariat'), from, source: constructed }),
  },
  {
    key: 'substitute',
    at,
    by: 'manager',
    command: 'NameSubstitute',
    message: () => ({
      ...{ personId: persona('manager'), substituteId: persona('caseOfficer') },
      ...{ from: '2026-07-06', to: '2026-07-27', source: constructed },
    }),
  },
];

/** Personas with what they are called and an address at which there can never be anybody (RFC 2606). */
export const personas: readonly { readonly personId: string; readonly name: string; readonly address: string }[] = (
  [
    ['manager', 'Lederen', 'leder'],
    ['caseOfficer', 'Sagsbehandleren', 'sagsbehandler'],
    ['secretariat', 'Sekretariatet', 'sekretariat'],
    ['chair', 'Formanden', 'formand'],
    ['deputyChair', 'Næstformanden', 'naestformand'],
  ] as const
).map(([role, name, mailbox]) => ({ personId: persona(role), name, address: `${mailbox}@demo.invalid` }));
