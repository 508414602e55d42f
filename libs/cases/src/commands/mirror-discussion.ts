import { Id, One, SourceOfFact } from '@rettidig/vocabulary';
import { registered } from '../checks.js';
import { noteTalk } from '../consequences.js';
import { Draft } from '../draft.js';
import { byReaction } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** The meeting talked about the case. What was missed before is noted as talked about; a review it is not (A6). */
export class MirrorDiscussion {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Id({ description: 'The item.' })
  itemId!: string;

  @One(() => SourceOfFact, { description: 'Where in the minutes it stands.', optional: true })
  source?: SourceOfFact;
}

export const mirrorDiscussion: CaseCommand<MirrorDiscussion> = {
  ...byReaction,
  name: 'MirrorDiscussion',
  message: MirrorDiscussion,
  summary: { da: 'Sagen er drøftet på et møde', en: 'The case was talked about at a meeting' },
  decide: (state, message, context) => {
    const draft = new Draft(registered(state), context);
    noteTalk(draft, message);
    return draft.events;
  },
};
