import { namingOf } from '@rettidig/cases';
import type { NameReference } from '@rettidig/cases';
import type { Language } from '@rettidig/event-sourcing';
import { committeeName, structureOn, unitName } from '@rettidig/organisation';
import { assess, explain, ruleSetOn } from '@rettidig/rules';
import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import type { IfItWereAChange } from '../queries/political-agenda.answer.js';
import type { SuspicionKnown } from './agenda-reader.js';

/** How many kinds are tried: the words of one title seldom speak of more. */
const MOST_KINDS = 3;

/** What the rules of the day of the meeting would say if the item were a change of the kinds that its words speak of. */
export function ifItWere(
  { kinds }: SuspicionKnown,
  { body, on }: { readonly body: PoliticalBody; readonly on: LocalDate },
  { organisation, ruleBook }: NameReference,
  language: Language,
): IfItWereAChange[] {
  const structure = structureOn(organisation, on);
  const ruleSet = ruleSetOn(ruleBook, on);
  const naming = namingOf({ organisation, ruleBook }, language, on);
  const names = {
    ruleSet,
    committeeName: (id: string) => committeeName(organisation, id),
    unitName: (id: string) => unitName(organisation, id),
  };
  return kinds.slice(0, MOST_KINDS).map(({ kind, score }) => {
    const draft = { kind, facts: {}, unitId: null, decider: { body, managerUnitId: null } };
    const assessment = assess(draft, structure, ruleSet);
    const applied = assessment.explanation.verdicts.filter(
      ({ verdict }) => verdict === 'decides' || verdict === 'adds',
    );
    return {
      kind,
      kindText: naming.kind(kind),
      percent: Math.round(score * 100),
      relevance: assessment.relevance,
      ruleIds: applied.map(({ ruleId }) => ruleId),
      requirements: assessment.requirements.map(({ committeeId, before, ruleId }) => ({
        committeeId,
        committeeName: committeeId === null ? null : (committeeName(organisation, committeeId) ?? committeeId),
        before,
        ruleId,
      })),
      sentences: [...explain(assessment, names, language).requirements],
    };
  });
}
