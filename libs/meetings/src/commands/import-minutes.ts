import type { CommandDefinition } from '@rettidig/event-sourcing';
import { evolve, idOf, Refused } from '@rettidig/event-sourcing';
import { seatsOn } from '@rettidig/organisation';
import type { MeetingContext, MeetingReference } from '../checks.js';
import { knownCommittee, notInTheFuture } from '../checks.js';
import type { Attendance, MeetingEvent } from '../meeting.events.js';
import type { AgendaItem, Meeting } from '../meeting.js';
import { meetingDecider } from '../meeting.js';
import { memberSeats, rosterOf } from '../roster.js';
import { dueOf } from './agree-follow-up.js';
import type { ImportedItem } from './import-minutes.message.js';
import { ImportMinutes } from './import-minutes.message.js';
import { checkDayUnused } from './record-attendance.js';

/** The id of an item that minutes bring along: the same in whatever form the minutes come. */
export const importedItemId = (meetingId: string, number: number): string =>
  idOf('imported-item', meetingId, String(number));

/** The id of the follow-up that stands at a place among those of its item. */
export const importedFollowUpId = (meetingId: string, number: number, place: number): string =>
  idOf('imported-follow-up', meetingId, String(number), String(place));

/**
 * Records of a meeting what its minutes say and the record does not have yet, in one append. What is there already stays
 * as it is, whatever the minutes say, but for who came where somebody chose to follow the minutes; approved minutes are
 * closed. Again it records only what is missing.
 */
export const importMinutes: CommandDefinition<Meeting | undefined, MeetingEvent, ImportMinutes, MeetingReference> = {
  name: 'ImportMinutes',
  message: ImportMinutes,
  decider: meetingDecider,
  kind: 'fact',
  target: 'given',
  path: null,
  tag: 'meetings',
  summary: { da: 'Indlæs et referat på mødet', en: 'Record what imported minutes say' },
  refusals: ['meeting.committee-unknown', 'meeting.held-in-the-future', 'meeting.cancelled', 'meeting.held-on-is-used'],
  decide: (state, message, context) => {
    knownCommittee(context, message.committeeId);
    notInTheFuture(message.heldOn, context, 'meeting.held-in-the-future');
    if (state?.status === 'cancelled') throw new Refused('meeting.cancelled');
    if (state?.minutesApproved) return [];
    const record = new MinutesRecord(state, message, context);
    record.call();
    for (const item of message.items) record.add(item);
    record.attend();
    for (const item of message.items) record.handle(item);
    record.tell();
    return record.events;
  },
};

/** Whether two rosters say the same of every seat. */
const sameRoster = (one: readonly Attendance[], other: readonly Attendance[]): boolean =>
  one.length === other.length &&
  one.every(({ seatId, capacity, presence, personId }) =>
    other.some(
      (entry) =>
        entry.seatId === seatId &&
        entry.capacity === capacity &&
        entry.presence === presence &&
        entry.personId === personId,
    ),
  );

/** The meeting as it becomes, event by event. */
class MinutesRecord {
  readonly events: MeetingEvent[] = [];

  constructor(
    private meeting: Meeting | undefined,
    private readonly message: ImportMinutes,
    private readonly context: MeetingContext,
  ) {}

  call(): void {
    if (this.meeting) return;
    const { committeeId, heldOn, called, reference } = this.message;
    const { startsAt, endsAt, place, extraordinary } = called;
    this.tellThat({
      type: 'MeetingScheduled',
      data: {
        committeeId,
        on: heldOn,
        ...(startsAt && { startsAt }),
        ...(endsAt && { endsAt }),
        ...(place && { place }),
        extraordinary,
        source: { kind: 'minutes', reference },
      },
    });
  }

  add({ number, title, standing, reference }: ImportedItem): void {
    if (this.itemNumbered(number)) return;
    const itemId = importedItemId(this.context.subjectId, number);
    const source = { kind: 'minutes' as const, reference };
    this.tellThat({ type: 'AgendaItemAdded', data: { itemId, number, title, caseIds: [], standing, source } });
  }

