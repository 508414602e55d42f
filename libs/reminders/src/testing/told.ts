import type { DomainEvent, RecordedEvent } from '@rettidig/event-sourcing';
import { effectsView, effectStreamOf, idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews, recorded } from '@rettidig/event-sourcing/testing';
import { meetingsPart } from '@rettidig/meetings';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import type { ReviewPlan } from '@rettidig/planning';
import { ruleBookPart } from '@rettidig/rules';
import { asItIsNow } from '../again.js';
import { dueItems } from '../due.js';
import type { ClaimedItem, DueItem, MailAbout, ReminderItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { remindersView } from '../projections/reminders.projection.js';
import { reminderStepsPart } from '../reminder-steps.js';
import { SEND_MAIL } from '../sending/windows.js';

export const CASE = idOf('case');
export const COMMITTEE = idOf('committee');
export const MEETING = idOf('meeting');
export const DUTY = idOf('duty');
export const OWNER = idOf('owner');
export const UNIT = idOf('unit');

/** An event at an instant of a day; of the case unless told. */
export const at = (day: string, type: string, data: object, stream = `change-${CASE}`): GivenEvent<DomainEvent> => ({
  ...{ type, data, stream, recordedAt: day.includes('T') ? day : `${day}T10:00:00.000Z` },
});
export const ofMeeting = (day: string, type: string, data: object, id = MEETING): GivenEvent<DomainEvent> =>
  at(day, type, data, `meeting-${id}`);

/** A case that owes a committee a review. */
export const owing = (day: string, of = CASE, duty = DUTY): GivenEvent<DomainEvent>[] => [
  at(
    day,
    'ChangeRegistered',
    {
      ...{ title: 'Sag', kind: 'reorganisation', facts: {}, unitId: UNIT, ownerId: OWNER, externalNumbers: [] },
      decider: { body: 'socialCommittee', managerUnitId: null },
    },
    `change-${of}`,
  ),
  at(
    day,
    'MedInvolvementAssessed',
    {
      ...{ relevance: 'medRelevant', superseded: [], explanation: { ask: [] }, cause: 'registration' },
      requirements: [{ requirementId: duty, committeeId: COMMITTEE, role: 'primary', before: 'decision', ruleId: 'r' }],
    },
    `change-${of}`,
  ),
];

/** A plan towards a decision on 24 June 2026 with the meeting of 1 June. */
export const plan = (more: Partial<ReviewPlan> = {}): ReviewPlan => ({
  ...{ requirementId: DUTY, committeeId: COMMITTEE, aim: 'decision', since: '2026-01-05', bindingPointId: 'p' },
  ...{ reviewBefore: '2026-06-24', meetingId: MEETING, meetingOn: '2026-06-01', lastUsableId: MEETING },
  ...{ lastUsableOn: '2026-06-01', atRiskFrom: '2026-05-12', pastFrom: '2026-06-24' },
  bodies: [
    {
      ...{ pointId: 'p', kind: 'decision', body: 'socialCommittee', day: '2026-06-24', reviewBefore: '2026-06-24' },
      ...{ recommendationBy: null, meetingId: MEETING },
    },
  ],
  steps: [
    { step: 'itemIn', on: '2026-05-11', rule: { code: 'timetable' } },
    { step: 'papersOut', on: '2026-05-18', rule: { code: 'timetable' } },
  ],
  ...more,
});
export const planned = (day: string, plans: readonly ReviewPlan[] = [plan()], of = CASE) =>
  at(day, 'ReviewsPlanned', { plans, cause: { what: 'case' } }, `change-${of}`);

/** What happened, and what is due because of it. */
export function told(...given: readonly GivenEvent<DomainEvent>[]) {
  const log = recorded(given);
  const reference = referenceOf(log);
  const views = filledViews([remindersView, effectsView], given);
  return {
    views,
    reference,
    rows: (sql: string) => views.view(remindersView.name).all<Record<string, unknown>>(sql),
    due: (now: string): DueItem[] => dueItems({ views, reference, now: instant(now) }),
    asItIsNow: (item: ReminderItem, now: string) =>
      asItIsNow(item, {
        now: instant(now),
        reference: () => Promise.resolve(reference),
        readStream: <E extends DomainEvent>(stream: string) =>
          Promise.resolve(log.filter((event) => event.stream === stream) as RecordedEvent<E>[]),
      }),
  };
}

/** Eight in the morning, Copenhagen summer time, unless told. */
const instant = (now: string): string => (now.includes('T') ? now : `${now}T06:00:00.000Z`);

export function referenceOf(log: readonly RecordedEvent[]): RemindersReference {
  const folded = <Value>(part: {
    readonly categories: readonly string[];
    readonly initial: Value;
    readonly evolve: (value: Value, event: RecordedEvent) => Value;
  }): Value =>
    log.filter(({ stream }) => part.categories.includes(stream.split('-')[0]!)).reduce(part.evolve, part.initial);
  return {
    organisation: folded(organisationPart),
    ruleBook: folded(ruleBookPart),
    meetings: folded(meetingsPart),
    functions: folded(functionsPart),
    reminderSteps: folded(reminderStepsPart),
  };
}

/** A mail to a person about what is due, as its claim stands in the log. */
export function claimed(now: string, to: string, due: readonly DueItem[], of: readonly string[] = [to]) {
  const items = due.map(({ item, overtaken, ...asked }): ClaimedItem => ({
    ...{ ...item, overtaken, of, as: asked.to, substituteFor: [], fallback: false },
    asked: { lane: asked.lane, to: asked.to, escalates: asked.escalates, toldBefore: [], refusedBy: [] },
  }));
  const about: MailAbout = { to, lane: 'dated', window: now.slice(0, 10), items };
  const data = { effect: SEND_MAIL, key: mailKey(to, now), about, dueAt: instant(now), attempt: 1, isRepeat: false };
  return at(instant(now), 'EffectClaimed', { ...data, leaseUntil: instant(now) }, mailStream(to, now));
}
export const mailStream = (to: string, now: string): string => effectStreamOf(SEND_MAIL, mailKey(to, now));
const mailKey = (to: string, now: string): string => `${to}/${now}`;

/** The same mail, claimed and sent. */
export const sent = (now: string, to: string, due: readonly DueItem[], of?: readonly string[]) => [
  claimed(now, to, due, of),
  at(instant(now), 'EffectDone', { result: '250 ok', attempt: 1 }, mailStream(to, now)),
];
