import { join } from 'node:path';
import type { ChangeEvent } from '@rettidig/cases';
import type { ProjectedEvent, ViewReader } from '@rettidig/event-sourcing';
import { SYSTEM } from '@rettidig/event-sourcing';
import { SqliteReadDatabase } from '@rettidig/event-sourcing/adapters';
import { meetingsPart } from '@rettidig/meetings';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import type { RemindersReference } from '@rettidig/reminders';
import { dueItems, remindersView, rankOf, stepDay } from '@rettidig/reminders';
import { calendarIn, ruleBookPart } from '@rettidig/rules';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { BenchOptions, Measured } from '../row.js';
import { interleaved, inTemporaryFolder } from '../row.js';
import { stopwatch } from '../stopwatch.js';

const OPEN = 100_000;
/** Instead of that number, for a quick look. */
const FEW = 2_000;
/** Items must be in on one of so many days from today on. */
const DAYS = 560;
const ROUNDS = 15;
const TODAY = '2026-11-20';
const NOW = `${TODAY}T10:00:00.000Z`;
const EVENTS_A_BATCH = 5_000;

const reference: RemindersReference = {
  organisation: organisationPart.initial,
  ruleBook: ruleBookPart.initial,
  meetings: meetingsPart.initial,
  functions: functionsPart.initial,
  reminderSteps: {},
};
const calendar = calendarIn(reference.ruleBook);
const steps = [-20, -10, -3].map((count) => ({ count, kind: 'workday' as const }));

/**
 * The sweep over open cases that stand on no agenda, of which people were told of every step whose day lies before today,
 * against the statement that somebody would write by hand for the same rows.
 */
export const dueSweep = ({ quick }: BenchOptions): Promise<Measured> =>
  inTemporaryFolder(async (folder) => {
    const open = quick ? FEW : OPEN;
    const views = filled(join(folder, 'views.db'), open);
    try {
      const due = dueItems({ views, reference, now: NOW }).length;
      const rounds = quick ? 1 : ROUNDS;
      const times = await interleaved(
        rounds,
        () => millisecondsOf(() => dueItems({ views, reference, now: NOW }).length, due),
        () => millisecondsOf(() => bare(views.view(remindersView.name)), due),
      );
      return {
        ...{ ...times, unit: 'ms' },
        note: `${due} due of ${open} open cases with three occasions each; medians of ${rounds} interleaved rounds`,
      };
    } finally {
      views.close();
    }
  });

/** One statement a step, with the days that were looked up in a calendar. */
function bare(view: ViewReader): number {
  let due = 0;
  for (const [at, offset] of steps.entries()) {
    const told = at === 0 ? NOTHING_TOLD : rankOf(steps[at - 1]!);
    due += view.all(
      `select stream, item, anchor, armed, armed_at, opened_at, about, number from {occasion} indexed by {occasion_due}
        where is_open = 1 and kind = 'notPlaced' and told = :told and anchor = :anchor`,
      { told, anchor: anchorOf(offset) },
    ).length;
  }
  return due;
}

const NOTHING_TOLD = -1_000_000;

/** What is due today for the first time is about one day: that on which the step of today counts from. */
function anchorOf(offset: (typeof steps)[number]): string {
  for (let day = TODAY; ; day = plusCalendarDays(day, 1)) if (stepDay(calendar, day, offset) === TODAY) return day;
}

function millisecondsOf(ask: () => number, due: number): number {
  const watch = stopwatch();
  const found = ask();
  if (found !== due) throw new Error(`${found} due instead of ${due}`);
  return watch.milliseconds();
}

