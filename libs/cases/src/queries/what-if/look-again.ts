import type { AnyReaction, ReactionCommand } from '@rettidig/event-sourcing';
import { categoryOf, subjectOf } from '@rettidig/event-sourcing';
import { changeDecider } from '../../change.js';
import type { AroundCases } from '../../projections/around-cases.js';
import { aroundCases } from '../../projections/around-cases.js';

/** Asks the cases among some streams anew, whenever something around cases would change. */
export function lookAgainAtCases(streams: readonly string[]): AnyReaction {
  const cases = streams.filter((stream) => categoryOf(stream) === changeDecider.category).map(subjectOf);
  const on = Object.entries(aroundCases).map(([type, around]) => [type, () => cases.map(askedAnew(around))] as const);
  return { name: 'look-again-in-what-if', startAt: 'head', on: Object.fromEntries(on) };
}

const askedAnew =
  (around: AroundCases) =>
  (subjectId: string): ReactionCommand =>
    around === 'structure' || around === 'rules'
      ? { command: 'ReassessChange', subjectId, message: { cause: around } }
      : { command: 'ReplanChange', subjectId, message: { cause: { what: around } } };
