import type { Assessment } from '../assessment.js';
import type { Explained } from '../explain.js';
import type { Names } from '../phrases.types.js';
import type { AssessmentExplained, CommitteeNamed } from './assess-change.answer.js';

/** Shows why an assessment came out as it did, and how that is said: the same for a change that is tried and for a case. */
export function explained(assessment: Assessment, said: Explained, names: Names): AssessmentExplained {
  const { explanation } = assessment;
  return {
    sentences: [...said.sentences],
    levelsText: said.levels,
    wouldChange: explanation.wouldChange.map(({ committeeIds, ...one }, at) => ({
      ...one,
      answer: String(one.answer),
      committees: committeeIds.map((committeeId) => named(committeeId, names)),
      sentence: said.whatIf[at]!,
    })),
    notChosen: explanation.notChosen.map((one, at) => ({ ...one, sentence: said.notChosen[at]! })),
    rules: said.rules.map((rule, at) => ({
      ...rule,
      read: { ...explanation.verdicts[at]!.read },
      sources: rule.sources.map((source) => ({ ...source })),
    })),
    delegation: delegationShown(explanation.delegation, said, names),
    stepsUp: explanation.stepsUp.map((one, at) => ({ ...one, sentence: said.stepsUp[at]! })),
    ruleSetVersion: explanation.ruleSetVersion,
    validOn: explanation.validOn,
    levelsInForce: [...explanation.levelsInForce],
    transitionPeriodId: explanation.transitionPeriodId,
  };
}

function delegationShown(
  applied: Assessment['explanation']['delegation'],
  said: Explained,
  names: Names,
): AssessmentExplained['delegation'] {
  if (!applied) return null;
  const { matter = null, source = null } = names.delegation?.(applied.delegationId) ?? {};
  const unitName = names.unitName(applied.unitId) ?? null;
  return { ...applied, unitName, matter, source, sentence: said.delegation! };
}

export const named = (committeeId: string | null, names: Names): CommitteeNamed => ({
  committeeId,
  committeeName: committeeId === null ? null : (names.committeeName(committeeId) ?? null),
});
