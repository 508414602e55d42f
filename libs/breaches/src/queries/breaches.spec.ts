import type { QueryContext } from '@rettidig/event-sourcing';
import { projectionSpec, recorded } from '@rettidig/event-sourcing/testing';
import type { AnswerKind, BreachEvent } from '../breach.events.js';
import { breachesProjection } from '../projections/breaches.projection.js';
import {
  answered,
  fiveDemands,
  MAIN,
  MEETING,
  notRaised,
  OTHER,
  raised,
  reference,
  sixCases,
  tabled,
} from '../testing/story.js';
import { answerKinds } from '../words.js';
import { getBreach } from './get-breach.js';
import type { ListBreaches } from './list-breaches.js';
import { listBreaches } from './list-breaches.js';

const now = '2026-06-01T08:00:00.000Z';
const at = (recordedAt: string, breachId: string, events: readonly BreachEvent[]) =>
  events.map((event) => ({ ...event, recordedAt, stream: `breach-${breachId}` }));

describe('the list of breaches not raised', () => {
  const other = {
    ...notRaised,
    data: { committeeId: OTHER, caseIds: ['s1', 'x'], on: '2026-05-02', reservesLaterCases: false },
  } as BreachEvent;
  const { database: views } = projectionSpec(breachesProjection).given(
    ...at('2026-04-24T12:30:00.000Z', 'april', [notRaised, ...fiveDemands.slice(0, 9)]),
    ...at('2026-05-02T08:00:00.000Z', 'may', [other]),
    ...at('2026-05-03T08:00:00.000Z', 'april', [answered(4, 'accepted'), answered(5, 'openTo')]),
  );
  const context = { now, reference, views } as unknown as QueryContext<typeof reference>;
  const list = (parameters: ListBreaches = {}) =>
    listBreaches.handle(parameters, context) as Awaited<ReturnType<typeof listBreaches.handle>>;
  const idsOf = (parameters: ListBreaches) => list(parameters).items.map((item) => item.breachId);

  it('says on which cases, with which reservation, and how many demands were raised and answered', () => {
    expect(list({ committee: [MAIN] }).items).toEqual([
      {
        breachId: 'april',
        committeeId: MAIN,
        committeeName: 'HovedMED',
        meetingId: MEETING,
        notRaised: true,
        on: '2026-04-24',
        caseIds: sixCases,
        reservesLaterCases: true,
        demands: 5,
        answered: 5,
      },
    ]);
  });

  it('filters by case and committee, counts by committee, and sorts the latest first', () => {
    expect(idsOf({})).toEqual(['may', 'april']);
    expect(idsOf({ sort: 'on' })).toEqual(['april', 'may']);
    expect(idsOf({ case: ['s6'] })).toEqual(['april']);
    expect(idsOf({ case: ['nothing'] })).toEqual([]);
    expect(list({ committee: [OTHER] })).toMatchObject({ total: 1, facets: { committee: { [MAIN]: 1, [OTHER]: 1 } } });
  });

  it('has lists of demands alone beside them, told apart', () => {
    const withList = projectionSpec(breachesProjection).given(
      ...at('2026-04-24T12:30:00.000Z', 'april', [notRaised]),
      ...at('2026-04-25T08:00:00.000Z', 'list', [tabled, raised(1), answered(1, 'notClassified')]),
    ).database;
    const of = (parameters: ListBreaches) =>
      listBreaches.handle(parameters, { now, reference, views: withList } as unknown as QueryContext<typeof reference>);
    expect(of({ form: ['demandsOnly'] })).toMatchObject({
      total: 1,
      facets: { form: { notRaised: 1, demandsOnly: 1 } },
      items: [{ breachId: 'list', notRaised: false, caseIds: [], reservesLaterCases: null, demands: 1, answered: 1 }],
    });
    expect(of({ meeting: [MEETING] })).toMatchObject({ total: 2 });
    expect(of({ meeting: ['another'] })).toMatchObject({ total: 0 });
  });

  it('answers with what was known on a day', () => {
    expect(idsOf({ asOf: '2026-04-23' })).toEqual([]);
    expect(list({ asOf: '2026-05-02', committee: [MAIN] }).items).toMatchObject([{ demands: 5, answered: 4 }]);
  });
});

