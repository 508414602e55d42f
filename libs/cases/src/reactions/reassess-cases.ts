import type { ReactionCommand, ReactionContext } from '@rettidig/event-sourcing';
import { reaction } from '@rettidig/event-sourcing';
import type { OrganisationEvent, OrganisationFact } from '@rettidig/organisation';
import { touchedByImport, touchedUnits } from '@rettidig/organisation';
import type { RuleBookEvent } from '@rettidig/rules';
import type { ChangeReference } from '../checks.js';
import { casesAt } from '../touched-cases.js';

type Context = ReactionContext<ChangeReference>;

/**
 * When the organisation or the rules change, every case that it touches is looked at anew, decided ones too: a duty may
 * come to light. Names, seats and holders decide nothing; rules concern every case.
 */
export const reassessCases = reaction<OrganisationEvent | RuleBookEvent, ChangeReference>({
  name: 'reassess-cases-when-structure-or-rules-change',
  startAt: 'start',
  on: {
    UnitEstablished: touchedByFact,
    UnitMoved: touchedByFact,
    UnitClosed: touchedByFact,
    CommitteeEstablished: touchedByFact,
    CommitteeCoverageChanged: touchedByFact,
    CommitteeDissolved: touchedByFact,
    TransitionPeriodDeclared: touchedByFact,
    TransitionalBodyAgreed: touchedByFact,
    DecisionPowerDelegated: touchedByFact,
    StructureCorrected: touchedByFact,
    StructureImported: ({ data, meta }, { reference, views }) =>
      casesAt(views, touchedByImport(reference.organisation, data, meta.recordedAt)).map(because('structure')),
    RuleSetPublished: (_event, { views }) => casesAt(views, 'all').map(because('rules')),
  },
});

function touchedByFact({ type, data }: OrganisationFact, { reference, views }: Context): ReactionCommand[] {
  const touched = touchedUnits(reference.organisation, { type, data } as OrganisationFact);
  return casesAt(views, touched).map(because('structure'));
}

/** Which cases there are is asked of the view; what becomes of each is decided from its own stream. */
const because =
  (cause: 'structure' | 'rules') =>
  (subjectId: string): ReactionCommand => ({ command: 'ReassessChange', subjectId, message: { cause } });
