import type { ReviewPlan } from '@rettidig/planning';
import { isPolitical, latestDay, plusCalendarDays } from '@rettidig/vocabulary';
import { told } from '../support/turned-plans.js';
import type { PlannedChange } from './changes.js';
import { changesOf } from './changes.js';
import type { Life } from './life.js';
import type { Municipality } from './municipality.js';
import { whatHappensOn } from './what-happens.js';

const FIRST_DAY = '2026-01-05';
const LAST_DAY = '2027-01-20';
/** The secretariat puts a case on the agenda so many days before the meeting. */
const PUT_ON_AGENDA = 26;
/** Where it goes ahead of MED, the recommendation is sent so many days before the politicians meet. */
const GIVES_NOTICE = 35;

/** Lives through the year, day by day; after every day on which something was recorded all plans are compared. */
export async function liveThroughTheYear(life: Life, town: Municipality): Promise<void> {
  const year = new Year(life, town);
  for (let day = FIRST_DAY; day <= LAST_DAY; day = plusCalendarDays(day, 1)) await year.day(day);
}

class Year {
  private readonly coming: readonly PlannedChange[];
  /** Changes by the id of their case. */
  private readonly registered = new Map<string, PlannedChange>();
  private compared = 0;

  constructor(
    private readonly life: Life,
    private readonly town: Municipality,
  ) {
    this.coming = changesOf(town);
  }

  async day(day: string): Promise<void> {
    const { life } = this;
    await life.wakesOn(day);
    await whatHappensOn(day, life, this.town);
    for (const change of this.coming.filter(({ registeredOn }) => registeredOn === day)) {
      const { id } = await life.does('RegisterChange', change.message);
      this.registered.set(id!, change);
    }
    await this.putOnAgendas(day);
    await this.sendPapers(day);
    await this.meet(day);
    await this.recommend(day);
    await this.decide(day);
    if (life.events.length === this.compared) return;
    await life.settles();
    life.mustPlanLikeTheOracle();
    life.mustWaitAtCommitteesInForce();
    this.compared = life.events.length;
  }

  /** Plans of cases that nobody forgot. */
  private *planned(): Generator<{ changeId: string; plan: ReviewPlan }> {
    const { plans } = told(this.life.events);
    for (const [changeId, { isForgotten }] of this.registered)
      if (!isForgotten) for (const plan of plans.get(changeId) ?? []) yield { changeId, plan };
  }

  private async putOnAgendas(day: string): Promise<void> {
    const { life } = this;
    for (const { changeId, plan } of [...this.planned()]) {
      const { meetingId, meetingOn, committeeId } = plan;
      const isPlaced = [...life.world.cases.get(changeId)!.placed.values()].some(
        (at) => at.committeeId === committeeId,
      );
      if (meetingId === null || isPlaced || plusCalendarDays(meetingOn!, -PUT_ON_AGENDA) > day || meetingOn! <= day)
        continue;
      const message = {
        title: 'Punkt',
        caseIds: [changeId],
        treatedAgainBecause: 'Den lokale inddragelse kommer til.',
      };
      await life.does('AddAgendaItem', message, { on: meetingId });
    }
    await life.settles();
  }

  /** Papers go out on the day on which they must be out, for two cases of three. */
  private async sendPapers(day: string): Promise<void> {
    const { life } = this;
    for (const { changeId, plan } of [...this.planned()]) {
      const isDue = plan.steps.some(({ step, on }) => step === 'papersOut' && on === day);
      const { placed, dispatched } = life.world.cases.get(changeId)!;
      const isPlaced = [...placed.values()].some(({ meetingId }) => meetingId === plan.meetingId);
      if (!isDue || !isPlaced || dispatched.has(plan.meetingId!) || this.registered.get(changeId)!.number % 3 === 0)
        continue;
      const version = String(dispatched.size + 1);
      await life.does('FilePapers', { version, on: day }, { on: changeId });
      await life.does('DispatchPapers', { version, meetingId: plan.meetingId, on: day }, { on: changeId });
    }
  }

  /** Every meeting of the day is held; what stands on its agenda is discussed and recorded. */
  private async meet(day: string): Promise<void> {
    const { life } = this;
    const today = life.world.meetings.filter(({ on, status }) => on === day && status === 'scheduled');
    for (const { meetingId, committeeId } of today) {
      const items = this.itemsAt(meetingId);
      // Some minutes are never typed in: their meetings stay as called.
      if (items.length === 0 && meetingId < '3') continue;
      const seats = this.life.events
        .filter(({ type }) => type === 'SeatCreated')
        .map(({ data }) => data as { seatId: string; committeeId: string })
        .filter((seat) => seat.committeeId === committeeId);
      const entries = seats.map(({ seatId }) => ({ seatId, capacity: 'holder', presence: 'present' }));
      await life.does('RecordAttendance', { heldOn: day, entries }, { on: meetingId });
      for (const { itemId, changeId } of items) {
        await life.does('DiscussItem', { itemId, form: 'discussion' }, { on: meetingId });
        await life.does('RecordReview', { meetingId, itemId, heldOn: day, maturity: 'draft' }, { on: changeId });
      }
    }
    await life.settles();
  }

  private itemsAt(meetingId: string): { itemId: string; changeId: string }[] {
    return [...this.life.world.cases].flatMap(([changeId, { placed }]) =>
      [...placed]
        .filter(([, at]) => at.meetingId === meetingId)
        .map(([key]) => ({ itemId: key.split('/')[1]!, changeId })),
    );
  }

  /** Of one case in three the recommendation goes without waiting for MED. */
  private async recommend(day: string): Promise<void> {
    const { life } = this;
    for (const [changeId, { number }] of this.registered) {
      if (number % 3 !== 0) continue;
      for (const { body, kind, when } of [...life.world.cases.get(changeId)!.points.values()]) {
        const isDue =
          isPolitical(body) && kind !== 'start' && plusCalendarDays(latestDay(when)!, -GIVES_NOTICE) === day;
        if (!isDue) continue;
        const bypass = { reason: 'Dagsordenen er lukket' };
        await life.does('SubmitRecommendation', { to: body, on: day, bypass }, { on: changeId });
      }
    }
    await life.settles();
  }

  private async decide(day: string): Promise<void> {
    const { life } = this;
    for (const [changeId, { isNeverDecided, number }] of this.registered) {
      for (const { pointId, kind, body, when } of [...life.world.cases.get(changeId)!.points.values()]) {
        if (isNeverDecided || latestDay(when) !== day) continue;
        if (kind === 'start') await life.does('RecordStart', { when: { on: day } }, { on: changeId });
        if (kind !== 'decision') continue;
        // Not everybody says which of the planned decisions it was.
        const which = number % 8 === 0 ? {} : { pointId };
        await life.does('RecordDecision', { body, when: { on: day }, outcome: 'approved', ...which }, { on: changeId });
      }
    }
  }
}