describe('a breach not raised in detail', () => {
  const detailOf = (...events: readonly BreachEvent[]) => {
    const context = {
      now,
      reference,
      readStream: () => recorded(at('2026-04-24T12:30:00.000Z', 'april', events)),
    } as unknown as QueryContext<typeof reference>;
    return Promise.resolve(getBreach.handle({ id: 'april' }, context));
  };

  it('is told from a list of demands alone', async () => {
    expect(await detailOf(notRaised)).toMatchObject({ notRaised: true });
    expect(await detailOf(tabled, raised(1), answered(1, 'notClassified'))).toMatchObject({
      notRaised: false,
      caseIds: [],
      reservesLaterCases: null,
      meetingId: MEETING,
      demands: [{ number: 1, answers: [{ parts: [{ kind: 'notClassified', weight: 'notAssessed', missing: [] }] }] }],
      counts: { demands: 1, unanswered: 0, agreed: 0, byWeight: { notAssessed: 1 } },
    });
  });

  it('shows the five demands beside their answers, each with the line that it stands on', async () => {
    const { demands, counts, ...choice } = await detailOf(notRaised, ...fiveDemands);
    expect(choice).toMatchObject({
      caseIds: sixCases,
      reservesLaterCases: true,
      reservation: 'Senere sager kan være principielle.',
      meetingId: MEETING,
      itemId: 'item-5',
      source: { reference: 'linje 349-351' },
    });
    expect(demands.map((demand) => [demand.number, demand.kind, demand.source?.reference])).toEqual([
      [1, 'standingItem', 'linje 356-358'],
      [2, 'training', 'linje 359'],
      [3, 'mailboxAccess', 'linje 360'],
      [4, 'recurringOverview', 'linje 361'],
      [5, 'communication', 'linje 362'],
    ]);
    expect(demands[4]?.answers).toEqual([
      {
        on: '2026-04-24',
        source: { kind: 'minutes', reference: 'linje 353-362' },
        parts: [
          { kind: 'openTo', weight: 'noPromise', text: 'Svar på 5', owner: null, due: null, missing: [] },
          {
            kind: 'actionAnnounced',
            weight: 'underway',
            text: 'Svar på 5',
            owner: null,
            due: null,
            missing: ['owner', 'due'],
          },
        ],
      },
    ]);
    expect(counts).toEqual({
      demands: 5,
      unanswered: 0,
      agreed: 1,
      byKind: { acknowledged: 1, inProgress: 1, actionAnnounced: 3, proposed: 2, decided: 1, openTo: 1 },
      byWeight: { noPromise: 4, underway: 4, agreed: 1 },
    });
  });

  it.each<[AnswerKind, boolean]>(
    (Object.keys(answerKinds) as AnswerKind[]).map((kind) => [
      kind,
      ['accepted', 'partlyAccepted', 'decided'].includes(kind),
    ]),
  )('counts a demand answered by %s as agreed: %s', async (kind, agreed) => {
    const { counts } = await detailOf(notRaised, raised(1), answered(1, kind));
    expect(counts).toMatchObject({ demands: 1, unanswered: 0, agreed: Number(agreed), byKind: { [kind]: 1 } });
  });

  it('keeps answers over time beside each other and shows demands without any', async () => {
    const later = { ...answered(1, 'accepted'), data: { ...answered(1, 'accepted').data, on: '2026-05-20' } };
    const { demands, counts } = await detailOf(
      notRaised,
      raised(2),
      raised(1),
      later as BreachEvent,
      answered(1, 'noted'),
    );
    expect(demands.map((demand) => demand.answers.map((answer) => answer.on))).toEqual([
      ['2026-04-24', '2026-05-20'],
      [],
    ]);
    expect(counts).toMatchObject({ demands: 2, unanswered: 1 });
  });

  it('is not there before it was recorded', async () => {
    await expect(detailOf()).rejects.toThrow('breach.unknown');
  });
});
