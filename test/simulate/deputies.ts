import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Lived } from './around.js';
import { Diary } from './diary.js';
import { weekday } from './municipality.js';

const CHANCES = {
  /** On a weekday, somebody cannot come to a meeting that is near. */
  calls: 0.3,
  /** Nor can their deputy, or they can come after all. */
  callsAnother: 0.4,
  /** After which the meeting is moved by a day: whoever was called first and does not come any more hears of that. */
  moves: 0.4,
} as const;

/** The secretariat calls deputies for meetings: before people were told of them, between, and after. All by a seed. */
export class Deputies {
  private readonly diary = new Diary<() => Promise<unknown>>();

  constructor(
    private readonly life: Lived,
    /** Somebody without a seat. */
    private readonly somebodyNew: () => Promise<string>,
  ) {}

  async liveThrough(today: string): Promise<void> {
    for (const deed of this.diary.of(today)) await deed();
    if (this.life.random.chance(CHANCES.calls)) await this.call(today);
  }

  private async call(today: string): Promise<void> {
    const { random, office, told } = this.life;
    const until = plusCalendarDays(today, 16);
    const near = [...told.meetings.values()].filter(
      ({ status, on }) => status === 'scheduled' && today <= on && on < until,
    );
    if (near.length === 0) return;
    const { meetingId, committeeId, on } = random.oneOf(near);
    const { seatId } = random.oneOf(told.people.seatsOn(committeeId, on)).seat;
    const calls = (personId: string | null): Promise<unknown> =>
      office.tries('CallDeputy', { seatId, personId }, { on: meetingId });
    await calls(await this.somebodyNew());
    if (!random.chance(CHANCES.callsAnother)) return;
    this.diary.note(weekday(plusCalendarDays(today, 1 + random.below(8))), async () => {
      await calls(random.chance(0.5) ? null : await this.somebodyNew());
      const to = weekday(plusCalendarDays(on, 1));
      if (random.chance(CHANCES.moves))
        await office.tries('MoveMeeting', { to, reason: 'For mange afbud' }, { on: meetingId });
    });
  }
}
