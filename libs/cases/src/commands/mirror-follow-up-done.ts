import type { LocalDate } from '@rettidig/vocabulary';
import { Day, Id } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import { byReaction } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** What a meeting agreed about the case was done. */
export class MirrorFollowUpDone {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;

  @Day({ description: 'When it was done.' })
  on!: LocalDate;
}

export const mirrorFollowUpDone: CaseCommand<MirrorFollowUpDone> = {
  ...byReaction,
  name: 'MirrorFollowUpDone',
  message: MirrorFollowUpDone,
  summary: { da: 'Opfølgning på sagen er udført', en: 'A follow-up was done' },
  decide: (state, { followUpId, on }) =>
    registered(state).followUps[followUpId] === 'promised'
      ? [{ type: 'FollowUpSettled', data: { followUpId, on } }]
      : [],
};
