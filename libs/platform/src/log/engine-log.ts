import { TryLater, Refused, type CommandEnded, type EffectEnded } from '@rettidig/event-sourcing';
import type { JsonLog } from './json-log.js';

/** What the engine does as log lines: ids, names and codes, so that one act can be followed through everything it led to. */
export class EngineLog {
  constructor(private readonly log: JsonLog) {}

  commandEnded({ request, milliseconds, receipt, error }: CommandEnded): void {
    const { command, correlationId, commandId, causationId, actor } = request;
    this.log.line('info', 'command', {
      ...{ command, correlationId, commandId, causationId },
      role: actor.role,
      result: receipt ? (receipt.repeated ? 'repeated' : 'ok') : codeOf(error),
      events: receipt?.repeated ? 0 : receipt?.appended,
      ms: rounded(milliseconds),
    });
  }

  effectEnded({ name, result, isFinal, isRepeat, delayMs, milliseconds, correlationId, code }: EffectEnded): void {
    this.log.line(result === 'failed' || result === 'refused' ? 'warn' : 'info', 'effect', {
      effect: name,
      ...{ correlationId, result, code, isFinal, isRepeat },
      delayMs: Math.round(delayMs),
      ms: rounded(milliseconds),
    });
  }
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

const codeOf = (error: unknown): string => {
  if (error instanceof Refused || error instanceof TryLater) return error.code;
  return error instanceof Error ? error.constructor.name : typeof error;
};
