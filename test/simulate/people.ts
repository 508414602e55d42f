import type { RecordedEvent } from '@rettidig/event-sourcing';
import { subjectOf } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import { isPolitical, plusCalendarDays } from '@rettidig/vocabulary';
import type { Alarm } from './alarm.js';
import type { Lived } from './around.js';
import { Diary } from './diary.js';
import { weekday } from './municipality.js';
import type { ToldCase } from './told-case.js';
import { dayOfPoint, isPlacedFor } from './told-case.js';

type Deed = (today: string) => Promise<unknown>;

/** How people are: with these chances they do a thing in time, and by themselves. */
const HABITS = {
  placesInTime: 0.7,
  filesInTime: 0.8,
  dispatchesInTime: 0.85,
  recordsAtOnce: 0.8,
  /** Who was reminded does it on the next days, with this chance. */
  actsWhenReminded: 0.7,
} as const;

/** Registers changes, puts them on agendas, meets, decides; forgets, moves, withdraws. All by a seed. */
export class People {
  private readonly diary = new Diary<Deed>();
  /** Plans that somebody has in mind already, by duty and meeting. */
  private readonly inMind = new Set<string>();
  private readonly byMeeting = new Map<string, Set<ToldCase>>();

  constructor(
    private readonly life: Lived,
    private readonly managerOf: (unitId: string) => string,
  ) {}

  /** What somebody learns from an event makes them plan what they do. */
  notice({ type, stream }: RecordedEvent): void {
    if (!stream.startsWith('change-')) return;
    const one = this.life.told.cases.get(subjectOf(stream))!;
    if (type === 'ReviewsPlanned') for (const plan of one.plans) this.mindPlan(one, plan);
    if (type === 'DecisionPointPlanned' || type === 'DecisionPointMoved') this.mindPoints(one);
    if (type === 'CasePlacedOnAgenda')
      for (const { meetingId } of one.placed.values()) {
        const cases = this.byMeeting.get(meetingId) ?? new Set();
        this.byMeeting.set(meetingId, cases.add(one));
      }
  }

  /** Somebody read a mail about a case: as a rule they do it in the next days. */
  isReminded(changeId: string, today: string): void {
    if (!this.life.random.chance(HABITS.actsWhenReminded)) return;
    const one = this.life.told.cases.get(changeId);
    const on = weekday(plusCalendarDays(today, this.life.random.below(3)));
    if (one) this.diary.note(on > today ? on : weekday(plusCalendarDays(today, 1)), () => this.catchUp(one));
  }

  /** So many changes come in today. */
  async register(number: number): Promise<void> {
    for (let n = 0; n < number; n += 1)
      await this.life.office.does('RegisterChange', this.change(), { role: 'secretariat' });
  }

  async liveThrough(today: string): Promise<void> {
    for (const deed of this.diary.of(today)) await deed(today);
    await this.meet(today);
  }

  /** Of what mails lie about that nobody sent, much becomes otherwise. */
  async meddle(abouts: ReturnType<Alarm['waiting']>): Promise<void> {
    const { random, office, told } = this.life;
    for (const { changeId, meetingId } of abouts) {
      if (!random.chance(0.3)) continue;
      const one = changeId === undefined ? undefined : told.cases.get(changeId);
      if (one) await this.meddleWith(one);
      const meeting = meetingId ? told.meetings.get(meetingId) : undefined;
      const to = weekday(plusCalendarDays(office.today, 2 + random.below(30)));
      if (meeting && random.chance(0.2))
        await office.tries('MoveMeeting', { to, reason: 'Det passer bedre' }, { on: meeting.meetingId });
    }
  }

  private meddleWith(one: ToldCase): Promise<unknown> {
    const { random, office } = this.life;
    const [point] = [...one.points.keys()];
    const ownerId = this.managerOf(random.oneOf(random.oneOf(this.life.town.services)));
    const acts = [
      () => this.catchUp(one),
      () => this.withdraw(one),
      () => office.tries('AssignCaseOwner', { ownerId }, { on: one.changeId }),
      () => Promise.resolve(point && this.putOff(one, point)),
    ];
    return random.oneOf(acts)();
  }

