import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import type { WorkingGroup, WorkingGroupEvent } from '@rettidig/organisation';
import { existingGroup, workingGroupDecider } from '@rettidig/organisation';
import { kindsOf, OTHER_KIND, ruleSetOn } from '@rettidig/rules';
import { Codes, Day, holdsOn, Id, One, Patterns, SourceOfFact } from '@rettidig/vocabulary';
import { distinct, notInTheFuture } from '../checks.js';
import type { DeadlineReference } from '../flags.js';
import type { GroupWarning } from '../words.js';
import { groupWarnings } from '../words.js';

/** A working group talked about a case, or about kinds of change. A fact: it is recorded, and warned of (B6). */
export class RecordGroupDiscussion {
  @Day({ description: 'When.', example: '2026-05-04' })
  on!: string;

  @Id({ description: 'The case that it was about, if one.', optional: true })
  changeId?: string;

  @Patterns(/^[a-z][A-Za-z0-9]{0,63}$/, {
    description: 'Kinds of change that it was about, as the rule set of the day has them, or `other`.',
    example: ['reorganisation'],
    max: 20,
    optional: true,
  })
  topics?: string[];

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

/** What there is to be warned of: working groups must not come to be something like MED committees. */
export class GroupDiscussionWarned {
  @Id({ description: 'The discussion.' })
  discussionId!: string;

  @Codes(groupWarnings, {
    description:
      'What is to be seen to: `countsNotAsReview` (a case was talked about: that is no MED review, the duty stands), `listedTopic` (a kind of change that the rule set lists belongs in a MED committee), `groupNotThere` (the group did not exist on that day).',
    example: ['countsNotAsReview'],
  })
  warnings!: GroupWarning[];
}

export const recordGroupDiscussion: CommandDefinition<
  WorkingGroup | undefined,
  WorkingGroupEvent,
  RecordGroupDiscussion,
  DeadlineReference,
  GroupDiscussionWarned
> = {
  name: 'RecordGroupDiscussion',
  message: RecordGroupDiscussion,
  decider: workingGroupDecider,
  kind: 'fact',
  target: 'existing',
  path: '/working-groups/{id}/discussions',
  tag: 'meetings',
  summary: {
    da: 'Registrér at en arbejdsgruppe har drøftet en sag eller et emne',
    en: 'Record that a working group talked about a case or a topic',
  },
  refusals: [
    'organisation.group-unknown',
    'meeting.discussed-in-the-future',
    'meeting.discussed-nothing',
    'meeting.topic-unknown',
  ],
  decide: (group, { on, changeId = null, topics = [], source }, context) => {
    existingGroup(group);
    notInTheFuture(on, context, 'meeting.discussed-in-the-future');
    if (changeId === null && topics.length === 0) throw impossible('meeting.discussed-nothing');
    const allowed = kindsOf(ruleSetOn(context.reference.ruleBook, on));
    if (topics.some((topic) => !allowed.includes(topic))) throw impossible('meeting.topic-unknown', { allowed });
    const discussionId = context.newId('discussion');
    const data = { discussionId, on, changeId, topics: distinct(topics), ...(source && { source }) };
    return [{ type: 'WorkingGroupDiscussed', data }];
  },
  answer: (group, { on, changeId, topics = [] }, context): GroupDiscussionWarned => ({
    discussionId: context.newId('discussion'),
    warnings: [
      ...(changeId === undefined ? [] : (['countsNotAsReview'] as const)),
      ...(topics.some((topic) => topic !== OTHER_KIND) ? (['listedTopic'] as const) : []),
      ...(holdsOn(existingGroup(group).term, on) ? [] : (['groupNotThere'] as const)),
    ],
  }),
  answerType: GroupDiscussionWarned,
};