  attend(): void {
    const { attendance: entries, replacesAttendance, heldOn, committeeId, reference } = this.message;
    const { heldOn: before, attendance: recorded } = this.meeting!;
    if (!entries || (before && !replacesAttendance)) return;
    checkDayUnused(this.meeting!, heldOn);
    const seats = memberSeats(seatsOn(this.context.reference.organisation, committeeId, heldOn));
    const attendance = rosterOf(seats, entries);
    if (before === heldOn && sameRoster(recorded, attendance)) return;
    this.tellThat({
      type: 'AttendanceRecorded',
      data: { heldOn, attendance, source: { kind: 'minutes', reference } },
    });
  }

  /** What was said can be recorded only of a meeting that is known to have been held. */
  handle(told: ImportedItem): void {
    const { heldOn } = this.meeting!;
    const item = this.itemNumbered(told.number);
    if (!heldOn || !item || item.status === 'withdrawn') return;
    if (item.status === 'planned') this.discuss(item, told, heldOn);
    // Follow-ups that somebody entered are about the same promises: the minutes add nothing beside them.
    const known = [...this.meeting!.followUps.values()].filter(({ itemId }) => itemId === item.itemId);
    const places = Array.from({ length: 100 }, (_none, at) =>
      importedFollowUpId(this.context.subjectId, told.number, at),
    );
    if (known.some(({ followUpId }) => !places.includes(followUpId))) return;
    for (const followUp of told.followUps) {
      const { followUpId, kind, what, due, reference } = followUp;
      if (this.meeting!.followUps.has(followUpId)) continue;
      const source = { kind: 'minutes' as const, reference };
      const { itemId, caseIds } = item;
      this.tellThat({
        type: 'FollowUpAgreed',
        data: { followUpId, itemId, caseIds, kind, what, due: dueOf(due), source },
      });
    }
  }

  /** Numbers, dates and annexes are told by the first import that has them. */
  tell(): void {
    const { importId, externalNumbers, documentDate, items, tellsDocument } = this.message;
    if (!tellsDocument || this.meeting!.imports.includes(importId)) return;
    const told = items.flatMap(({ number, annexes, politicalDates }) => {
      const item = this.itemNumbered(number);
      return item && annexes.length + politicalDates.length > 0
        ? [{ itemId: item.itemId, annexes, politicalDates }]
        : [];
    });
    if (externalNumbers.length + told.length === 0 && !documentDate) return;
    this.tellThat({
      type: 'MinutesImported',
      data: { importId, externalNumbers, ...(documentDate && { documentDate }), items: told },
    });
  }

  private discuss({ itemId, caseIds }: AgendaItem, told: ImportedItem, heldOn: string): void {
    const { form, jointSummary, reference } = told;
    if (jointSummary && jointSummary.length > 0) {
      const summary = jointSummary.map(({ employeeSide, managementSide, reference: place }) => ({
        employeeSide,
        managementSide,
        source: { kind: 'minutes' as const, reference: place },
      }));
      this.tellThat({ type: 'ItemDiscussedWithJointSummary', data: { itemId, caseIds, heldOn, summary } });
    } else if (form) {
      const source = { kind: 'minutes' as const, reference };
      this.tellThat({ type: 'ItemDiscussed', data: { itemId, caseIds, heldOn, form, source } });
    }
  }

  private itemNumbered = (number: number): AgendaItem | undefined =>
    [...this.meeting!.items.values()].find((item) => item.number === number);

  private tellThat(event: MeetingEvent): void {
    this.events.push(event);
    const { now: recordedAt, actor, commandId } = this.context;
    const told = { commandId, commandHash: '', correlationId: commandId, causationId: commandId, basis: '' };
    const meta = { ...told, recordedAt, actor, schema: 1, byPerson: true };
    this.meeting = evolve(meetingDecider, this.meeting, { ...event, meta });
  }
}
