import { impossible, Refused } from '@rettidig/event-sourcing';
import { Day, Id, Ids } from '@rettidig/vocabulary';
import { endsAfterStart, knownUnit, unitExistingOn } from '../checks.js';
import { organisationCommand } from './organisation-command.js';
import type { Organisation } from '../organisation.js';
import { structureChangesOn, structureOn } from '../structure.js';

/** A unit no longer exists from a day on; other units may have taken over. */
class CloseUnit {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @Day({ description: 'First day on which it no longer exists.', example: '2026-06-01' })
  on!: string;

  @Ids({ description: 'Units that took over what it did; none when left out.', optional: true })
  successors?: string[];
}

export const closeUnit = organisationCommand({
  name: 'CloseUnit',
  message: CloseUnit,
  path: '/units/{unitId}/closure',
  summary: { da: 'Nedlæg en enhed', en: 'Close a unit' },
  refusals: [
    'organisation.unit-unknown',
    'organisation.unit-closed',
    'organisation.ends-before-it-starts',
    'organisation.unit-has-units',
    'organisation.unit-succeeds-itself',
    'organisation.unit-not-there',
  ],
  decide: (organisation, { unitId, on, successors = [] }) => {
    const { validFrom, closedOn } = knownUnit(organisation, unitId);
    if (closedOn !== null) throw new Refused('organisation.unit-closed', { unitId, on: closedOn });
    endsAfterStart(validFrom, on);
    nothingBelow(organisation, unitId, on);
    if (successors.includes(unitId)) throw impossible('organisation.unit-succeeds-itself', { unitId });
    for (const successor of successors) unitExistingOn(organisation, successor, on);
    return [{ type: 'UnitClosed', data: { unitId, on, successors } }];
  },
});

/** Units below it are moved or closed first, on any day from then on, so that none is left hanging unnoticed. */
function nothingBelow(organisation: Organisation, unitId: string, on: string): void {
  for (const day of [on, ...structureChangesOn(organisation).filter((one) => one > on)]) {
    const below = [...structureOn(organisation, day).units.values()].filter(({ parentId }) => parentId === unitId);
    if (below.length > 0)
      throw new Refused('organisation.unit-has-units', { units: below.map((one) => one.unitId), on: day });
  }
}
