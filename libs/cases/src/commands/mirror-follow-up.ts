import type { FollowUpKind } from '@rettidig/meetings';
import { Dictionary, FreeText, Id, One, Pattern, SourceOfFact } from '@rettidig/vocabulary';
import type { FollowUpPromised } from '../change.events.js';
import { registered } from '../checks.js';
import { byReaction } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** A meeting agreed that somebody owes this case something. */
export class MirrorFollowUp {
  @Id({ description: 'The follow-up.' })
  followUpId!: string;

  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Id({ description: 'The item.' })
  itemId!: string;

  @Pattern(/^[a-zA-Z]+$/, { description: 'Its kind, as the meeting recorded it.' })
  kind!: FollowUpKind;

  @FreeText({ description: 'What shall be done.', max: 4000, multiline: true })
  what!: string;

  @FreeText({ description: 'By whom.', max: 4000, optional: true })
  owner?: string;

  @FreeText({ description: 'To whom.', max: 4000, optional: true })
  recipient?: string;

  @Dictionary({}, { description: 'When, as the meeting recorded it.' })
  due!: FollowUpPromised['data']['due'];

  @One(() => SourceOfFact, { description: 'Where in the minutes it stands.', optional: true })
  source?: SourceOfFact;
}

export const mirrorFollowUp: CaseCommand<MirrorFollowUp> = {
  ...byReaction,
  name: 'MirrorFollowUp',
  message: MirrorFollowUp,
  summary: { da: 'Der er aftalt opfølgning på sagen', en: 'A follow-up was agreed' },
  decide: (state, message) => {
    if (registered(state).followUps[message.followUpId]) return [];
    return [{ type: 'FollowUpPromised', data: { ...message } }];
  },
};
