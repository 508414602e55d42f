import type { ChangeEvent } from '@rettidig/cases';
import { casesView } from '@rettidig/cases';
import type { AnyProjection, DomainEvent, QueryContext } from '@rettidig/event-sourcing';
import { idOf, projection } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import { meetingsFeature } from '@rettidig/meetings';
import type { OrganisationEvent } from '@rettidig/organisation';
import type { RuleBook } from '@rettidig/rules';
import { ruleBookPart } from '@rettidig/rules';
import type { DetectionReference } from '../possible-miss.checks.js';
import { politicalAgendasView } from '../projections/political-agendas.projection.js';
import { possibleMissesProjection } from '../projections/possible-misses.projection.js';
import { screeningProjection } from '../projections/screening.projection.js';
import type { ListStandingChecks, StandingCheckList } from '../queries/list-standing-checks.js';
import { listStandingChecks } from '../queries/list-standing-checks.js';
import { founded, MAIN, PEOPLE, referenceOf, seat, UNITS } from '../testing/town.js';

const now = '2026-06-10T08:00:00.000Z';
const LOCAL = idOf('local');
const projections = [
  casesView,
  ...meetingsFeature.projections,
  screeningProjection,
  possibleMissesProjection,
  politicalAgendasView,
];

/** Four meetings of a committee in a year: as many as it should have. */
const meetings = (committeeId: string, ...days: readonly string[]): GivenEvent<DomainEvent>[] =>
  days.map((on) => ({
    type: 'MeetingScheduled',
    data: { committeeId, on, extraordinary: false },
    stream: `meeting-${idOf('meeting', committeeId, on)}`,
    recordedAt: '2025-01-02T08:00:00.000Z',
  }));
/** They came together on that day. */
const held = (committeeId: string, ...days: readonly string[]): GivenEvent<DomainEvent>[] =>
  days.map((heldOn) => ({
    type: 'AttendanceRecorded',
    data: { heldOn, attendance: [] },
    stream: `meeting-${idOf('meeting', committeeId, heldOn)}`,
    recordedAt: '2025-01-02T09:00:00.000Z',
  }));
const enough = [
  ...meetings(MAIN, '2026-02-02', '2026-05-04', '2026-09-07', '2026-11-02'),
  ...held(MAIN, '2026-02-02', '2026-05-04'),
];

function checked(
  events: readonly GivenEvent<DomainEvent>[],
  organisation: readonly OrganisationEvent[] = founded,
  { more = [], ruleBook = ruleBookPart.initial }: { more?: readonly AnyProjection[]; ruleBook?: RuleBook } = {},
) {
  const views = filledViews([...projections, ...more], [...enough, ...events]);
  const context = {
    now,
    reference: { ...referenceOf(organisation), ruleBook },
    views,
    language: 'da',
  } as unknown as QueryContext<DetectionReference>;
  const list = (parameters: ListStandingChecks = {}) =>
    listStandingChecks.handle(parameters, context) as StandingCheckList;
  const sentences = (code: string, parameters: ListStandingChecks = {}) =>
    list({ code: [code], ...parameters }).items.map(({ sentence }) => sentence);
  return { list, sentences };
}

const caseOf = (of: string, more: object = {}, decidedOn?: string, placedOn?: string): GivenEvent<DomainEvent>[] => {
  const requirementId = idOf('duty', of);
  const requirement = { requirementId, committeeId: MAIN, role: 'primary', before: 'decision', ruleId: 'r' };
  const event = (type: ChangeEvent['type'], data: object) => ({
    type,
    data,
    stream: `change-${idOf('case', of)}`,
    recordedAt: '2026-04-24T10:00:00.000Z',
  });
  const registered = {
    title: 'Flytning',
    kind: 'serviceMoved',
    facts: {},
    unitId: UNITS.home,
    decider: { body: 'manager', managerUnitId: null },
    ownerId: PEOPLE.manager.id,
    externalNumbers: [],
  };
  const assessed = { relevance: 'medRelevant', superseded: [], explanation: { ask: [] }, cause: 'registration' };
  return [
    event('ChangeRegistered', { ...registered, ...more }),
    ...(decidedOn
      ? [
          event('DecisionPointPlanned', {
            pointId: idOf('point', of),
            kind: 'decision',
            body: 'manager',
            when: { on: decidedOn },
          }),
        ]
      : []),
    event('MedInvolvementAssessed', { ...assessed, requirements: [{ ...requirement, secretaryConfirms: false }] }),
    ...(placedOn
      ? [
          event('CasePlacedOnAgenda', {
            meetingId: idOf('meeting', MAIN, placedOn),
            itemId: idOf('item'),
            committeeId: MAIN,
            on: placedOn,
            requirementIds: [requirementId],
          }),
        ]
      : []),
  ];
};

