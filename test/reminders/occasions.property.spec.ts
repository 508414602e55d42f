import type { ChangeEvent } from '@rettidig/cases';
import type { DomainEvent, RecordedEvent } from '@rettidig/event-sourcing';
import { evolve, idOf, project, Refused } from '@rettidig/event-sourcing';
import { SqliteReadDatabase } from '@rettidig/event-sourcing/adapters';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { recorded } from '@rettidig/event-sourcing/testing';
import fc from 'fast-check';
import { registerChange } from '../../libs/cases/src/commands/register-change.js';
import { aCase } from '../../libs/cases/src/testing/played-case.js';
import { registration, step, worldOf } from '../../libs/cases/src/testing/random-case.js';
import { PEOPLE } from '../../libs/cases/src/testing/town.js';
import { kindsOfSubject } from '../../libs/reminders/src/kinds/index.js';
import { remindersView } from '../../libs/reminders/src/projections/reminders.projection.js';
import { subjectOfStream } from '../../libs/reminders/src/subjects.js';

// What the view keeps of a stream is less than the stream and is written as JSON between any two appends. Here every
// stream is folded whole, in memory, and asked the same: nothing may hang on what is not kept.

const RUNS = 150;
/** Appends come this far apart, in seconds: some within the two minutes of a window. */
const pauses = fc.integer({ min: 1, max: 200_000 });

type Append = readonly GivenEvent<DomainEvent>[];

/** The appends of one case, as commands decide on them. */
const lifeOfCase = fc
  .record({ of: fc.constantFrom('a', 'b', 'c'), registered: registration, taken: fc.array(step, { maxLength: 20 }) })
  .map(({ of, registered, taken }): Append[] => {
    let structure = 0;
    const approved = new Set<number>();
    const played = aCase().lookingUp(worldOf(structure, approved));
    const appends: (readonly ChangeEvent[])[] = [played.decided(registerChange, registered, PEOPLE.manager)];
    for (const one of taken) {
      if ('structure' in one) structure = one.structure;
      else if ('approved' in one) approved.add(one.approved);
      played.lookingUp(worldOf(structure, approved));
      if ('says' in one) appends.push(decided(() => played.decided(one.says, one.message(played.state), one.by)));
    }
    const stream = `change-${idOf('case', of)}`;
    return appends.map((events) => events.map((event) => ({ ...event, stream })));
  });

