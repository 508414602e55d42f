import { idOf } from '@rettidig/event-sourcing';
import type { PossibleMissEvent } from '../possible-miss.events.js';

/** A question of the deputy chair. */
export const reported: PossibleMissEvent = {
  type: 'PossibleMissReported',
  data: { title: 'Skulle flytningen have været drøftet?', whatIsKnown: 'Nævnt på et møde', decider: 'manager' },
};

export const ITEM = { agendaId: idOf('agenda'), itemId: idOf('political-item') };

/** What the words of an item give. */
export const suspicion = {
  ...ITEM,
  title: 'Flytning af Botilbuddet Engen',
  score: 0.82,
  kinds: [
    { kind: 'reorganisation', score: 0.4 },
    { kind: 'serviceMoved', score: 0.82 },
  ],
  hits: [{ listId: 'moving', word: 'Flytning' }],
  listsVersion: '2026-1',
  fingerprint: idOf('wording-1'),
  body: 'socialCommittee',
  on: '2026-06-03',
} as const;

export const suspected = (change: Partial<{ fingerprint: string; listsVersion: string; title: string }> = {}) =>
  ({ type: 'UnregisteredChangeSuspected', data: { ...suspicion, ...change } }) as PossibleMissEvent;

export const dismissed = (office: 'chair' | 'deputyChair', byBoth: boolean): PossibleMissEvent => ({
  type: 'PossibleMissDismissed',
  data: { office, byBoth, reason: 'Samme sag som i januar' },
});

export const confirmed = (caseId: string): PossibleMissEvent => ({ type: 'PossibleMissConfirmed', data: { caseId } });
