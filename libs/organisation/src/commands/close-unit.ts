import { Day, Id, Ids } from '@rettidig/vocabulary';
import { organisationCommand, told } from './organisation-command.js';

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
    'organisation.committee-left-without-units',
    'organisation.committee-covers-later',
  ],
  decide: (organisation, { unitId, on, successors = [] }) =>
    told(organisation, { type: 'UnitClosed', data: { unitId, on, successors } }),
});
