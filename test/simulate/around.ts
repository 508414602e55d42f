import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Random } from '../support/random.js';
import { Diary } from './diary.js';
import type { Town } from './municipality.js';
import { managerOf, personOf, weekday } from './municipality.js';
import type { Office } from './office.js';
import type { ToldTown } from './told.js';

/** What happens around the cases, and with which chance on a weekday. */
const CHANCES = {
  move: 0.15,
  cancel: 0.06,
  extra: 0.06,
  manager: 0.04,
  substitute: 0.1,
  seat: 0.06,
  close: 0.004,
} as const;

type Happening = keyof typeof CHANCES;

/** What happenings are made of. */
export interface Lived {
  readonly office: Office;
  readonly town: Town;
  readonly told: ToldTown;
  readonly random: Random;
}

/** Meetings move, people come and go, days are closed: by a seed. */
export class Around {
  /** Managers by unit; the number counts those who had it. */
  private readonly managers = new Map<string, { readonly appointmentId: string | null; readonly number: number }>();
  private people = 0;
  private readonly diary = new Diary<() => Promise<unknown>>();

  constructor(
    private readonly life: Lived,
    /** Told of everybody new who can get mail. */
    private readonly comes: (personId: string, as: 'manager' | 'member') => Promise<void>,
  ) {}

  /** Whoever is the manager of a unit now. */
  managerOf = (unitId: string): string => managerOf(unitId, this.managers.get(unitId)?.number ?? 0);

  /** Every unit gets its first manager. */
  async begins(from: string): Promise<void> {
    const { top, centres, services } = this.life.town;
    for (const unitId of [top, ...centres, ...services.flat()]) await this.appoint(unitId, 0, from);
  }

  async liveThrough(today: string): Promise<void> {
    for (const deed of this.diary.of(today)) await deed();
    for (const what of Object.keys(CHANCES) as Happening[])
      if (this.life.random.chance(CHANCES[what])) await this.happens[what](today);
  }

  private readonly happens: Readonly<Record<Happening, (today: string) => Promise<unknown>>> = {
    move: (today) =>
      this.ofMeeting(today, (on) => {
        const days = this.life.random.below(40) - 15;
        // At times only to another hour, which is the other one every second day.
        const to = days > 20 ? on : weekday(plusCalendarDays(on, days));
        const hours = to === on ? { startsAt: Number(today.at(-1)) % 2 ? '13:00' : '09:00' } : {};
        return to > today ? ['MoveMeeting', { to, ...hours, reason: 'Lokalet er optaget' }] : undefined;
      }),
    cancel: (today) => this.ofMeeting(today, () => ['CancelMeeting', { reason: 'For få punkter' }]),
    extra: (today) => {
      const { committeeId } = this.life.random.oneOf(this.life.town.committees);
      const on = weekday(plusCalendarDays(today, 15 + this.life.random.below(30)));
      return this.life.office.tries('ScheduleMeeting', { committeeId, on, extraordinary: true, place: 'Rådhuset' });
    },
    manager: (today) => this.replaceManager(today),
    substitute: async (today) => {
      const substituteId = await this.somebodyNew();
      const personId = this.life.random.oneOf([
        this.managerOf(this.life.random.oneOf(this.life.random.oneOf(this.life.town.services))),
        this.life.random.oneOf(this.life.random.oneOf(this.life.town.committees).seats).personId,
        personOf('sekretær 1'),
      ]);
      const to = plusCalendarDays(today, 5 + this.life.random.below(30));
      await this.life.office.tries('NameSubstitute', { personId, substituteId, from: today, to });
    },
    seat: async (today) => {
      const { seats } = this.life.random.oneOf(this.life.town.committees);
      const offices = seats.filter(({ office }) => office === 'deputyChair');
      const { seatId } = this.life.random.oneOf(this.life.random.chance(0.4) ? offices : seats);
      await this.leaves(seatId, today);
    },
    close: (today) => {
      const day = (n: number) => weekday(plusCalendarDays(today, 30 + n));
      const yearly = [
        { month: 6, day: 5 },
        { month: 12, day: 24 },
        { month: 12, day: 31 },
      ];
      const single = [day(this.life.random.below(60)), day(60 + this.life.random.below(60))];
      const version = `${today.slice(0, 4)}-${(this.people += 1)}`;
      return this.life.office.tries('AgreeClosingDays', {
        version,
        effectiveFrom: plusCalendarDays(today, 1),
        yearly,
        single,
        avoid: [],
      });
    },
  };