  private change(): object {
    const { random, town, office } = this.life;
    const centre = random.below(town.centres.length);
    const service = random.oneOf(town.services[centre]!);
    const decidedOn = weekday(plusCalendarDays(office.today, 30 + random.below(150)));
    const political = random.chance(0.3);
    const body = political ? random.oneOf(['socialCommittee', 'financeCommittee'] as const) : 'manager';
    const managerUnitId = political || random.chance(0.3) ? town.centres[centre]! : service;
    const when = random.chance(0.85) ? { on: decidedOn } : { onOrBefore: decidedOn };
    return {
      title: 'En ændring',
      unitId: random.chance(0.95) ? service : null,
      ownerId: random.chance(0.97) ? this.managerOf(managerUnitId) : null,
      decider: { body, managerUnitId },
      ...(political
        ? { kind: random.oneOf(['newService', 'other']), facts: { affectsStaff: 'yes' } }
        : { kind: 'other', facts: { affectsStaff: random.chance(0.9) ? 'yes' : 'no' } }),
      ...(random.chance(0.92) && {
        decisionPoints: [{ kind: random.chance(0.85) || political ? 'decision' : 'start', body, when }],
      }),
    };
  }

  /** The owner means to bring it in; the secretariat means to send its papers. */
  private mindPlan(one: ToldCase, plan: ReviewPlan): void {
    const { meetingId, meetingOn, requirementId, steps } = plan;
    const thought = `${requirementId} ${meetingId} ${meetingOn}`;
    if (meetingId === null || meetingOn === null || this.inMind.has(thought)) return;
    this.inMind.add(thought);
    const { diary } = this;
    const { random, office } = this.life;
    const dayOfStep = (name: string) => steps.find(({ step }) => step === name)?.on ?? meetingOn;
    const soon = (day: string, before: number) => {
      const on = weekday(plusCalendarDays(day, -before));
      return on > office.today ? on : weekday(plusCalendarDays(office.today, 1));
    };
    if (random.chance(HABITS.placesInTime))
      diary.note(soon(dayOfStep('itemIn'), 1 + random.below(30)), () => this.place(one, plan));
    if (random.chance(HABITS.filesInTime))
      diary.note(soon(dayOfStep('itemIn'), random.below(12)), () => this.file(one));
    if (random.chance(HABITS.dispatchesInTime))
      diary.note(soon(dayOfStep('papersOut'), random.below(3)), () => this.dispatch(one));
  }

  private mindPoints(one: ToldCase): void {
    for (const point of one.points.values()) {
      const day = dayOfPoint(point);
      if (day === undefined || this.inMind.has(`${point.pointId} ${day}`)) continue;
      this.inMind.add(`${point.pointId} ${day}`);
      if (this.life.random.chance(0.1))
        this.diary.note(weekday(plusCalendarDays(day, -this.life.random.below(25))), () =>
          this.putOff(one, point.pointId),
        );
      if (this.life.random.chance(0.04))
        this.diary.note(weekday(plusCalendarDays(day, -this.life.random.below(40))), () => this.withdraw(one));
      if (this.life.random.chance(HABITS.recordsAtOnce)) this.diary.note(day, (today) => this.decide(one, today));
    }
  }

  /** Whatever lies about of a case. */
  private async catchUp(one: ToldCase): Promise<void> {
    for (const plan of one.plans) if (!isPlacedFor(one, plan)) await this.place(one, plan);
    await this.file(one);
    await this.dispatch(one);
    await this.decide(one, this.life.office.today);
    await this.explain(one);
  }

  private async place(one: ToldCase, plan: ReviewPlan): Promise<void> {
    const now = one.plans.find(({ requirementId }) => requirementId === plan.requirementId);
    const meeting = now?.meetingId ? this.life.told.meetings.get(now.meetingId) : undefined;
    if (
      !now ||
      !meeting ||
      meeting.status !== 'scheduled' ||
      meeting.on <= this.life.office.today ||
      isPlacedFor(one, now)
    )
      return;
    const message = {
      title: 'Punkt',
      caseIds: [one.changeId],
      treatedAgainBecause: 'Den lokale inddragelse kommer til.',
    };
    await this.life.office.tries('AddAgendaItem', message, { on: meeting.meetingId });
    await this.life.office.settles();
  }

  private async file(one: ToldCase): Promise<void> {
    if (one.filed.length > 0 || one.placed.size === 0) return;
    const said = { version: '1', on: this.life.office.today, note: 'Første udkast' };
    await this.life.office.tries('FilePapers', said, { on: one.changeId });
  }

