import { Day, Id } from '@rettidig/vocabulary';
import { organisationCommand, told } from './organisation-command.js';

/** A unit belongs elsewhere from a day on, with everything below it. */
class MoveUnit {
  @Id({ description: 'The unit that moves.' })
  unitId!: string;

  @Id({ description: 'The unit it belongs to from then on; null for the top.', nullable: true })
  parentId!: string | null;

  @Day({ description: 'First day in the new place.', example: '2026-01-01' })
  from!: string;
}

export const moveUnit = organisationCommand({
  name: 'MoveUnit',
  message: MoveUnit,
  path: '/units/{unitId}/parent',
  summary: { da: 'Flyt en enhed i organisationen', en: 'Move a unit in the organisation' },
  refusals: [
    'organisation.unit-unknown',
    'organisation.unit-not-there',
    'organisation.unit-below-itself',
    'organisation.unit-above-not-there',
    'organisation.told-already',
  ],
  decide: (organisation, { unitId, parentId, from }) =>
    told(organisation, { type: 'UnitMoved', data: { unitId, parentId, from } }),
});
