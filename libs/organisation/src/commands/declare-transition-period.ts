import { Codes, Day, One, SourceOfFact } from '@rettidig/vocabulary';
import type { CommitteeLevel } from '../organisation.events.js';
import { committeeLevels } from '../structure.js';
import { DeclaredPeriod } from './answers.js';
import { organisationCommand, told } from './organisation-command.js';

/** Only some levels are in force for a while (B1). */
class DeclareTransitionPeriod {
  @Codes(committeeLevels, {
    description: 'Levels that are in force. The main level always is: only it is mandatory.',
    example: ['main', 'local'],
    min: 1,
    max: 3,
  })
  levelsInForce!: CommitteeLevel[];

  @Day({
    description: 'First day of the period; no other may hold then.',
    example: '2025-01-01',
  })
  from!: string;

  @Day({
    description: 'First day after the period; left out while its end is open.',
    example: '2027-01-01',
    optional: true,
  })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const declareTransitionPeriod = organisationCommand({
  name: 'DeclareTransitionPeriod',
  message: DeclareTransitionPeriod,
  path: '/transition-periods',
  summary: { da: 'Registrér en overgangsperiode', en: 'Declare a transition period' },
  refusals: [
    'organisation.ends-before-it-starts',
    'organisation.main-level-always-in-force',
    'organisation.period-overlaps',
  ],
  decide: (organisation, message, context) => {
    const levelsInForce = committeeLevels.filter((level) => message.levelsInForce.includes(level));
    const data = { periodId: context.newId('period'), ...message, levelsInForce };
    return told(organisation, { type: 'TransitionPeriodDeclared', data });
  },
  answer: (_organisation, _message, context): DeclaredPeriod => ({ periodId: context.newId('period') }),
  answerType: DeclaredPeriod,
});