  /** Of the next sixty days; often of the next week, when people were told of it. */
  private async ofMeeting(today: string, act: (on: string) => [string, object] | undefined): Promise<void> {
    const until = plusCalendarDays(today, this.life.random.chance(0.2) ? 7 : 60);
    const ahead = [...this.life.told.meetings.values()].filter(
      ({ status, on }) => status === 'scheduled' && on > today && on < until,
    );
    if (ahead.length === 0) return;
    const { meetingId, on } = this.life.random.oneOf(ahead);
    const said = act(on);
    if (said && (await this.life.office.tries(...said, { on: meetingId })) && this.life.random.chance(0.4))
      this.diary.note(weekday(plusCalendarDays(today, this.life.random.below(6))), () =>
        this.life.office.tries('MoveMeeting', { to: on, reason: 'Lokalet er alligevel ledigt' }, { on: meetingId }),
      );
    await this.life.office.settles();
  }

  /** Known a while before or on the day; who comes after is known then, later, or much later. */
  private async leaves(seatId: string, today: string): Promise<void> {
    const { office, random } = this.life;
    const on = plusCalendarDays(today, random.oneOf([0, 0, 5, 20, 45]));
    if (!(await office.tries('VacateSeat', { seatId, on }))) return;
    const filled = weekday(plusCalendarDays(today, random.oneOf([0, 0, 10, 60])));
    const fills = async (): Promise<unknown> =>
      office.tries('FillSeat', { seatId, personId: await this.somebodyNew(), from: on > filled ? on : filled });
    if (filled === today) await fills();
    else this.diary.note(filled, fills);
  }

  /** The cases stay with whoever left until somebody notices. */
  private async replaceManager(today: string): Promise<void> {
    const unitId = this.life.random.oneOf(this.life.random.oneOf(this.life.town.services));
    const had = this.managers.get(unitId);
    if (!had?.appointmentId) return;
    const { appointmentId, number } = had;
    if (!(await this.life.office.tries('EndAppointment', { appointmentId, on: today }))) return;
    const left = this.managerOf(unitId);
    if (this.life.random.chance(0.3)) {
      // Nobody comes after them for a while.
      const later = weekday(plusCalendarDays(today, 10 + this.life.random.below(40)));
      this.managers.set(unitId, { appointmentId: null, number });
      this.diary.note(later, async () => {
        await this.appoint(unitId, number + 1, this.life.office.today);
        await this.takesOver(left, unitId);
      });
      return;
    }
    await this.appoint(unitId, number + 1, today);
    await this.takesOver(left, unitId);
  }

  private async takesOver(left: string, unitId: string): Promise<void> {
    const { office, told, town, random } = this.life;
    const chaired = town.committees
      .find(({ covers }) => covers === unitId)
      ?.seats.find((one) => one.office === 'chair');
    const from = office.today;
    const personId = this.managerOf(unitId);
    if (chaired && (await office.tries('VacateSeat', { seatId: chaired.seatId, on: from })))
      await office.tries('FillSeat', { seatId: chaired.seatId, personId, from });
    for (const one of told.cases.values())
      if (one.ownerId === left && !one.withdrawn && random.chance(0.8))
        await office.tries('AssignCaseOwner', { ownerId: personId }, { on: one.changeId });
  }

  private async appoint(unitId: string, number: number, from: string): Promise<void> {
    const personId = managerOf(unitId, number);
    const { appointmentId } = await this.life.office.does('AppointUnitManager', { unitId, personId, from });
    this.managers.set(unitId, { appointmentId: appointmentId!, number });
    await this.comes(personId, 'manager');
  }

  /** Somebody whom nobody knew before, with an address as a rule. */
  somebodyNew = async (): Promise<string> => {
    const personId = personOf(`ny ${(this.people += 1)}`);
    await this.comes(personId, 'member');
    return personId;
  };
}
