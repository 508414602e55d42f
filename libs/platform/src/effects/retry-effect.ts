import {
  effectLog,
  Refused,
  type CommandDefinition,
  type EffectEvent,
  type EffectState,
} from '@rettidig/event-sourcing';

/** Nothing has to be said: it begins anew. */
export class RetryEffect {}

/** Lets an effect that was given up begin anew, with all its attempts. Who did so stands in the log. */
export const retryEffect: CommandDefinition<EffectState, EffectEvent, RetryEffect, unknown> = {
  name: 'RetryEffect',
  message: RetryEffect,
  decider: effectLog,
  kind: 'fact',
  target: 'existing',
  path: '/effects/{id}/retry',
  tag: 'operations',
  summary: { da: 'Prøv en opgivet handling igen', en: 'Try an effect again that was given up' },
  refusals: ['effect.unknown', 'effect.not-given-up'],
  decide: ({ phase }) => {
    if (phase !== 'failed') throw new Refused('effect.not-given-up');
    return [{ type: 'EffectRetried', data: {} }];
  },
};
