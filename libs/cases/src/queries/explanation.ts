import type { Language, QueryContext, RecordedEvent } from '@rettidig/event-sourcing';
import { committeeName, delegationRead, unitName } from '@rettidig/organisation';
import type { AssessmentExplained } from '@rettidig/rules';
import { explain, explained, ruleSetOn } from '@rettidig/rules';
import type { LocalDate } from '@rettidig/vocabulary';
import type { ChangeEvent, MedInvolvementAssessed } from '../change.events.js';
import type { NameReference } from './naming.js';
import type { QuestionText } from './waiting.words.js';

/** Why the case is a MED case or not, by its last assessment: codes then, prose now. */
export function explanationOf(
  events: readonly RecordedEvent<ChangeEvent>[],
  { reference: { organisation, ruleBook }, language, views }: QueryContext<NameReference>,
): AssessmentExplained | null {
  const last = events.findLast(({ type }) => type === 'MedInvolvementAssessed');
  if (!last) return null;
  const assessment = last.data as MedInvolvementAssessed['data'];
  const { validOn } = assessment.explanation;
  const names = {
    ruleSet: ruleSetOn(ruleBook, validOn, last.meta.recordedAt),
    committeeName: (id: string) => committeeName(organisation, id),
    unitName: (id: string) => unitName(organisation, id),
    delegation: (id: string) => delegationRead(organisation, id, views),
  };
  return explained(assessment, explain(assessment, names, language), names);
}

/** The question behind an id, in the rules of a day. */
export function questionText({ ruleBook }: NameReference, language: Language, on: LocalDate): QuestionText {
  const { questions } = ruleSetOn(ruleBook, on);
  return (id) => questions.find((one) => one.id === id)?.text[language] ?? id;
}
