import type { Side } from '@rettidig/vocabulary';
import { FreeText, Id, One, OneOf, sides, SourceOfFact } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import { sideOf } from '../sides.js';
import { knownDispatch } from './explain-lateness.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** What a side says of papers, above all of those that came late (G4). Kept beside the reason, never instead of it. */
export class RemarkOnPapers {
  @Id({ description: 'The dispatch.' })
  dispatchId!: string;

  @OneOf(sides, { description: 'Which side; your own when left out. The secretariat says whose.', optional: true })
  side?: Side;

  @FreeText({
    description: 'The remark.',
    example: 'Materialet kom så sent, at der kun har været tid til en hurtig gennemgang.',
    max: 2000,
    multiline: true,
  })
  remark!: string;

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const remarkOnPapers: CaseCommand<RemarkOnPapers> = {
  ...onCase,
  name: 'RemarkOnPapers',
  message: RemarkOnPapers,
  kind: 'fact',
  path: '/changes/{id}/dispatches/{dispatchId}/remarks',
  summary: { da: 'Bemærkning til materialet', en: 'Remark on papers' },
  refusals: ['change.unknown', 'change.dispatch-unknown', 'change.side-missing', 'change.not-your-side'],
  decide: (state, message, context) => {
    const { dispatchId, remark, source } = message;
    knownDispatch(registered(state), dispatchId);
    const side = sideOf(state, message.side, context);
    return [{ type: 'PapersRemarkedOn', data: { dispatchId, side, remark, ...given({ source }) } }];
  },
};
