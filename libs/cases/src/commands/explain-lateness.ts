import { notFound } from '@rettidig/event-sourcing';
import { FreeText, Id, One, SourceOfFact } from '@rettidig/vocabulary';
import type { ChangeState, Dispatch } from '../change.state.js';
import { registered } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** Why papers went out late, said afterwards (G5). */
export class ExplainLateness {
  @Id({ description: 'The dispatch.' })
  dispatchId!: string;

  @FreeText({
    description: 'Why.',
    example: 'Forslagene gik på tværs af forvaltninger og kom sent.',
    max: 1000,
    multiline: true,
  })
  reason!: string;

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const explainLateness: CaseCommand<ExplainLateness> = {
  ...onCase,
  name: 'ExplainLateness',
  message: ExplainLateness,
  kind: 'fact',
  path: '/changes/{id}/dispatches/{dispatchId}/reason',
  summary: { da: 'Forklar hvorfor materialet kom sent', en: 'Say why papers went out late' },
  refusals: ['change.unknown', 'change.dispatch-unknown'],
  decide: (state, { dispatchId, reason, source }) => {
    knownDispatch(registered(state), dispatchId);
    return [{ type: 'LatenessExplained', data: { dispatchId, reason, ...given({ source }) } }];
  },
};

/** A dispatch that was recorded on the case. */
export function knownDispatch({ dispatches }: ChangeState, dispatchId: string): Dispatch {
  const dispatch = dispatches[dispatchId];
  if (!dispatch) throw notFound('change.dispatch-unknown');
  return dispatch;
}
