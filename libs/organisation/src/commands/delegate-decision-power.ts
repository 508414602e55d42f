import { Day, FreeText, Id, One, Patterns, SourceOfFact } from '@rettidig/vocabulary';
import { DelegatedPower } from './answers.js';
import { organisationCommand, told } from './organisation-command.js';

/** A kind of change as rule sets name them. */
export const KIND_OF_CHANGE = /^[a-z][A-Za-z0-9]{0,63}$/;

/** The manager of a unit may decide a matter: whoever registers a case can look up at which level it is decided (B18). */
class DelegateDecisionPower {
  @Id({ description: 'The unit whose manager may decide.' })
  unitId!: string;

  @FreeText({ description: 'What may be decided.', example: 'Omlægning af vagtplaner i egen enhed', max: 300 })
  matter!: string;

  @Patterns(KIND_OF_CHANGE, {
    description:
      'The kinds of change that this is, as the rule set has them: cases of the unit and those below it are matched by them. Left out: people read it, no case does.',
    example: ['coordinatorPostsConverted'],
    max: 50,
    optional: true,
  })
  kinds?: string[];

  @Day({ description: 'First day.', example: '2026-06-01' })
  from!: string;

  @Day({ description: 'First day on which it no longer holds, when known beforehand.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is decided or agreed.', optional: true })
  source?: SourceOfFact;
}

export const delegateDecisionPower = organisationCommand({
  name: 'DelegateDecisionPower',
  message: DelegateDecisionPower,
  path: '/delegations',
  summary: { da: 'Registrér, hvad en leder må beslutte', en: 'Record what a manager may decide' },
  refusals: ['organisation.unit-unknown', 'organisation.unit-not-there', 'organisation.ends-before-it-starts'],
  decide: (organisation, message, context) =>
    told(organisation, {
      type: 'DecisionPowerDelegated',
      data: { delegationId: context.newId('delegation'), ...message },
    }),
  answer: (_organisation, _message, context): DelegatedPower => ({ delegationId: context.newId('delegation') }),
  answerType: DelegatedPower,
});
