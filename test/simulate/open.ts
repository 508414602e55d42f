import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import type { Obligation } from './expected.js';
import { nameOf, type Ledger } from './ledger.js';
import { ofCase } from './of-cases.js';
import { ofMeeting } from './of-meetings.js';
import { ofForum, ofQuestion, ofRefused, ofSeat } from './of-others.js';
import type { Told } from './told-data.js';
import type { ToldTown } from './told.js';
import type { ToldMeeting } from './told-meeting.js';

/** Everything that somebody must be reminded of, worked out anew for whatever an event is about. */
export class OpenThings {
  /** By what they follow from. */
  private readonly bySource = new Map<string, readonly Obligation[]>();
  private readonly byName = new Map<string, Obligation>();
  /** How often something that was there came up anew. */
  private readonly times = new Map<string, number>();
  /** The instant at which it came up. */
  private readonly since = new Map<string, string>();
  /** From which day to which it was so before, each time. */
  private readonly before = new Map<string, (readonly [string, string])[]>();
  /** Meetings at which something was agreed on for the next one. */
  private readonly waiting = new Set<ToldMeeting>();
  /** What is gone, even when it came back, since somebody looked. */
  readonly gone = new Set<string>();

  constructor(
    private readonly told: ToldTown,
    private readonly ledger: Ledger,
  ) {}

  learn({ type, stream, data, meta }: RecordedEvent): void {
    const [category, id, now] = [stream.slice(0, stream.indexOf('-')), subjectOf(stream), meta.recordedAt];
    const { told, ledger } = this;
    const { seatId } = data as Told;
    if (type === 'ClosingDaysAgreed')
      for (const { meetingId } of told.meetings.values()) this.ofMeeting(meetingId, now);
    if (category === 'change') this.set(stream, ofCase(told.cases.get(id)!), now);
    if (category === 'meeting') this.ofMeetingsWith(id, now);
    if (told.people.seats.has(seatId)) this.set(`seat-${seatId}`, ofSeat(told.people.seats.get(seatId)!), now);
    if (told.questions.has(id)) this.set(stream, ofQuestion(told.questions.get(id)!), now);
    if (told.forums.has(id)) this.set(stream, ofForum(told.forums.get(id)!, dayOf(now)), now);
    const mail = category === 'effect' ? ledger.mails.get(id) : undefined;
    if (mail?.refusedOn !== undefined) this.set(stream, ofRefused(mail), now);
  }

  /** Months come into sight. */
  dayComes(now: string): void {
    for (const forum of this.told.forums.values())
      this.set(`screeningForum-${forum.forumId}`, ofForum(forum, dayOf(now)), now);
  }

  /** By its name, when it is so on a day. */
  find(name: string, today: string): Obligation | undefined {
    const one = this.byName.get(name);
    return one && isOpen(one, today) ? one : undefined;
  }

  /** Everything that is so on a day. */
  on = (today: string): Obligation[] => [...this.byName.values()].filter((one) => isOpen(one, today));

  timesOf = (name: string): number => this.times.get(name) ?? 0;
  /** The instant at which it came up. */
  sinceOf = (name: string): string => this.since.get(name)!;
  /** Whether it was so on a day, and had been so the day before, until it was gone for a while. */
  wasSoOn = (name: string, day: string): boolean =>
    (this.before.get(name) ?? []).some(([from, until]) => from < day && day <= until);

  /** Those that were agreed on to be done at its committee's next meeting hang on every meeting. */
  private ofMeetingsWith(meetingId: string, now: string): void {
    const { committeeId } = this.told.meetings.get(meetingId)!;
    this.ofMeeting(meetingId, now);
    for (const one of this.waiting)
      if (one.committeeId === committeeId && one.meetingId !== meetingId) this.ofMeeting(one.meetingId, now);
  }

  private ofMeeting(meetingId: string, now: string): void {
    const meeting = this.told.meetings.get(meetingId)!;
    if (waitsForNext(meeting)) this.waiting.add(meeting);
    else this.waiting.delete(meeting);
    this.set(`meeting-${meetingId}`, ofMeeting(meeting, this.told), now);
  }

  private set(source: string, obligations: readonly Obligation[], now: string): void {
    const there = new Map(obligations.map((one) => [nameOf(one), one]));
    for (const name of (this.bySource.get(source) ?? []).map(nameOf)) if (!there.has(name)) this.close(name, now);
    for (const [name, one] of there) {
      if (!this.byName.has(name)) this.since.set(name, now);
      this.byName.set(name, one);
    }
    this.bySource.set(source, obligations);
  }

  private close(name: string, now: string): void {
    this.before.set(name, [...(this.before.get(name) ?? []), [dayOf(this.sinceOf(name)), dayOf(now)]]);
    this.byName.delete(name);
    this.gone.add(name);
    this.times.set(name, this.timesOf(name) + 1);
  }
}

const waitsForNext = ({ followUps }: ToldMeeting): boolean => {
  for (const { done, due } of followUps.values()) if (!done && due.nextMeeting) return true;
  return false;
};

const isOpen = ({ until }: Obligation, today: string): boolean => until === undefined || today < until;