  private async dispatch(one: ToldCase): Promise<void> {
    for (const { meetingId } of [...one.placed.values()]) {
      const meeting = this.life.told.meetings.get(meetingId)!;
      if (meeting.status !== 'scheduled' || one.dispatched.has(meetingId) || meeting.on < this.life.office.today)
        continue;
      await this.file(one);
      const version = one.filed.at(-1);
      if (version)
        await this.life.office.tries(
          'DispatchPapers',
          { version, meetingId, on: this.life.office.today, sentTo: 'Medlemmerne' },
          { on: one.changeId },
        );
    }
  }

  private async putOff(one: ToldCase, pointId: string): Promise<void> {
    if (one.withdrawn || one.answered.has(pointId)) return;
    const to = weekday(plusCalendarDays(this.life.office.today, 20 + this.life.random.below(90)));
    const from = one.points.get(pointId)!.when;
    const by = { on: one.changeId };
    await this.life.office.tries('MoveDecisionPoint', { pointId, to: { on: to }, reason: 'Udskudt' }, by);
    // Some change their mind within days.
    const back = weekday(plusCalendarDays(this.life.office.today, this.life.random.below(4)));
    if (this.life.random.chance(0.4))
      this.diary.note(back, () =>
        this.life.office.tries('MoveDecisionPoint', { pointId, to: from, reason: 'Alligevel' }, by),
      );
  }

  private withdraw = (one: ToldCase): Promise<unknown> =>
    this.life.office.tries('WithdrawChange', { reason: 'Opgivet' }, { on: one.changeId });

  /** What has come to its day is recorded; politicians get the remarks before. */
  private async decide(one: ToldCase, today: string): Promise<void> {
    if (one.withdrawn) return;
    for (const point of [...one.points.values()]) {
      const day = dayOfPoint(point);
      if (day === undefined || day > today || one.answered.has(point.pointId)) continue;
      const by = { on: one.changeId };
      if (point.kind === 'start') await this.life.office.tries('RecordStart', { when: { on: day } }, by);
      if (point.kind !== 'decision') continue;
      const said = { body: point.body, when: { on: day }, outcome: 'approved', pointId: point.pointId };
      await this.life.office.tries('RecordDecision', said, by);
    }
  }

  private async explain(one: ToldCase): Promise<void> {
    if (isSilent(one)) return;
    const silent = [...one.duties].filter(([, { miss, spokenOf }]) => miss && !spokenOf);
    const requirementIds = silent.map(([id]) => id);
    if (requirementIds.length === 0) return;
    if (this.life.random.chance(0.3)) {
      const sorry = { requirementIds, side: 'management', on: this.life.office.today };
      return void (await this.life.office.tries('AcknowledgeMiss', sorry, { on: one.changeId }));
    }
    const said = { requirementIds, causes: ['timePressure'], side: 'management', note: 'Det gik hurtigt' };
    await this.life.office.tries('ExplainMiss', said, { on: one.changeId });
  }

  /** Every meeting of the day is held; what stands on its agenda is discussed, recorded and sent on to who decides. */
  private async meet(today: string): Promise<void> {
    const { office, told, random } = this.life;
    const held = [...told.meetings.values()].filter(({ on, status }) => on === today && status === 'scheduled');
    for (const { meetingId, committeeId } of held) {
      // Some minutes are never typed in: their meetings stay as called.
      if (random.chance(0.04)) continue;
      const seats = told.people.seatsOn(committeeId, today);
      const entries = seats.map(({ seat: { seatId } }) => ({ seatId, capacity: 'holder', presence: 'present' }));
      if (!(await office.tries('RecordAttendance', { heldOn: today, entries }, { on: meetingId }))) continue;
      for (const one of this.byMeeting.get(meetingId) ?? []) await this.discuss(one, meetingId, today);
    }
    if (held.length > 0) await office.settles();
  }

  private async discuss(one: ToldCase, meetingId: string, today: string): Promise<void> {
    const { office } = this.life;
    for (const at of [...one.placed.values()].filter((place) => place.meetingId === meetingId)) {
      const { itemId } = at;
      if (!(await office.tries('DiscussItem', { itemId, form: 'discussion' }, { on: meetingId }))) continue;
      await office.tries('RecordReview', { meetingId, itemId, heldOn: today, maturity: 'draft' }, { on: one.changeId });
    }
    for (const { body } of [...one.points.values()].filter((point) => isPolitical(point.body)))
      if (!one.withdrawn) await office.tries('ForwardRemarks', { to: body, on: today }, { on: one.changeId });
  }
}

/** Some owners never say why: whose id ends so, and so all their life. Their misses stay open, week after week. */
const isSilent = ({ ownerId }: ToldCase): boolean => ownerId !== null && '012'.includes(ownerId.at(-1)!);