/** The view filled through its own handlers, then as it is once people were told of everything before today. */
function filled(file: string, cases: number): SqliteReadDatabase {
  const database = new SqliteReadDatabase(file);
  const builds = database.open([remindersView]);
  const inBatches = (write: Parameters<SqliteReadDatabase['apply']>[1]): void => {
    for (const failure of database.apply(builds, write).values()) throw failure;
  };
  for (let first = 0; first < cases; first += EVENTS_A_BATCH)
    inBatches((build, view) => {
      for (let n = first; n < Math.min(cases, first + EVENTS_A_BATCH); n++)
        remindersView.together!(view, eventsOfCase(n));
      return build.at;
    });
  inBatches((build, view) => {
    for (let n = 0; n < DAYS; n++) {
      const anchor = anchorAt(n);
      const past = steps.filter((offset) => stepDay(calendar, anchor, offset) < TODAY).at(-1);
      if (past)
        view.run(`update {occasion} set told = :told where kind = 'notPlaced' and anchor = :anchor`, {
          ...{ told: rankOf(past), anchor },
        });
    }
    return build.at;
  });
  database.promote(builds);
  return database;
}

const anchorAt = (n: number): string => plusCalendarDays(TODAY, n % DAYS);

/** Ids that cost next to nothing. */
const idOf = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

function eventsOfCase(n: number): ProjectedEvent[] {
  const [requirementId, committeeId, meetingId] = [idOf(1, n), idOf(2, n % 50), idOf(3, n % 600)];
  const itemIn = anchorAt(n);
  const [meetingOn, decided] = [plusCalendarDays(itemIn, 21), plusCalendarDays(itemIn, 42)];
  const point = { pointId: idOf(4, n), kind: 'decision', body: 'socialCommittee' } as const;
  const events: ChangeEvent[] = [
    {
      type: 'ChangeRegistered',
      data: {
        ...{
          title: `Sag nummer ${n}`,
          kind: 'reorganisation',
          facts: {},
          unitId: idOf(5, n % 60),
          ownerId: idOf(6, n % 200),
        },
        ...{ decider: { body: 'socialCommittee', managerUnitId: null }, externalNumbers: [] },
      },
    },
    {
      type: 'MedInvolvementAssessed',
      data: {
        ...{ relevance: 'medRelevant', superseded: [], cause: 'registration', explanation },
        requirements: [
          { requirementId, committeeId, role: 'primary', before: 'decision', ruleId: 'rule', secretaryConfirms: false },
        ],
      },
    },
    { type: 'DecisionPointPlanned', data: { ...point, when: { on: decided } } },
    {
      type: 'ReviewsPlanned',
      data: {
        cause: { what: 'case' },
        plans: [
          {
            ...{ requirementId, committeeId, aim: 'decision', since: '2026-01-05', bindingPointId: point.pointId },
            ...{ reviewBefore: decided, meetingId, meetingOn, lastUsableId: meetingId, lastUsableOn: meetingOn },
            ...{ atRiskFrom: plusCalendarDays(itemIn, 1), pastFrom: decided },
            bodies: [{ ...point, day: decided, reviewBefore: decided, recommendationBy: null, meetingId }],
            steps: [
              { step: 'itemIn', on: itemIn, rule: { code: 'timetable' } },
              { step: 'papersOut', on: plusCalendarDays(itemIn, 7), rule: { code: 'timetable' } },
              { step: 'meeting', on: meetingOn, rule: { code: 'meeting' } },
            ],
          },
        ],
      },
    },
  ];
  return events.map((event, at) => projected(event, n, at));
}

const explanation = {
  ...{ ruleSetVersion: 'bench', validOn: TODAY, levelsInForce: ['main', 'local'] as const, transitionPeriodId: null },
  ...{ verdicts: [], ask: [], wouldChange: [], notChosen: [], stepsUp: [] },
};

function projected(event: ChangeEvent, n: number, at: number): ProjectedEvent {
  const id = idOf(7, n * 10 + at);
  const knownAt = '2026-01-05T10:00:00.000Z';
  return {
    ...event,
    ...{ id, stream: `change-${idOf(8, n)}`, revision: at, position: String(n * 10 + at).padStart(16, '0'), knownAt },
    meta: {
      ...{ commandId: id, commandHash: '', actor: SYSTEM, correlationId: id, causationId: id, basis: '', schema: 1 },
      ...{ byPerson: true, recordedAt: knownAt },
    },
  };
}
