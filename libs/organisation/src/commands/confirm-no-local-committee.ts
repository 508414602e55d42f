import { Refused } from '@rettidig/event-sourcing';
import { Day, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { committeesCovering } from '../coverage.js';
import { structureOn } from '../structure.js';
import { ConfirmedGap } from './answers.js';
import { organisationCommand, told } from './organisation-command.js';

/** Somebody looked: the unit has no local committee, and that is how it is (B12, B15). */
class ConfirmNoLocalCommittee {
  @Id({ description: 'The unit.' })
  unitId!: string;

  @Day({ description: 'First day for which it is confirmed.', example: '2026-06-01' })
  from!: string;

  @Day({ description: 'First day for which it is to be looked at again, if agreed.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const confirmNoLocalCommittee = organisationCommand({
  name: 'ConfirmNoLocalCommittee',
  message: ConfirmNoLocalCommittee,
  path: '/units/{unitId}/no-local-committee',
  summary: { da: 'Bekræft, at en enhed intet LokalMED har', en: 'Confirm that a unit has no local committee' },
  refusals: [
    'organisation.unit-unknown',
    'organisation.unit-not-there',
    'organisation.ends-before-it-starts',
    'organisation.local-committee-there',
    'organisation.confirmed-already',
  ],
  decide: (organisation, message, context) => {
    const { unitId, from } = message;
    const local = committeesCovering(structureOn(organisation, from), unitId).find(
      ({ level, levelInForce }) => level === 'local' && levelInForce,
    );
    if (local) {
      const { committeeId, name } = local;
      throw new Refused('organisation.local-committee-there', { unitId, committeeId, committee: name, on: from });
    }
    const confirmationId = context.newId('confirmation');
    return told(organisation, { type: 'NoLocalCommitteeConfirmed', data: { confirmationId, ...message } });
  },
  answer: (_organisation, _message, context): ConfirmedGap => ({ confirmationId: context.newId('confirmation') }),
  answerType: ConfirmedGap,
});
