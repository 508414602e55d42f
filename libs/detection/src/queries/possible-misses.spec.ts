import type { QueryContext } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { projectionSpec, recorded } from '@rettidig/event-sourcing/testing';
import * as fc from 'fast-check';
import type { PossibleMissEvent } from '../possible-miss.events.js';
import { POSSIBLE_MISSES_VIEW, possibleMissesProjection } from '../projections/possible-misses.projection.js';
import type { DetectionReference } from '../possible-miss.checks.js';
import { possibleMissStates } from '../possible-miss.words.js';
import type { PossibleMissState } from '../possible-miss.words.js';
import { confirmed, dismissed, ITEM, reported, suspected } from '../testing/questions.js';
import { MEETING, PEOPLE, reference, UNITS } from '../testing/town.js';
import { getPossibleMiss } from './get-possible-miss.js';
import type { ListPossibleMisses } from './list-possible-misses.js';
import { listPossibleMisses } from './list-possible-misses.js';

const now = '2026-08-01T08:00:00.000Z';
const ALL = Object.keys(possibleMissStates) as PossibleMissState[];

const at = (recordedAt: string, id: string, ...events: readonly PossibleMissEvent[]): GivenEvent<PossibleMissEvent>[] =>
  events.map((event) => ({ ...event, recordedAt, stream: `possibleMiss-${id}`, actor: PEOPLE.deputyChair }));

const contextWith = (events: readonly GivenEvent<PossibleMissEvent>[]) =>
  ({
    now,
    reference,
    language: 'da',
    views: projectionSpec(possibleMissesProjection).given(...events).database,
    people: () => Promise.resolve(new Map()),
    readStream: (stream: string, until = now) =>
      recorded(events.filter((event) => event.stream === stream && event.recordedAt! <= until)),
  }) as unknown as QueryContext<DetectionReference>;

const inHome: PossibleMissEvent = {
  type: 'PossibleMissReported',
  data: {
    title: 'Skulle afdelingslederstillingerne have været drøftet?',
    unitId: UNITS.home,
    when: { onOrBefore: '2026-02-01' },
    meetingId: MEETING,
    source: { kind: 'minutes', reference: 'linje 12' },
  },
};

