import type { Words } from '@rettidig/vocabulary';
import type { AnswerKind, DemandKind } from './breach.events.js';

const text = (da: string, en: string) => ({ da, en });

/** What a demand is about (E1). */
export const demandKinds: Words<DemandKind> = {
  standingItem: text('fast punkt på ledelsens møder', 'standing item at management meetings'),
  training: text('MED-uddannelse', 'MED training'),
  mailboxAccess: text('adgang til MED-postkassen', 'access to the MED mailbox'),
  recurringOverview: text('tilbagevendende overblik', 'recurring overview'),
  communication: text('kommunikation', 'communication'),
  other: text('andet', 'other'),
};

/** What a part of an answer amounts to (E2, E9, E10, E12, E13). */
export const answerKinds: Words<AnswerKind> = {
  accepted: text('imødekommet', 'accepted'),
  partlyAccepted: text('delvist imødekommet', 'partly accepted'),
  decided: text('besluttet', 'decided'),
  actionAnnounced: text('handling varslet', 'action announced'),
  inProgress: text('der arbejdes videre', 'in progress'),
  proposed: text('foreslået', 'proposed'),
  openTo: text('åben for', 'open to'),
  acknowledged: text('anerkendt', 'acknowledged'),
  noted: text('noteret', 'noted'),
  disagreed: text('uenig', 'disagreed'),
  refused: text('afvist', 'refused'),
  notClassified: text('ikke vurderet', 'not assessed'),
};

/**
 * How much an answer binds. None of them makes a demand fulfilled: that will be a fact of its own. `openTo` binds to
 * nothing (E9), and what was decided may be less than what was demanded (E5).
 */
export type AnswerWeight = 'agreed' | 'underway' | 'noPromise' | 'declined' | 'notAssessed';

export const answerWeights: Words<AnswerWeight> = {
  agreed: text('aftalt helt eller delvist', 'agreed, wholly or in part'),
  underway: text('i gang', 'under way'),
  noPromise: text('intet tilsagn', 'no promise'),
  declined: text('ikke imødekommet', 'declined'),
  notAssessed: text('ikke vurderet', 'not assessed'),
};

const weights: Readonly<Record<AnswerKind, AnswerWeight>> = {
  accepted: 'agreed',
  partlyAccepted: 'agreed',
  decided: 'agreed',
  actionAnnounced: 'underway',
  inProgress: 'underway',
  proposed: 'noPromise',
  openTo: 'noPromise',
  acknowledged: 'noPromise',
  noted: 'noPromise',
  disagreed: 'declined',
  refused: 'declined',
  notClassified: 'notAssessed',
};

/** How much a part of an answer binds. */
export const weightOf = (kind: AnswerKind): AnswerWeight => weights[kind];

/** What a binding part of an answer says too little about (E4, E11). */
export type AnswerGap = 'owner' | 'due';

export const answerGaps: Words<AnswerGap> = {
  owner: text('ansvarlig ikke oplyst', 'nobody named as responsible'),
  due: text('frist ikke oplyst', 'no date named'),
};

/** What is missing in a part: whatever somebody said they would do needs somebody who does it and a day. */
export function gapsIn(part: {
  readonly kind: AnswerKind;
  readonly owner?: string;
  readonly due?: string;
}): AnswerGap[] {
  const weight = weightOf(part.kind);
  if (weight !== 'agreed' && weight !== 'underway') return [];
  return [
    ...(part.owner === undefined ? (['owner'] as const) : []),
    ...(part.due === undefined ? (['due'] as const) : []),
  ];
}
