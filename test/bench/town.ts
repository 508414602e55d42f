import { Clock, idOf, type Engine, type Instant, type Receipt } from '@rettidig/event-sourcing';

/** The day on which everything in the town happens, and the one on which the meetings are held. */
const TODAY = '2026-05-20';
const HELD_ON = '2026-05-04';
const FROM = '2020-01-01';
const CENTRES = 5;
const HOMES_A_CENTRE = 4;

/** A clock that goes on by a second whenever somebody looks at it. */
export class TownClock extends Clock {
  private seconds = 0;
  constructor(private readonly today = TODAY) {
    super();
  }
  now(): Instant {
    return new Date(Date.parse(`${this.today}T06:00:00.000Z`) + 1000 * (this.seconds += 1)).toISOString();
  }
}

/** A unit with the committee that covers it, and the people in its seats. */
interface Place {
  readonly unitId: string;
  readonly committeeId: string;
  readonly seats: readonly { readonly seatId: string; readonly presence: 'present' }[];
}

export interface Town {
  readonly whole: Place;
  /** Units at the bottom, each with a committee of its own. */
  readonly homes: readonly Place[];
}

/** Commands by name, as whoever plays the role; the ids follow from the order. */
export function playersOf(engine: Engine, seed: string) {
  let count = 0;
  return async (role: string, command: string, message: object, subjectId?: string): Promise<Receipt> => {
    const commandId = idOf(seed, String((count += 1)));
    return engine.dispatch({
      ...{ command, message, commandId, correlationId: commandId },
      ...(subjectId === undefined ? {} : { subjectId }),
      actor: { id: personOf(role), role },
      // Nobody has an open form here, so no ETag is sent.
      byPerson: false,
    });
  };
}

export type Play = ReturnType<typeof playersOf>;

const personOf = (role: string): string => idOf('bench-person', role);
const answered = (receipt: Receipt, field: string): string => (receipt.answer as Record<string, string>)[field]!;

/** One administration with five centres of four homes, a main committee, and a local one for each home. */
export async function playTown(play: Play): Promise<Town> {
  const top = await unit(play, 'Forvaltningen', null);
  const whole = await place(play, top, 'main', null);
  const homes: Place[] = [];
  for (let centre = 0; centre < CENTRES; centre += 1) {
    const centreId = await unit(play, `Center ${centre}`, top);
    for (let home = 0; home < HOMES_A_CENTRE; home += 1) {
      const homeId = await unit(play, `Tilbud ${centre}.${home}`, centreId);
      homes.push(await place(play, homeId, 'local', whole.committeeId));
    }
  }
  return { whole, homes };
}

async function unit(play: Play, name: string, parentId: string | null): Promise<string> {
  return answered(await play('admin', 'EstablishUnit', { name, parentId, validFrom: FROM }), 'unitId');
}

async function place(play: Play, unitId: string, level: string, parentId: string | null): Promise<Place> {
  const message = { name: `MED ${level}`, level, kind: level, covers: [unitId], parentId, validFrom: FROM };
  const committeeId = answered(await play('admin', 'EstablishCommittee', message), 'committeeId');
  const seats: Place['seats'][number][] = [];
  for (const [office, side] of [
    ['chair', 'management'],
    ['deputyChair', 'employees'],
  ] as const) {
    const representativeKind = side === 'management' ? 'manager' : 'unionRepresentative';
    const seat = { committeeId, side, office, representativeKind, from: FROM };
    const seatId = answered(await play('admin', 'CreateSeat', seat), 'seatId');
    await play('admin', 'FillSeat', { seatId, personId: personOf(office), from: FROM });
    seats.push({ seatId, presence: 'present' });
  }
  return { unitId, committeeId, seats };
}

/** A change as somebody types it in: the body of `POST /api/v1/changes`. */
export const changeMessage = (n: number, unitId: string, kind = 'moreSectionManagers') => ({
  title: `Sag nummer ${n}: to koordinatorstillinger bliver til én afdelingslederstilling`,
  description: `Tilbuddet samles under én ledelse. Medarbejderne i sag ${n} får nye arbejdsgange og et nyt vagtskema.`,
  kind,
  facts: { affectsStaff: 'yes' },
  unitId,
  decider: { body: 'socialCommittee', managerUnitId: unitId },
  externalNumbers: [{ system: 'F2', value: `2026-${n}` }],
  decisionPoints: [{ kind: 'decision', body: 'socialCommittee', when: { on: '2026-09-02' } }],
});

