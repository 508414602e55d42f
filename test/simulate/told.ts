import { subjectOf, type RecordedEvent } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import { caseOf, learnOfCase, type ToldCase } from './told-case.js';
import type { Told } from './told-data.js';
import { learnOfMeeting, type ToldMeeting } from './told-meeting.js';
import { ToldPeople } from './told-people.js';

/** Something that may have needed MED, as somebody asked. */
export interface ToldQuestion {
  readonly possibleMissId: string;
  readonly on: string;
  answered: boolean;
}

/** A forum that looks through what is coming, with the rounds that it held. */
export interface ToldForum {
  readonly forumId: string;
  readonly from: string;
  readonly agreedOn: string;
  readonly periods: Map<string, string>;
  readonly held: Set<string>;
}

/** What a log tells to somebody who knows nothing of reminders. */
export class ToldTown {
  readonly cases = new Map<string, ToldCase>();
  readonly meetings = new Map<string, ToldMeeting>();
  readonly questions = new Map<string, ToldQuestion>();
  readonly forums = new Map<string, ToldForum>();
  readonly people = new ToldPeople();
  readonly closingDays: Told[] = [];
  /** Days after a meeting until its minutes are out, by committee. */
  readonly minutesDue = new Map<string, Told>();
  private readonly casesOfYear = new Map<string, number>();

  learn(event: RecordedEvent): void {
    const { type, stream, data, meta } = event;
    const told: Told = data;
    const id = subjectOf(stream);
    if (type === 'ClosingDaysAgreed') this.closingDays.push(told.closingDays);
    if (type === 'LocalTimetableAgreed') this.minutesDue.set(told.timetable.committeeId, told.timetable.minutesDue);
    this.people.learn(type, told);
    if (stream.startsWith('meeting-')) learnOfMeeting(this.meetings, id, event);
    if (stream.startsWith('possibleMiss-')) this.learnOfQuestion(id, type, told, dayOf(meta.recordedAt));
    if (stream.startsWith('screeningForum-')) this.learnOfForum(id, type, told, dayOf(meta.recordedAt));
    if (!stream.startsWith('change-')) return;
    if (!this.cases.has(id)) this.cases.set(id, this.caseOf(id, dayOf(meta.recordedAt)));
    learnOfCase(this.cases.get(id)!, event);
  }

  private caseOf(id: string, on: string): ToldCase {
    const year = on.slice(0, 4);
    const count = (this.casesOfYear.get(year) ?? 0) + 1;
    this.casesOfYear.set(year, count);
    return caseOf(id, `${year}-${String(count).padStart(4, '0')}`, on);
  }

  private learnOfQuestion(possibleMissId: string, type: string, told: Told, on: string): void {
    if (type === 'PossibleMissReported') this.questions.set(possibleMissId, { possibleMissId, on, answered: false });
    if (type === 'PossibleMissDismissed' && told.byBoth) this.questions.get(possibleMissId)!.answered = true;
  }

  private learnOfForum(forumId: string, type: string, told: Told, on: string): void {
    if (type === 'ScreeningForumAgreed')
      this.forums.set(forumId, { forumId, from: told.from, agreedOn: on, periods: new Map(), held: new Set() });
    const forum = this.forums.get(forumId)!;
    if (type === 'ScreeningRoundOpened') forum.periods.set(told.roundId, told.period);
    if (type === 'ScreeningRoundHeld') forum.held.add(forum.periods.get(told.roundId)!);
  }
}
