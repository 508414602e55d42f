import { Day, Id, Name } from '@rettidig/vocabulary';
import { organisationCommand, told } from './organisation-command.js';

/** A unit is called something else from a day on. */
class RenameUnit {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @Name({ description: 'What it is called from then on.', example: 'Center for Unge og Familier' })
  name!: string;

  @Day({ description: 'First day with the new name.', example: '2026-01-01' })
  from!: string;
}

export const renameUnit = organisationCommand({
  name: 'RenameUnit',
  message: RenameUnit,
  path: '/units/{unitId}/name',
  summary: { da: 'Giv en enhed nyt navn', en: 'Rename a unit' },
  refusals: ['organisation.unit-unknown', 'organisation.unit-not-there', 'organisation.told-already'],
  decide: (organisation, { unitId, name, from }) =>
    told(organisation, { type: 'UnitRenamed', data: { unitId, name, from } }),
});