function decided(decide: () => readonly ChangeEvent[]): readonly ChangeEvent[] {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

const caseId = idOf('case', 'a');
const office = fc.constantFrom('chair', 'deputyChair');

/** What happens to a question on the list, in any order. */
const lifeOfQuestion = fc
  .array(
    fc.oneof(
      fc.boolean().map((hasDuty) => ({ type: 'PossibleMissConfirmed', data: { caseId, hasDuty } })),
      fc.boolean().map((hasDuty) => ({ type: 'ConfirmedCaseReassessed', data: { caseId, hasDuty } })),
      fc.record({ office, byBoth: fc.boolean() }).map((data) => ({ type: 'PossibleMissDismissed', data })),
      fc.constant({ type: 'PossibleMissReopened', data: { cause: 'recheck' } }),
    ),
    { maxLength: 8 },
  )
  .map((later): Append[] =>
    [{ type: 'PossibleMissReported', data: { title: 'Spørgsmål' } }, ...later].map((event) => [
      { ...event, stream: `possibleMiss-${idOf('question')}` },
    ]),
  );

const period = fc.constantFrom('2026-03', '2026-04', '2026-05');

/** What a forum of management does with its rounds. */
const lifeOfForum = fc
  .array(
    fc.oneof(
      period.map((of) => ({ type: 'ScreeningRoundOpened', data: { roundId: of, period: of, on: `${of}-05` } })),
      period.map((of) => ({ type: 'ScreeningRoundHeld', data: { roundId: of, heldOn: `${of}-05` } })),
      fc.constant({ type: 'ScreeningForumEnded', data: { on: '2026-06-01' } }),
    ),
    { maxLength: 6 },
  )
  .map((later): Append[] =>
    [
      { type: 'ScreeningForumAgreed', data: { name: 'Direktionen', rhythm: 'monthly', from: '2026-02-01' } },
      ...later,
    ].map((event) => [{ ...event, stream: `screeningForum-${idOf('forum')}` }]),
  );

/** Everything that happened, in the order of the log: the streams take turns. */
const history = fc
  .record({
    cases: fc.uniqueArray(lifeOfCase, { minLength: 1, maxLength: 3, selector: ([first]) => first![0]!.stream }),
    question: lifeOfQuestion,
    forum: lifeOfForum,
    turns: fc.infiniteStream(fc.nat({ max: 4 })),
    pauses: fc.infiniteStream(pauses),
  })
  .map(({ cases, question, forum, turns, pauses: apart }) => {
    const waiting = [...cases, question, forum].map((life) => [...life]);
    const appends: Append[] = [];
    let at = Date.parse('2026-03-01T00:00:00.000Z');
    for (const turn of turns) {
      const left = waiting.filter((life) => life.length > 0);
      if (left.length === 0) break;
      at += 1000 * apart.next().value!;
      const recordedAt = new Date(at).toISOString();
      appends.push(left[turn % left.length]!.shift()!.map((event) => ({ ...event, recordedAt })));
    }
    return appends.filter((append) => append.length > 0);
  });

interface Row {
  readonly kind: string;
  readonly item: string;
  readonly anchor: string;
  readonly until: string;
  readonly armed: number;
  readonly armed_at: string;
  readonly about: string;
}

/** What is open after these events of one stream, worked out from nothing but them. */
function openAfter(stream: string, appends: readonly (readonly RecordedEvent[])[]): Row[] {
  const { category, decider } = subjectOfStream(stream)!;
  const known = new Map<string, { armed: number; at: string; anchor: string; isOpen: boolean }>();
  let rows: Row[] = [];
  let state: unknown = decider.initial;
  for (const append of appends) {
    for (const event of append) state = evolve(decider, state, event);
    const at = append[0]!.meta.recordedAt;
    const names = new Set<string>();
    rows = kindsOfSubject(category).flatMap((kind) =>
      kind.occasions(state, stream.slice(stream.indexOf('-') + 1)).map((occasion): Row => {
        const name = `${kind.name} ${occasion.item}`;
        names.add(name);
        const before = known.get(name);
        const isSame = before?.isOpen === true && before.anchor === occasion.anchor;
        const now = isSame
          ? before
          : { armed: before ? before.armed + 1 : 0, at, anchor: occasion.anchor, isOpen: true };
        known.set(name, now);
        const { item, anchor, until = '9999' } = occasion;
        const about = JSON.stringify(occasion.about);
        return { kind: kind.name, item, anchor, until, armed: now.armed, armed_at: now.at, about };
      }),
    );
    for (const [name, one] of known) if (!names.has(name)) known.set(name, { ...one, isOpen: false });
  }
  return rows;
}

const sorted = (rows: readonly Row[]): Row[] =>
  rows.toSorted((a, b) => (`${a.kind} ${a.item}` < `${b.kind} ${b.item}` ? -1 : 1));

/** The view as the projector fills it, in pages of so many events. */
function filled(log: readonly RecordedEvent[], pageSize = log.length) {
  const database = new SqliteReadDatabase(':memory:');
  const builds = database.open([remindersView]);
  for (let from = 0; from < log.length; from += pageSize) {
    const page = log.slice(from, from + pageSize);
    const failures = database.apply(builds, (build, view) => project(build, view, page, (index) => page[index]!));
    for (const failure of failures.values()) throw failure;
  }
  database.promote(builds);
  return database.view(remindersView.name);
}

/** Every command has an id of its own, as in a log. */
const logOf = (appends: readonly Append[]): RecordedEvent[] =>
  recorded(appends.flat()).map((event) => ({ ...event, meta: { ...event.meta, commandId: event.id } }));

const AT_ONCE = '2026-03-01T00:00:00.000Z';
const COLUMNS = 'kind, item, anchor, until, armed, armed_at, about';

describe('what people may have to be reminded of', () => {
  it('is in the view what each stream alone says, whatever happened', () => {
    let open = 0;
    fc.assert(
      fc.property(history, (appends) => {
        const log = logOf(appends);
        const view = filled(log);
        for (const stream of new Set(log.map((event) => event.stream))) {
          const own = log.filter((event) => event.stream === stream);
          const moments = [...new Set(own.map(({ meta }) => meta.recordedAt))];
          const ownAppends = moments.map((at) => own.filter(({ meta }) => meta.recordedAt === at));
          const rows = view.all<Row>(`select ${COLUMNS} from {occasion} where is_open = 1 and stream = :stream`, {
            stream,
          });
          expect(sorted(rows)).toEqual(sorted(openAfter(stream, ownAppends)));
          open += rows.length;
        }
      }),
      { numRuns: RUNS },
    );
    expect(open).toBeGreaterThan(RUNS);
  }, 120_000);

  it('is the same wherever the log is cut into pages, however much became known at one instant', () => {
    const tables = ['occasion', 'subject', 'window', 'number'];
    const all = (view: ReturnType<typeof filled>) => tables.map((table) => view.all(`select * from {${table}}`));
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 5 }), (appends, pageSize) => {
        const log = logOf(appends).map((event) => ({ ...event, meta: { ...event.meta, recordedAt: AT_ONCE } }));
        expect(all(filled(log, pageSize))).toEqual(all(filled(log)));
      }),
      { numRuns: RUNS },
    );
  }, 120_000);
});