describe('the list "Til vurdering"', () => {
  const context = contextWith([
    ...at('2026-04-24T12:00:00.000Z', 'moving', reported),
    ...at('2026-05-01T12:00:00.000Z', 'agenda', suspected()),
    ...at('2026-05-02T12:00:00.000Z', 'posts', inHome, dismissed('chair', false)),
    ...at('2026-05-03T12:00:00.000Z', 'case', reported, confirmed(idOf('case'))),
    ...at('2026-05-04T12:00:00.000Z', 'gone', reported, dismissed('chair', false)),
    ...at('2026-06-04T12:00:00.000Z', 'gone', dismissed('deputyChair', true)),
  ]);
  const list = (parameters: ListPossibleMisses = {}) =>
    listPossibleMisses.handle(parameters, context) as Awaited<ReturnType<typeof listPossibleMisses.handle>>;
  const idsOf = (parameters: ListPossibleMisses) => list(parameters).items.map((item) => item.possibleMissId);

  it('holds what waits for somebody, and on asking everything there ever was', () => {
    expect(idsOf({})).toEqual(['posts', 'agenda', 'moving']);
    expect(idsOf({ state: ALL })).toEqual(['gone', 'case', 'posts', 'agenda', 'moving']);
    expect(list().facets['state']).toEqual({ open: 2, halfDismissed: 1, confirmed: 1, dismissed: 1 });
  });

  it('says of each what is known, in words', () => {
    expect(list({ origin: ['suspected'] }).items).toEqual([
      {
        possibleMissId: 'agenda',
        title: 'Flytning af Botilbuddet Engen',
        state: 'open',
        stateText: 'til vurdering',
        origin: 'suspected',
        originText: 'fundet i en politisk dagsorden',
        body: 'socialCommittee',
        bodyText: 'Socialudvalget',
        when: { on: '2026-06-03' },
        whenText: '03.06.2026',
        score: 82,
        kinds: ['reorganisation', 'serviceMoved'],
        kindsText: 'Ændret organisering, Flytning af tilbud',
        unitId: null,
        unitName: 'ikke oplyst',
        recordedAt: '2026-05-01T12:00:00.000Z',
        recordedOn: '2026-05-01',
        recordedBy: 'næstformand',
        dismissedBy: [],
        caseIds: [],
        recheckedIn: [],
      },
    ]);
    expect(list({ state: ['halfDismissed'] }).items).toMatchObject([{ dismissedBy: ['chair'], score: null }]);
  });

  it.each<[ListPossibleMisses, string[]]>([
    [{ body: ['manager'] }, ['moving']],
    [{ body: ['notStated'] }, ['posts']],
    [{ kind: 'serviceMoved,other' }, ['agenda']],
    [{ unit: UNITS.centre }, ['posts']],
    [{ unit: 'notStated' }, ['agenda', 'moving']],
    [{ scoreAtLeast: 82 }, ['agenda']],
    [{ scoreAtLeast: 83 }, []],
    [{ from: '2026-02-01', to: '2026-05-31' }, ['posts']],
    [{ text: 'ENGEN botilbud' }, ['agenda']],
    [{ text: 'nævnt' }, ['moving']],
    [{ sort: '-score' }, ['agenda', 'posts', 'moving']],
    [{ sort: 'recorded', limit: 1 }, ['moving']],
  ])('answers to %j', (parameters, expected) => {
    expect(idsOf(parameters)).toEqual(expected);
  });

  it('answers with what was known on a day', () => {
    expect(idsOf({ asOf: '2026-05-04' })).toEqual(['gone', 'posts', 'agenda', 'moving']);
    expect(idsOf({ asOf: '2026-04-23' })).toEqual([]);
  });

  it('refuses a unit that never was and a period that ends before it starts', () => {
    expect(() => list({ unit: MEETING })).toThrow('possibleMiss.unit-unknown');
    expect(() => list({ from: '2026-05-02', to: '2026-05-01' })).toThrow('possibleMiss.period-ends-before-it-starts');
  });

  it('is a spreadsheet too, the same list with Danish headings', () => {
    const { columns, rows } = listPossibleMisses.csv!;
    expect(columns.map(({ heading }) => heading.da).slice(0, 3)).toEqual(['Til vurdering', 'Status', 'Kommer fra']);
    const cells = [...rows({ state: ['halfDismissed'] }, context)];
    expect(cells).toMatchObject([{ when: 'senest 01-02-2026', dismissedBy: 'formand', unit: 'Hjemmet', score: '' }]);
  });

  it('draws from what stood dismissed when the quarter began, whatever became of it since', () => {
    expect(idsOf({ drawing: '2026-Q3' })).toEqual(['gone']);
    expect(idsOf({ drawing: '2026-Q2' })).toEqual([]);
    expect(() => list({ drawing: '2026-Q4' })).toThrow('possibleMiss.drawing-in-the-future');
  });
});

