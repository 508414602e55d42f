import type { CommitteeOn, Structure } from '@rettidig/organisation';
import { committeesCovering, mainCommittee } from '@rettidig/organisation';
import type { ChangeToAssess, NotChosen } from './assessment.js';
import type { Outcome } from './outcome.js';
import type { Places } from './places.js';
import type { Rule } from './rule-book.events.js';

/** Committees that a reader may have expected, and why the change is not treated there. */
export function notChosenOf(
  { unitId, decider }: ChangeToAssess,
  { structure, places }: { readonly structure: Structure; readonly places: Places },
  outcome: Outcome,
): NotChosen[] {
  const delegatedTo = places.deciderKnown ? undefined : places.delegated?.unitId;
  const managerUnitId = delegatedTo ?? decider.managerUnitId;
  const ofDecider = managerUnitId === null ? [] : committeesCovering(structure, managerUnitId);
  const main = mainCommittee(structure);
  const expected = new Set([
    ...(unitId === null ? [] : committeesCovering(structure, unitId)),
    ...ofDecider,
    ...(main ? [main] : []),
  ]);
  const chosen = outcome.requirements.find(({ role }) => role === 'primary')?.committeeId;
  return [...expected]
    .filter(({ committeeId }) => committeeId !== chosen)
    .map((committee) => ({
      committeeId: committee.committeeId,
      reason: reasonOf(committee, outcome, ofDecider.includes(committee) || committee.level === 'main'),
    }));
}

function reasonOf(committee: CommitteeOn, outcome: Outcome, coversDecider: boolean): NotChosen['reason'] {
  const { relevance, requirements, primaryRule } = outcome;
  if (relevance === 'notMedRelevant') return 'notMedRelevant';
  if (!committee.levelInForce) return 'levelNotInForce';
  const ownItem = requirements.some((one) => one.role === 'localItem' && one.committeeId === committee.committeeId);
  if (ownItem) return 'getsItsOwnItem';
  if (primaryRule?.withoutLocalItem) return 'budgetOnlyInMainCommittee';
  return primaryRule ? reasonByRoute(committee, primaryRule, coversDecider) : 'ruleNamesMainCommittee';
}

function reasonByRoute({ level }: CommitteeOn, { then }: Rule, coversDecider: boolean): NotChosen['reason'] {
  if (then.route === 'committeeOfLevel') return level === then.level ? 'doesNotCoverDecider' : 'ruleNamesOtherLevel';
  if (then.route !== 'levelOfDecider') return 'ruleNamesMainCommittee';
  return coversDecider ? 'notAtLevelOfDecider' : 'doesNotCoverDecider';
}