const local = (covers: readonly string[], validFrom = '2026-05-01', kind = 'local'): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    committeeId: LOCAL,
    name: 'LokalMED',
    level: 'local',
    kind: kind as 'local',
    covers,
    parentId: MAIN,
    validFrom,
    predecessors: [],
  },
});

describe('where everything is as it should be', () => {
  it('nothing is found', () => {
    expect(checked([...caseOf('fine', {}, '2026-09-08')]).list()).toMatchObject({
      items: [],
      total: 0,
      facets: { severity: {}, code: {} },
      minimumMeetings: 4,
    });
  });
});

describe('units', () => {
  it('that no committee covers, or none at their own level', () => {
    const apart: OrganisationEvent = {
      type: 'UnitEstablished',
      data: { unitId: idOf('apart'), name: 'Øen', parentId: UNITS.administration, validFrom: '2020-01-01' },
    };
    const world = checked([], [...founded, apart, local([UNITS.home])]);
    expect(world.sentences('unitWithoutCommitteeAtItsLevel')).toEqual([
      'Øen har ikke noget LokalMED; nærmeste udvalg er HovedMED.',
    ]);
    expect(world.sentences('unitWithoutCommitteeAtItsLevel', { unit: [UNITS.home] })).toEqual([]);
    const confirmed: OrganisationEvent = {
      type: 'NoLocalCommitteeConfirmed',
      data: { confirmationId: idOf('confirmed'), unitId: idOf('apart'), from: '2020-01-01' },
    };
    const known = checked([], [...founded, apart, local([UNITS.home]), confirmed]);
    expect(known.sentences('unitWithoutCommitteeAtItsLevel')).toEqual([]);
    const none = checked([], founded.slice(0, 3));
    expect(none.sentences('unitWithoutCommittee', { unit: [UNITS.home] })).toEqual([
      'Hjemmet er ikke dækket af noget MED-udvalg.',
    ]);
    expect(none.list({ code: ['unitWithoutCommittee'] }).items[0]).toMatchObject({
      severity: 'error',
      href: `/api/v1/units?under=${UNITS.administration}`,
    });
  });
});

describe('seats', () => {
  it('that are vacant, held twice by one person, or miss the chairs', () => {
    const empty = founded.filter(({ type }) => type !== 'SeatFilled');
    const world = checked([], empty);
    expect(world.sentences('committeeWithoutChairs')).toEqual([
      'HovedMED har ingen formand.',
      'HovedMED har ingen næstformand.',
    ]);
    expect(world.sentences('seatsVacant')).toEqual([]);
    const member: OrganisationEvent = {
      type: 'SeatCreated',
      data: {
        seatId: idOf('seat'),
        committeeId: MAIN,
        side: 'employees',
        representativeKind: 'employeeRepresentative',
        from: '2020-01-01',
      },
    };
    expect(checked([], [...founded, member]).sentences('seatsVacant')).toEqual(['HovedMED har 1 ledig plads.']);
    const double = [...founded.slice(0, 6), ...seat('deputyChair', PEOPLE.chair.id)];
    expect(checked([], double).list({ code: ['seatsDouble'] }).items).toMatchObject([
      { severity: 'error', committeeId: MAIN, subjectIds: [idOf('seat', 'chair'), idOf('seat', 'deputyChair')] },
    ]);
  });
});

