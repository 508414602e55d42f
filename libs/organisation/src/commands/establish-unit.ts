import { Day, Id, Name, One, SourceOfFact } from '@rettidig/vocabulary';
import { EstablishedUnit } from './answers.js';
import { organisationCommand, told } from './organisation-command.js';

/** A unit exists from a day on. */
class EstablishUnit {
  @Name({ description: 'What it is called.', example: 'Center for Unge' })
  name!: string;

  @Id({ description: 'The unit it belongs to; null for the top.', nullable: true })
  parentId!: string | null;

  @Day({ description: 'First day on which it exists. Past and future days are accepted.', example: '2025-01-01' })
  validFrom!: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const establishUnit = organisationCommand({
  name: 'EstablishUnit',
  message: EstablishUnit,
  path: '/units',
  summary: { da: 'Opret en enhed', en: 'Establish a unit' },
  refusals: ['organisation.unit-unknown', 'organisation.unit-not-there', 'organisation.unit-above-not-there'],
  decide: (organisation, message, context) =>
    told(organisation, { type: 'UnitEstablished', data: { unitId: context.newId('unit'), ...message } }),
  answer: (_organisation, _message, context): EstablishedUnit => ({ unitId: context.newId('unit') }),
  answerType: EstablishedUnit,
});
