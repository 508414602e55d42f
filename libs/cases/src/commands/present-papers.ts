import type { FuzzyDate, PoliticalBody } from '@rettidig/vocabulary';
import { One, OneOf, politicalBodies, SourceOfFact, UncertainDay } from '@rettidig/vocabulary';
import { notInTheFuture, registered } from '../checks.js';
import { filedVersion } from './dispatch-papers.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given, PaperVersion } from './parts.js';

/**
 * A version was put before politicians: with what went out to MED it shows who saw which version first (A13). Said again
 * of the same version and body it replaces what was said before; both stay in the history.
 */
export class PresentPapers {
  @PaperVersion({ description: 'The version that they saw; it must have been filed.', example: '2' })
  version!: string;

  @OneOf(politicalBodies, { description: 'The political body.', example: 'socialCommittee' })
  body!: PoliticalBody;

  @UncertainDay({
    description: 'When, as well as it is known. Any age; not in the future.',
    example: { on: '2026-06-03' },
  })
  when!: FuzzyDate;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const presentPapers: CaseCommand<PresentPapers> = {
  ...onCase,
  name: 'PresentPapers',
  message: PresentPapers,
  kind: 'fact',
  path: '/changes/{id}/presentations',
  summary: {
    da: 'Registrér at materialet er forelagt politikere',
    en: 'Record that papers were put before politicians',
  },
  refusals: ['change.unknown', 'change.in-the-future', 'change.version-not-filed'],
  decide: (state, { version, body, when, source }, context) => {
    filedVersion(registered(state), version);
    notInTheFuture(when, context);
    return [{ type: 'PapersPresented', data: { version, body, when, ...given({ source }) } }];
  },
};