describe('cases', () => {
  it('without an owner or a date', () => {
    const world = checked([...caseOf('one', { ownerId: null }, '2026-09-08'), ...caseOf('two')]);
    expect(world.sentences('caseWithoutOwner')).toEqual(['Sag 2026-0001 har ingen ejer.']);
    expect(world.sentences('caseWithoutDecisionDate')).toEqual([
      'Sag 2026-0002 har ingen dato for, hvornår der besluttes.',
    ]);
    expect(world.sentences('caseWithoutOwner', { unit: [UNITS.centre] })).toEqual([]);
    expect(world.sentences('caseWithoutOwner', { committee: [MAIN] })).toHaveLength(1);
    expect(world.sentences('caseWithoutOwner', { committee: [LOCAL] })).toEqual([]);
  });

  it('that are decided before their committee meets, the day itself included', () => {
    const world = checked([
      ...caseOf('before', {}, '2026-09-06'),
      ...caseOf('same', {}, '2026-09-07'),
      ...caseOf('after', {}, '2026-09-08'),
      ...caseOf('placed', {}, '2026-09-08', '2026-11-02'),
      ...caseOf('past', {}, '2026-06-09'),
    ]);
    expect(world.sentences('decisionBeforeMeeting')).toEqual([
      'Sag 2026-0001 besluttes 06.09.2026, og HovedMED mødes først 07.09.2026.',
      'Sag 2026-0002 besluttes 07.09.2026, og HovedMED mødes først 07.09.2026.',
      'Sag 2026-0004 besluttes 08.09.2026, og HovedMED mødes først 02.11.2026.',
    ]);
  });

  it('beyond the first hundred are counted in one row', () => {
    const many = Array.from({ length: 130 }, (_, at) => caseOf(String(at), { ownerId: null }, '2026-09-08')).flat();
    const page = checked(many).list({ code: ['caseWithoutOwner'], limit: 200 });
    expect(page.total).toBe(101);
    expect(page.items.at(-1)).toMatchObject({ sentence: '… og 30 mere af samme slags.', more: 30, subjectIds: [] });
    expect(page.facets['code']).toEqual({ caseWithoutOwner: 130 });
  });
});

describe('meetings', () => {
  it('below the number that a committee is held to, in a year that it existed all of', () => {
    const committees = [...founded, local([UNITS.home], '2025-01-01')];
    const world = checked(
      [...meetings(LOCAL, '2025-03-03', '2025-06-02', '2025-09-01'), ...held(LOCAL, '2025-03-03', '2025-06-02')],
      committees,
    );
    expect(world.sentences('tooFewMeetingsLastYear')).toEqual(['LokalMED havde 2 af mindst 4 ordinære møder i 2025.']);
    expect(world.sentences('tooFewMeetingsThisYear')).toEqual([
      'LokalMED har holdt eller indkaldt 0 af mindst 4 ordinære møder i 2026.',
    ]);
    expect(checked([], [...founded, local([UNITS.home])]).sentences('tooFewMeetingsThisYear')).toEqual([]);
  });

  it('below the number that a committee has agreed on itself, as it was known', () => {
    const agreed = (minimumMeetings: number, effectiveFrom: string) => ({
      value: { committeeId: LOCAL, version: effectiveFrom, effectiveFrom, minimumMeetings },
      knownAt: `${effectiveFrom}T08:00:00.000Z`,
    });
    const ruleBook = { ...ruleBookPart.initial, timetables: [agreed(2, '2025-01-01'), agreed(1, '2026-06-01')] };
    const committees = [...founded, local([UNITS.home], '2025-01-01')];
    const world = checked(meetings(LOCAL, '2026-06-22'), committees, { ruleBook });
    expect(world.sentences('tooFewMeetingsThisYear')).toEqual([]);
    expect(world.sentences('tooFewMeetingsThisYear', { asOf: '2026-05-31' })).toEqual([
      'LokalMED har holdt eller indkaldt 1 af mindst 2 ordinære møder i 2026.',
    ]);
  });

  it('whose day has passed and of which nobody said what became', () => {
    const world = checked(meetings(MAIN, '2026-06-09', '2026-06-10'));
    expect(world.sentences('meetingNotRecorded')).toEqual([
      'Mødet 09.06.2026 i HovedMED er ikke registreret som holdt.',
    ]);
    expect(world.sentences('meetingNotRecorded', { committee: [LOCAL] })).toEqual([]);
    expect(world.sentences('meetingNotRecorded', { unit: [UNITS.home] })).toEqual([]);
    expect(world.list({ code: ['meetingNotRecorded'] }).items[0]).toMatchObject({ severity: 'warning' });
  });

  it.each(['trio', 'staffMeetingWithMedStatus'])('are not counted of a %s, which has no chairs either', (kind) => {
    const world = checked([], [...founded, local([UNITS.home], '2025-01-01', kind)]);
    expect(world.sentences('tooFewMeetingsThisYear')).toEqual([]);
    expect(world.sentences('committeeWithoutChairs')).toEqual([]);
  });
});

