import { Day, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { AgreedBody } from './answers.js';
import { organisationCommand, told } from './organisation-command.js';

/** There is an agreement on a transitional local committee; until then its cases go up (B4, B5). */
class AgreeOnTransitionalBody {
  @Id({ description: 'The transitional local committee.' })
  committeeId!: string;

  @Day({ description: 'First day on which it is in force.', example: '2026-06-01' })
  from!: string;

  @Day({ description: 'First day on which the agreement no longer holds, when known beforehand.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'The agreement.', optional: true })
  source?: SourceOfFact;
}

export const agreeOnTransitionalBody = organisationCommand({
  name: 'AgreeOnTransitionalBody',
  message: AgreeOnTransitionalBody,
  path: '/committees/{committeeId}/agreement',
  summary: { da: 'Registrér aftalen om et OvergangslokalMED', en: 'Record the agreement on a transitional committee' },
  refusals: [
    'organisation.committee-unknown',
    'organisation.committee-not-there',
    'organisation.not-transitional',
    'organisation.ends-before-it-starts',
    'organisation.agreed-already',
  ],
  decide: (organisation, message, context) =>
    told(organisation, {
      type: 'TransitionalBodyAgreed',
      data: { agreementId: context.newId('agreement'), ...message },
    }),
  answer: (_organisation, _message, context): AgreedBody => ({ agreementId: context.newId('agreement') }),
  answerType: AgreedBody,
});
