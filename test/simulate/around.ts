import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Random } from '../support/random.js';
import type { Town } from './municipality.js';
import { personOf, weekday } from './municipality.js';
import type { Office } from './office.js';
import type { ToldTown } from './told.js';

/** What happens around the cases, and with which chance on a weekday. */
const CHANCES = {
  move: 0.15,
  cancel: 0.06,
  extra: 0.06,
  manager: 0.04,
  substitute: 0.05,
  seat: 0.04,
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
  private readonly managers = new Map<string, { readonly appointmentId: string; readonly number: number }>();
  private people = 0;

  constructor(
    private readonly life: Lived,
    /** Told of everybody new who can get mail. */
    private readonly comes: (personId: string, as: 'manager' | 'member') => Promise<void>,
  ) {}

  /** Whoever is the manager of a unit now. */
  managerOf = (unitId: string): string => personOf(`leder ${unitId} ${this.managers.get(unitId)?.number ?? 0}`);

  /** Every unit gets its first manager. */
  async begins(from: string): Promise<void> {
    const { top, centres, services } = this.life.town;
    for (const unitId of [top, ...centres, ...services.flat()]) await this.appoint(unitId, 0, from);
  }

  async liveThrough(today: string): Promise<void> {
    for (const what of Object.keys(CHANCES) as Happening[])
      if (this.life.random.chance(CHANCES[what])) await this.happens[what](today);
  }

  private readonly happens: Readonly<Record<Happening, (today: string) => Promise<unknown>>> = {
    move: (today) =>
      this.ofMeeting(today, (on) => {
        const to = weekday(plusCalendarDays(on, this.life.random.below(40) - 15));
        return to > today && to !== on ? ['MoveMeeting', { to, reason: 'Lokalet er optaget' }] : undefined;
      }),
    cancel: (today) => this.ofMeeting(today, () => ['CancelMeeting', { reason: 'For få punkter' }]),
    extra: (today) => {
      const { committeeId } = this.life.random.oneOf(this.life.town.committees);
      const on = weekday(plusCalendarDays(today, 15 + this.life.random.below(30)));
      return this.life.office.tries('ScheduleMeeting', { committeeId, on, extraordinary: true });
    },
    manager: (today) => this.replaceManager(today),
    substitute: async (today) => {
      const substituteId = await this.somebodyNew('member');
      const personId = this.managerOf(this.life.random.oneOf(this.life.random.oneOf(this.life.town.services)));
      const to = plusCalendarDays(today, 5 + this.life.random.below(30));
      await this.life.office.tries('NameSubstitute', { personId, substituteId, from: today, to });
    },
    seat: async (today) => {
      const { seatId } = this.life.random.oneOf(this.life.random.oneOf(this.life.town.committees).seats);
      if (!(await this.life.office.tries('VacateSeat', { seatId, on: today }))) return;
      if (this.life.random.chance(0.7))
        await this.life.office.tries('FillSeat', { seatId, personId: await this.somebodyNew('member'), from: today });
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

  /** Of the next sixty days. */
  private async ofMeeting(today: string, act: (on: string) => [string, object] | undefined): Promise<void> {
    const until = plusCalendarDays(today, 60);
    const ahead = [...this.life.told.meetings.values()].filter(
      ({ status, on }) => status === 'scheduled' && on > today && on < until,
    );
    if (ahead.length === 0) return;
    const { meetingId, on } = this.life.random.oneOf(ahead);
    const said = act(on);
    if (said) await this.life.office.tries(...said, { on: meetingId });
    await this.life.office.settles();
  }

  /** The cases stay with whoever left until somebody notices. */
  private async replaceManager(today: string): Promise<void> {
    const unitId = this.life.random.oneOf(this.life.random.oneOf(this.life.town.services));
    const { appointmentId, number } = this.managers.get(unitId)!;
    if (!(await this.life.office.tries('EndAppointment', { appointmentId, on: today }))) return;
    const left = this.managerOf(unitId);
    await this.appoint(unitId, number + 1, today);
    for (const one of this.life.told.cases.values())
      if (one.ownerId === left && !one.withdrawn && this.life.random.chance(0.8))
        await this.life.office.tries('AssignCaseOwner', { ownerId: this.managerOf(unitId) }, { on: one.changeId });
  }

  private async appoint(unitId: string, number: number, from: string): Promise<void> {
    const personId = personOf(`leder ${unitId} ${number}`);
    const { appointmentId } = await this.life.office.does('AppointUnitManager', { unitId, personId, from });
    this.managers.set(unitId, { appointmentId: appointmentId!, number });
    await this.comes(personId, 'manager');
  }

  private async somebodyNew(as: 'manager' | 'member'): Promise<string> {
    const personId = personOf(`ny ${(this.people += 1)}`);
    await this.comes(personId, as);
    return personId;
  }
}