describe('what comes in', () => {
  it('or does not: rounds that were not held, agendas that stopped coming', () => {
    const forum = {
      type: 'ScreeningForumAgreed',
      data: { name: 'Direktionen', rhythm: 'monthly', from: '2026-05-10' },
      stream: `screeningForum-${idOf('forum')}`,
    };
    const agenda = (body: string, recordedAt: string) => ({
      type: 'PoliticalAgendaImported',
      data: {
        body,
        on: '2026-04-01',
        version: 1,
        complete: true,
        importId: idOf('i'),
        added: [],
        changed: [],
        withdrawn: [],
        returned: [],
      },
      stream: `politicalAgenda-${idOf(body)}`,
      recordedAt,
    });
    const world = checked([
      agenda('socialCommittee', '2026-04-01T08:00:00.000Z'),
      forum,
      agenda('financeCommittee', '2026-06-01T08:00:00.000Z'),
    ]);
    expect(world.sentences('screeningRoundNotHeld')).toEqual(['Direktionen vurderede ikke sager til MED i 2026-05.']);
    expect(world.sentences('agendaNotImported')).toEqual([
      'Der er ikke læst dagsordener ind fra Socialudvalget siden 01.04.2026.',
    ]);
    expect(world.sentences('importNotRead')).toEqual([]);
  });

  it('and documents that nobody dealt with, where documents are imported at all', () => {
    const imports = projection<DomainEvent>({
      name: 'imports',
      version: 1,
      schema: ['create table {import} (id text, received_at text, status text, known_from text, known_to text)'],
      on: {
        DocumentReceived: (view, { stream, knownAt, data }) =>
          view.run('insert into {import} values (:id, :knownAt, :status, :knownAt, null)', {
            id: stream,
            knownAt,
            status: (data as { status: string }).status,
          }),
      },
    });
    const received = (recordedAt: string, status = 'received') => ({
      type: 'DocumentReceived',
      data: { status },
      stream: `import-${recordedAt}`,
      recordedAt,
    });
    const documents = [
      received('2026-05-10T08:00:00.000Z'),
      received('2026-05-10T09:00:00.000Z', 'committed'),
      received('2026-05-12T08:00:00.000Z'),
    ];
    expect(checked(documents, founded, { more: [imports] }).sentences('importNotRead')).toEqual([
      'Et dokument fra 10.05.2026 er ikke læst ind.',
    ]);
  });
});

describe('the list of findings', () => {
  const world = checked(
    caseOf('one', { ownerId: null }),
    founded.filter(({ type }) => type !== 'SeatFilled'),
  );

  it('has the gravest first, and counts by weight and by check whatever of them is asked for', () => {
    const { items, facets } = world.list();
    expect(items.map(({ severity }) => severity)).toEqual(['error', 'error', 'warning', 'warning']);
    expect(facets['severity']).toEqual({ error: 2, warning: 2 });
    expect(world.list({ severity: ['warning'] }).total).toBe(2);
    expect(world.list({ severity: ['warning'] }).facets).toEqual({
      severity: { error: 2, warning: 2 },
      code: { caseWithoutOwner: 1, caseWithoutDecisionDate: 1 },
    });
  });

  it('comes in pages, and as it would have been on a day', () => {
    const first = world.list({ limit: 3 });
    expect(world.list({ limit: 3, cursor: first.nextCursor! }).items).toHaveLength(1);
    expect(world.list({ asOf: '2026-04-23', code: ['caseWithoutOwner'] }).total).toBe(0);
    expect(world.list({ asOf: '2026-04-24', code: ['caseWithoutOwner'] }).total).toBe(1);
  });
});