const CASES = 100;
const ITEMS_A_MEETING = 10;

/**
 * A hundred changes of one home. One in ten is decided without MED and missed, one is only registered, one only on an
 * agenda; the others are placed, reviewed and decided. Half of those owe the main committee only (budget proposals),
 * half the local one too. What belongs to one change lies far apart, as in life.
 */
export async function playCases(play: Play, { whole, homes }: Town, settled: () => Promise<void>): Promise<void> {
  const home = homes[0]!;
  const cases: { readonly id: string; readonly n: number }[] = [];
  for (let n = 0; n < CASES; n += 1) {
    const { subjectId } = await play('caseOfficer', 'RegisterChange', changeMessage(n, home.unitId, kindOf(n)));
    cases.push({ id: subjectId, n });
  }
  const idsOf = (wanted: (n: number) => boolean) => cases.filter(({ n }) => wanted(n)).map(({ id }) => id);
  const reviewed = idsOf((n) => n % 10 > 2);
  const meet = (at: Place, placed: readonly string[]) => playMeetings(play, at, { placed, reviewed }, settled);
  await meet(
    whole,
    idsOf((n) => n % 10 > 1),
  );
  await meet(
    home,
    idsOf((n) => n % 10 > 2 && isLocalToo(n)),
  );
  const decision = { body: 'socialCommittee', when: { on: TODAY }, outcome: 'approved' };
  for (const id of reviewed) await play('caseOfficer', 'RecordDecision', decision, id);
  for (const id of idsOf((n) => n % 10 === 0)) {
    await play('caseOfficer', 'RecordDecision', decision, id);
    const note = 'Sagen blev forelagt udvalget, før nogen havde tænkt på MED.';
    await play('chair', 'ExplainMiss', { causes: ['notThoughtOf'], note, side: 'management' }, id);
  }
  await settled();
}

const isLocalToo = (n: number): boolean => n % 2 === 0;
const kindOf = (n: number): string => (isLocalToo(n) ? 'moreSectionManagers' : 'budgetProposal');

/** Meetings of ten items, one case each; reviews are recorded before the minutes are approved. */
async function playMeetings(
  play: Play,
  { committeeId, seats }: Place,
  { placed, reviewed }: { readonly placed: readonly string[]; readonly reviewed: readonly string[] },
  settled: () => Promise<void>,
): Promise<void> {
  for (let at = 0; at < placed.length; at += ITEMS_A_MEETING) {
    const { subjectId: meetingId } = await play('secretariat', 'ScheduleMeeting', { committeeId, on: HELD_ON });
    const items: { readonly itemId: string; readonly caseId: string }[] = [];
    for (const caseId of placed.slice(at, at + ITEMS_A_MEETING)) {
      const item = { title: 'Ændring af ledelsen på tilbuddet', caseIds: [caseId] };
      const receipt = await play('secretariat', 'AddAgendaItem', item, meetingId);
      items.push({ itemId: answered(receipt, 'itemId'), caseId });
    }
    await settled();
    const entries = seats.map((seat) => ({ ...seat, capacity: 'holder' }));
    await play('secretariat', 'RecordAttendance', { heldOn: HELD_ON, entries }, meetingId);
    for (const { itemId, caseId } of items.filter((item) => reviewed.includes(item.caseId))) {
      await play('secretariat', 'DiscussItem', { itemId, form: 'discussion' }, meetingId);
      const review = { meetingId, itemId, heldOn: HELD_ON, maturity: 'draft', versionDiscussed: 'Udkast af 20. april' };
      await play('secretariat', 'RecordReview', review, caseId);
    }
    for (const office of ['chair', 'deputyChair']) {
      await play(office, 'ApproveMinutes', { on: TODAY }, meetingId);
    }
    await settled();
  }
}
