import type { PossibleMissDetail, PossibleMissList } from '@rettidig/detection';
import type { Asking } from './asking.js';
import type { ToAssess } from './model.js';
import { wordsIn } from './words.js';

/** Questions shown; the list itself has them all. */
const MOST_QUESTIONS = 20;

/** What may have needed MED and waits for somebody to say so: questions, counted beside the register and never in it. */
export async function loadToAssess(asking: Asking): Promise<{ total: number; rows: ToAssess[] }> {
  const list = await asking.ask<PossibleMissList>('ListPossibleMisses', { ...asking.asOf, limit: MOST_QUESTIONS });
  const rows: ToAssess[] = [];
  for (const { possibleMissId, kindsText } of list.items) {
    const detail = await asking.ask<PossibleMissDetail>('GetPossibleMiss', { id: possibleMissId, ...asking.asOf });
    rows.push(rowOf(detail, kindsText, asking));
  }
  return { total: list.total, rows };
}

export function rowOf(detail: PossibleMissDetail, kindsText: string | null, { language }: Asking): ToAssess {
  const say = wordsIn(language);
  const { suspicion } = detail;
  const words = quotedWords(suspicion?.hits.map(({ word }) => word) ?? []);
  return {
    id: detail.possibleMissId,
    title: detail.title,
    known: [
      ...(detail.whatIsKnown ? [detail.whatIsKnown] : []),
      ...(kindsText ? [`${say('readsLike')}: ${kindsText}`] : []),
      ...(words ? [`${say('wordsFound')}: ${words}`] : []),
    ],
    from: [
      suspicion ? `${detail.originText}, ${suspicion.score}\u00a0%` : `${detail.originText}: ${detail.recordedBy}`,
      ...(detail.sourceText ? [detail.sourceText] : []),
    ],
    decided: [detail.bodyText, detail.whenText],
    state: [detail.stateText, ...detail.dismissals.map(({ by, reason }) => `${by}: ${reason}`)],
  };
}

/** Each word once, however it is spelled there: `“Flytning”, “bostedet”`. */
export function quotedWords(words: readonly string[]): string {
  const once = new Map(words.map((word) => [word.toLowerCase(), word] as const).reverse());
  return [...once.values()]
    .reverse()
    .map((word) => `“${word}”`)
    .join(', ');
}
