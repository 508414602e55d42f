import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Lived } from './around.js';
import { Diary } from './diary.js';
import { SECRET } from './letter.js';
import { weekday } from './municipality.js';
import type { ToldCase } from './told-case.js';
import type { ToldMeeting } from './told-meeting.js';

/** What happens beside the way of a case, and with which chance on a weekday. */
const CHANCES = { asks: 0.1, disputes: 0.06, overrides: 0.04, declares: 0.05, takesOff: 0.08 } as const;

type Happening = keyof typeof CHANCES;

/** Minutes and follow-ups of meetings, questions, disagreement, and looking through what is coming: by a seed. */
export class Afterwards {
  private readonly diary = new Diary<() => Promise<unknown>>();
  private forumId = '';

  constructor(private readonly life: Lived) {}

  async liveThrough(today: string): Promise<void> {
    for (const deed of this.diary.of(today)) await deed();
    for (const meeting of this.life.told.meetings.values())
      if (meeting.heldOn === today) await this.isHeld(meeting, today);
    for (const what of Object.keys(CHANCES) as Happening[])
      if (this.life.random.chance(CHANCES[what])) await this.happens[what](today);
    await this.looksThrough(today);
  }

  private readonly happens: Readonly<Record<Happening, (today: string) => Promise<unknown>>> = {
    asks: async (today) => {
      const said = { title: 'Er det ikke en MED-sag?' };
      const { id } = await this.life.office.does('ReportPossibleMiss', said, { role: 'deputyChair' });
      if (this.life.random.chance(0.7))
        this.soon(today, 25, () =>
          this.both(this.life.told.people.main(), 'DismissPossibleMiss', { reason: 'Nej' }, id!),
        );
    },
    disputes: (today) => this.ofCase((one) => this.disputes(one, today)),
    overrides: () =>
      this.ofCase(({ changeId: on }) => {
        const requirements = [{ committeeId: this.life.told.people.main(), before: 'decision' }];
        return this.life.office.tries('OverrideAssessment', { requirements, reason: 'HovedMED' }, { on });
      }),
    declares: () =>
      this.ofCase(({ changeId: on }) =>
        this.life.office.tries('DeclareNotMedRelevant', { reason: 'Det er et it-system' }, { on }),
      ),
    takesOff: () =>
      this.ofCase(async ({ placed }) => {
        const [place] = [...placed.values()].reverse();
        if (!place) return;
        const { itemId, meetingId: on } = place;
        await this.life.office.tries('WithdrawAgendaItem', { itemId, reason: 'Ikke klar' }, { on });
      }),
  };

  /** Of the latest two hundred. */
  private async ofCase(act: (one: ToldCase) => Promise<unknown>): Promise<void> {
    const latest = [...this.life.told.cases.values()].slice(-200);
    if (latest.length > 0) await act(this.life.random.oneOf(latest));
  }

  private async disputes(one: ToldCase, today: string): Promise<void> {
    const { office, told, random } = this.life;
    const on = one.changeId;
    if (!(await office.tries('DisputeAssessment', { reason: 'Uenig' }, { role: 'deputyChair', on }))) return;
    const disputeId = [...one.disputes.keys()].at(-1);
    const said = { disputeId, outcome: 'assessmentStands', reason: 'Enige' };
    if (random.chance(0.8)) this.soon(today, 15, () => this.both(told.people.main(), 'SettleDispute', said, on));
  }

  private async isHeld({ meetingId, committeeId, heldOn, on, items }: ToldMeeting, today: string): Promise<void> {
    const { random } = this.life;
    if (random.chance(0.85))
      this.soon(today, 25, () => this.both(committeeId, 'ApproveMinutes', { on: heldOn ?? on }, meetingId));
    const [itemId] = items;
    if (itemId !== undefined && random.chance(0.6)) await this.agrees(meetingId, itemId, today);
  }

  private async agrees(on: string, itemId: string, today: string): Promise<void> {
    const { random, office } = this.life;
    const day = weekday(plusCalendarDays(today, 5 + random.below(50)));
    const due = random.oneOf([{ on: day }, { on: day }, { on: day }, { nextMeeting: true }, { notStated: true }]);
    const owner = random.chance(0.8) ? { owner: 'Centerchefen' } : {};
    const said = { itemId, kind: 'reportBack', what: 'Der meldes tilbage', due, ...owner };
    const { followUpId } = await office.does('AgreeFollowUp', said, { on });
    // At once, before anybody can be asked for it; or later.
    if (random.chance(0.15)) await this.assigns(followUpId!, on);
    if (random.chance(0.2)) this.soon(today, 20, () => this.assigns(followUpId!, on));
    const how = { followUpId, how: 'Gjort' };
    const done = weekday(plusCalendarDays(day, random.below(25) - 10));
    if (random.chance(0.8))
      this.diary.note(done > today ? done : weekday(plusCalendarDays(today, 1)), () =>
        office.tries('CompleteFollowUp', { ...how, on: office.today }, { on }),
      );
  }

  /** Who does it, or by when, is said afterwards, or said anew. */
  private assigns(followUpId: string, on: string): Promise<boolean> {
    const { random, office } = this.life;
    const day = weekday(plusCalendarDays(office.today, 3 + random.below(40)));
    const due = random.oneOf([{ due: { on: day } }, { due: { on: day } }, { due: { nextMeeting: true } }, {}]);
    const owner = 'due' in due && random.chance(0.4) ? {} : { owner: 'Sekretariatet' };
    return office.tries('AssignFollowUp', { followUpId, ...owner, ...due }, { on });
  }

  /** As chair and deputy chair of a committee; a vacant one says nothing. */
  private async both(committeeId: string, command: string, message: object, on: string): Promise<void> {
    const { office, told } = this.life;
    const seats = told.people.seatsOn(committeeId, office.today);
    for (const role of ['chair', 'deputyChair'])
      for (const { seat, personId } of seats)
        if (seat.office === role) await office.tries(command, message, { role, as: personId, on });
  }

  /** A forum meets every month, as a rule before it is over. */
  private async looksThrough(today: string): Promise<void> {
    const { office, random } = this.life;
    if (this.forumId === '') {
      const said = { name: `Direktionens månedsmøde (${SECRET})`, rhythm: 'monthly', from: today };
      this.forumId = (await office.does('AgreeScreeningForum', said))['id']!;
    }
    const period = today.slice(0, 7);
    const { told } = this.life;
    if ([...told.forums.get(this.forumId)!.periods.values()].includes(period)) return;
    const on = { on: this.forumId };
    const { roundId } = await office.does('OpenScreeningRound', { period, on: today }, on);
    if (random.chance(0.8))
      this.soon(today, 45, () => office.tries('HoldScreeningRound', { roundId, heldOn: office.today }, on));
  }

  private soon(today: string, days: number, deed: () => Promise<unknown>): void {
    this.diary.note(weekday(plusCalendarDays(today, 1 + this.life.random.below(days))), deed);
  }
}
