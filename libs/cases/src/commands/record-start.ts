import type { FuzzyDate } from '@rettidig/vocabulary';
import { One, SourceOfFact, UncertainDay } from '@rettidig/vocabulary';
import { notInTheFuture, registered } from '../checks.js';
import { assessAndJudge, discoveryOf } from '../consequences.js';
import { Draft } from '../draft.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { Discovered, given } from './parts.js';

/** The change was set going, decided or not: MED had to come before this too (A10). A fact, never refused. */
export class RecordStart {
  @UncertainDay({
    description: 'When, as well as it is known. Any age; not in the future.',
    example: { on: '2026-08-01' },
  })
  when!: FuzzyDate;

  @One(() => Discovered, { description: 'How it was found, when it was found afterwards.', optional: true })
  found?: Discovered;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const recordStart: CaseCommand<RecordStart> = {
  ...onCase,
  name: 'RecordStart',
  message: RecordStart,
  kind: 'fact',
  path: '/changes/{id}/start',
  summary: { da: 'Registrér at ændringen er sat i gang', en: 'Record that the change was started' },
  refusals: ['change.unknown', 'change.in-the-future'],
  decide: (state, message, context) => {
    registered(state);
    notInTheFuture(message.when, context);
    notInTheFuture(message.found?.on, context);
    const { when, found, source } = message;
    const draft = new Draft(state, context).add({
      type: 'ImplementationStarted',
      data: { startId: context.newId('start'), when, ...given({ found, source }) },
    });
    assessAndJudge(draft, { cause: 'start' }, discoveryOf(message, context));
    return draft.events;
  },
};
