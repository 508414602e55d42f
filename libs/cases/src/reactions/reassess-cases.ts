import type { ReactionCommand, ReactionContext } from '@rettidig/event-sourcing';
import { reaction } from '@rettidig/event-sourcing';
import type { OrganisationEvent } from '@rettidig/organisation';
import type { RuleBookEvent } from '@rettidig/rules';
import type { ChangeReference } from '../checks.js';

/**
 * When the organisation or the rules change, every case is looked at anew, decided ones too: a duty may come to light.
 * Names, seats and holders decide nothing.
 */
export const reassessCases = reaction<OrganisationEvent | RuleBookEvent, ChangeReference>({
  name: 'reassess-cases-when-structure-or-rules-change',
  startAt: 'start',
  on: {
    UnitEstablished: (_event, context) => reassessments('structure', context),
    UnitMoved: (_event, context) => reassessments('structure', context),
    UnitClosed: (_event, context) => reassessments('structure', context),
    CommitteeEstablished: (_event, context) => reassessments('structure', context),
    CommitteeCoverageChanged: (_event, context) => reassessments('structure', context),
    CommitteeDissolved: (_event, context) => reassessments('structure', context),
    StructureImported: (_event, context) => reassessments('structure', context),
    TransitionPeriodDeclared: (_event, context) => reassessments('structure', context),
    RuleSetPublished: (_event, context) => reassessments('rules', context),
  },
});

/** Which cases there are is asked of the view; what becomes of each is decided from its own stream. */
const reassessments = (cause: 'structure' | 'rules', { views }: ReactionContext<ChangeReference>): ReactionCommand[] =>
  views
    .view('cases')
    .all<{ readonly change_id: string }>('select change_id from {change} where known_to is null order by change_id')
    .map(({ change_id }) => ({ command: 'ReassessChange', subjectId: change_id, message: { cause } }));
