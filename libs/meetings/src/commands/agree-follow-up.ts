import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import { Day, Flag, FreeText, Id, Ids, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { MeetingReference } from '../checks.js';
import { distinct, held, itemOnAgenda, officesInCommittee, openRecord } from '../checks.js';
import type { FollowUpDue } from '../follow-up.js';
import { gapsIn } from '../follow-up.js';
import type { FollowUpKind, MeetingEvent } from '../meeting.events.js';
import type { AgendaItem, Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { followUpKinds } from '../words.js';
import { AgreedFollowUp } from './answers.js';

/** When a follow-up is due: exactly one of the three. */
export class FollowUpDueGiven {
  @Day({ description: 'A day.', optional: true })
  on?: string;

  @Flag({ description: 'At the next meeting of the committee (I4).', optional: true })
  nextMeeting?: boolean;

  @Flag({ description: 'Nobody said.', optional: true })
  notStated?: boolean;
}

/** Somebody shall do something about an item. What is not known is left out: it is accepted, and asked for. */
export class AgreeFollowUp {
  @Id({ description: 'The item it was agreed on.' })
  itemId!: string;

  @OneOf(followUpKinds, { description: 'What kind of follow-up.', example: 'forwardRemarks' })
  kind!: FollowUpKind;

  @FreeText({
    description: 'What is to be done.',
    example: 'Bemærkningerne sendes til Socialudvalget.',
    max: 1000,
    multiline: true,
  })
  what!: string;

  @FreeText({
    description: 'Who does it: a function, never a name.',
    example: 'Sekretariatet',
    max: 200,
    optional: true,
  })
  owner?: string;

  @FreeText({
    description: 'For whom: a function or body, never a name.',
    example: 'Socialudvalget',
    max: 200,
    optional: true,
  })
  recipient?: string;

  @One(() => FollowUpDueGiven, { description: 'When it is due; not stated when left out.', optional: true })
  due?: FollowUpDueGiven;

  @Ids({ description: 'Those of the cases of the item that it is about; all of them when left out.', optional: true })
  caseIds?: string[];

  @One(() => SourceOfFact, { description: 'Where it stands.', optional: true })
  source?: SourceOfFact;
}

export const agreeFollowUp: CommandDefinition<
  Meeting | undefined,
  MeetingEvent,
  AgreeFollowUp,
  MeetingReference,
  AgreedFollowUp
> = {
  name: 'AgreeFollowUp',
  message: AgreeFollowUp,
  decider: meetingDecider,
  kind: 'fact',
  target: 'existing',
  path: '/meetings/{id}/items/{itemId}/follow-ups',
  tag: 'meetings',
  summary: { da: 'Registrér en aftalt opfølgning', en: 'Record an agreed follow-up' },
  refusals: [
    'meeting.unknown',
    'meeting.cancelled',
    'meeting.minutes-approved',
    'meeting.not-held',
    'meeting.item-unknown',
    'meeting.item-withdrawn',
    'meeting.follow-up-due-unclear',
    'meeting.case-not-on-item',
  ],
  resource: officesInCommittee,
  decide: (state, message, context) => {
    const item = itemOnAgenda(held(openRecord(state)), message.itemId);
    const { itemId, kind, what, owner, recipient, source } = message;
    const data = {
      followUpId: context.newId('follow-up'),
      itemId,
      caseIds: casesOf(item, message.caseIds),
      kind,
      what,
      ...(owner !== undefined && { owner }),
      ...(recipient !== undefined && { recipient }),
      due: dueOf(message.due),
      ...(source && { source }),
    };
    return [{ type: 'FollowUpAgreed', data }];
  },
  answer: (_meeting, message, context): AgreedFollowUp => ({
    followUpId: context.newId('follow-up'),
    missing: gapsIn({ ...message, due: dueOf(message.due) }),
  }),
  answerType: AgreedFollowUp,
};

function casesOf(item: AgendaItem, wanted: readonly string[] | undefined): readonly string[] {
  if (!wanted) return item.caseIds;
  const strange = wanted.filter((caseId) => !item.caseIds.includes(caseId));
  if (strange.length > 0) throw impossible('meeting.case-not-on-item', { caseIds: strange, number: item.number });
  return distinct(wanted);
}

/** Exactly one of the three forms.
 * @throws Refused when none or several are given.
 */
export function dueOf(due: FollowUpDueGiven | undefined): FollowUpDue {
  const forms: FollowUpDue[] = [
    ...(due?.on === undefined ? [] : [{ on: due.on }]),
    ...(due?.nextMeeting ? [{ nextMeeting: true } as const] : []),
    ...(due?.notStated || !due ? [{ notStated: true } as const] : []),
  ];
  const [only, ...others] = forms;
  if (!only || others.length > 0) throw impossible('meeting.follow-up-due-unclear');
  return only;
}
