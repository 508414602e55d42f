import type { Text } from '@rettidig/event-sourcing';
import { dayInWords } from '@rettidig/vocabulary';
import type { CaseStory } from '../story/case-story.js';
import type { AlignmentShown } from './alignments.answer.js';
import type { Naming } from './naming.js';

/**
 * When expectations were aligned with MED, and whether there were papers by then (A18). On the day on which they were
 * filed nobody can show which came first.
 */
export function alignmentsOf({ alignments, papers }: CaseStory, { committee, say }: Naming): AlignmentShown[] {
  const firstFiled = papers.map(({ on }) => on).sort()[0];
  return alignments.map((one) => {
    const beforePapers = firstFiled === undefined || one.on === firstFiled ? null : one.on < firstFiled;
    return { ...one, committeeName: committee(one.committeeId), beforePapers, text: say(textOf(one.on, beforePapers)) };
  });
}

function textOf(on: string, beforePapers: boolean | null): Text {
  const late = beforePapers === false;
  return {
    da: `Forventninger afstemt den ${dayInWords(on)}${late ? ', da der allerede var et udkast' : ''}. Det er ikke en MED-behandling.`,
    en: `Expectations aligned on ${dayInWords(on)}${late ? ', when there was a draft already' : ''}. That is no review.`,
  };
}