describe('one possible miss', () => {
  const detail = (events: readonly GivenEvent<PossibleMissEvent>[], asOf?: string) =>
    Promise.resolve(getPossibleMiss.handle({ id: 'one', ...(asOf && { asOf }) }, contextWith(events)));
  const steps = async (...events: PossibleMissEvent[]) =>
    (await detail(at('2026-05-01T12:00:00.000Z', 'one', ...events))).next.map(({ step, href }) => [
      step,
      href.replace('/api/v1/', ''),
    ]);

  it('shows the words that gave the hit, and what each chair said', async () => {
    const shown = await detail([
      ...at('2026-05-01T12:00:00.000Z', 'one', suspected()),
      ...at('2026-05-02T12:00:00.000Z', 'one', dismissed('chair', false)),
    ]);
    expect(shown).toMatchObject({
      state: 'halfDismissed',
      suspicion: { ...ITEM, score: 82, hits: [{ listId: 'moving', word: 'Flytning' }], listsVersion: '2026-1' },
      dismissals: [{ office: 'chair', reason: 'Samme sag som i januar', at: '2026-05-02T12:00:00.000Z' }],
      etag: '"2"',
    });
    expect(shown.suspicion?.kinds.map(({ kind, score }) => [kind, score])).toEqual([
      ['serviceMoved', 82],
      ['reorganisation', 40],
    ]);
    expect(shown.history.map(({ sentence }) => sentence)).toEqual([
      'Et punkt på en politisk dagsorden ligner en ændring uden sag: »Flytning af Botilbuddet Engen«. Ordene: Flytning.',
      'Formanden lagde den til side: Samme sag som i januar',
    ]);
  });

  it('names a word that gave several hits once', async () => {
    const hits = ['Flytning', 'lukning', 'flytning'].map((word) => ({ listId: 'moving', word }));
    const words = suspected();
    const one = { ...words, data: { ...words.data, hits } } as PossibleMissEvent;
    const { history } = await detail(at('2026-05-01T12:00:00.000Z', 'one', one));
    expect(history[0]!.sentence).toMatch(/Ordene: Flytning, lukning\.$/);
  });

  it('that reads like a change of no kind of its own says no kind', () => {
    const words = suspected();
    const one = { ...words, data: { ...words.data, kinds: [{ kind: 'other', score: 0.8 }] } } as PossibleMissEvent;
    const page = listPossibleMisses.handle({}, contextWith(at('2026-05-01T12:00:00.000Z', 'one', one)));
    expect(page).toMatchObject({ items: [{ kinds: ['other'], kindsText: null }] });
  });

  it('says what could be done next', async () => {
    expect(await steps(inHome)).toEqual([
      ['confirm', 'possible-misses/one/confirmation'],
      ['dismiss', 'possible-misses/one/dismissal'],
      ['seeMeeting', `meetings/${MEETING}`],
    ]);
    expect(await steps(suspected(), dismissed('chair', false), dismissed('deputyChair', true))).toEqual([
      ['recheck', 'possible-misses/one/recheck'],
      ['seeAgenda', `political-agendas/${ITEM.agendaId}`],
    ]);
    expect(await steps(reported, confirmed('c'))).toEqual([['seeCase', 'changes/c']]);
  });

  it('is as it was on a day, and nothing before', async () => {
    const events = [
      ...at('2026-05-01T12:00:00.000Z', 'one', reported),
      ...at('2026-05-02T12:00:00.000Z', 'one', dismissed('chair', false)),
    ];
    expect(await detail(events, '2026-05-01')).toMatchObject({ state: 'open', dismissals: [] });
    await expect(detail(events, '2026-04-30')).rejects.toThrow('possibleMiss.unknown');
  });
});

describe('whatever happens', () => {
  const happenings: readonly PossibleMissEvent[] = [
    reported,
    suspected(),
    suspected({ fingerprint: 'another' }),
    dismissed('chair', false),
    dismissed('deputyChair', true),
    confirmed('c'),
    { type: 'PossibleMissReopened', data: { cause: 'recheck' } },
    { type: 'DismissalRechecked', data: { drawing: '2026-Q2', stands: true, reason: 'x' } },
  ];
  const life = fc.tuple(fc.constantFrom(0, 1), fc.array(fc.nat(happenings.length - 1), { maxLength: 12 }));

  it('a possible miss is in the list in exactly one state, now and as of any later moment', () => {
    fc.assert(
      fc.property(fc.array(life, { minLength: 1, maxLength: 5 }), (lives) => {
        const events = lives.flatMap(([begin, rest], id) =>
          [begin, ...rest].flatMap((one, minute) =>
            at(`2026-05-01T10:${String(minute).padStart(2, '0')}:00.000Z`, String(id), happenings[one]!),
          ),
        );
        const inOrder = [...events].sort((one, other) => (one.recordedAt! < other.recordedAt! ? -1 : 1));
        const context = contextWith(inOrder);
        for (const asOf of ['2026-05-01T10:00:00.000Z', '2026-05-01T10:05:00.000Z', undefined]) {
          const parameters = { state: ALL, limit: 200, ...(asOf && { asOf }) };
          const page = listPossibleMisses.handle(parameters, context) as {
            total: number;
            items: { possibleMissId: string }[];
          };
          expect(page.total).toBe(lives.length);
          expect(new Set(page.items.map(({ possibleMissId }) => possibleMissId)).size).toBe(lives.length);
        }
        expect(
          context.views.view(POSSIBLE_MISSES_VIEW).all('select 1 from {possible_miss} where known_to is null'),
        ).toHaveLength(lives.length);
      }),
      { numRuns: 60 },
    );
  });
});
