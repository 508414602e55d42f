import { line, type Step } from '../step.js';
import { missedCases } from './missed-cases.js';
import { deputyOf, holderOf, seats } from './structure.js';

const called = '2026-04-13T08:00:00.000Z';
const after = '2026-04-24T11:30:00.000Z';

interface Item {
  readonly number: number;
  readonly title: string;
  readonly cases: readonly string[];
  readonly standing?: boolean;
  readonly lines: string;
  /** Left out: nothing was said under the item, or it has a joint summary instead of minutes. */
  readonly form?: 'discussion' | 'briefing';
}

const items: readonly Item[] = [
  { number: 1, title: 'Dagsordenen godkendes', cases: [], standing: true, lines: '74-76', form: 'discussion' },
  {
    number: 2,
    title: 'Udvalgssag: midlertidigt behandlingstilbud til unge',
    cases: ['youth'],
    lines: '78-118',
    form: 'discussion',
  },
  {
    number: 3,
    title: 'Påtænkt ny organisering af § 85-støtten',
    cases: ['reorganisation'],
    lines: '120-202',
    form: 'discussion',
  },
  {
    number: 4,
    title: 'Budgetnotater: fastholdelse og rekruttering',
    cases: ['budget'],
    lines: '204-337',
    form: 'discussion',
  },
  {
    number: 5,
    title: 'Samlet punkt: sager, der ikke var MED-behandlet før beslutning',
    cases: missedCases.map((one) => one.key),
    lines: '339-370',
    form: 'discussion',
  },
  { number: 6, title: 'Hvor langt er Ét SOF?', cases: [], lines: '372-383' },
  { number: 7, title: 'Opgaver, der flytter mellem forvaltningerne', cases: [], lines: '385-405', form: 'discussion' },
  { number: 8, title: 'Meddelelser', cases: [], standing: true, lines: '407-439', form: 'briefing' },
  { number: 9, title: 'Eventuelt', cases: [], standing: true, lines: '441-443' },
];

/** The bundled item gets its cases when they are known: after the meeting. The others stood on the agenda sent out. */
const addedAt = (item: Item): string => (item.number === 5 ? '2026-04-24T11:10:00.000Z' : called);

const scheduled: Step = {
  key: 'meeting',
  at: called,
  by: 'secretariat',
  command: 'ScheduleMeeting',
  message: (id) => ({
    committeeId: id('mainCommittee'),
    on: '2026-04-24',
    startsAt: '10:00',
    endsAt: '12:00',
    extraordinary: false,
    source: line('7-12'),
  }),
};

const agenda: readonly Step[] = items.map((item) => ({
  key: `item${item.number}`,
  at: addedAt(item),
  by: 'secretariat',
  command: 'AddAgendaItem',
  subject: 'meeting',
  message: (id) => ({
    number: item.number,
    title: item.title,
    caseIds: item.cases.map(id),
    standing: item.standing ?? false,
    source: line(item.lines),
  }),
}));

/** 14 present, one of them a deputy; 9 excused. */
const attendance: Step = {
  key: 'attendance',
  at: after,
  by: 'secretariat',
  command: 'RecordAttendance',
  subject: 'meeting',
  message: (id) => ({
    heldOn: '2026-04-24',
    entries: seats.flatMap((seat) => [
      { seatId: id(`seat-${seat.key}`), capacity: 'holder', personId: holderOf(seat), presence: seat.presence },
      ...(seat.deputy
        ? [{ seatId: id(`seat-${seat.key}`), capacity: 'deputy', personId: deputyOf(seat), presence: 'present' }]
        : []),
    ]),
    source: line('28-58'),
  }),
};

const discussed: readonly Step[] = items
  .filter((item) => item.form)
  .map((item) => ({
    key: `item${item.number}-discussed`,
    at: after,
    by: 'secretariat',
    command: 'DiscussItem',
    subject: 'meeting',
    message: (id) => ({ itemId: id(`item${item.number}`), form: item.form, source: line(item.lines) }),
  }));

/** Item 6: no minutes, a joint summary, retold. */
const jointSummary: readonly (readonly [employeeSide: string, managementSide: string, lines: string])[] = [
  [
    'Det er stadig uklart, hvilke opgaver der falder bort med besparelsen i administrationen. Vurderingen ender hos den enkelte og kan give uens service og for stort arbejdspres.',
    'Anerkender, at besparelsen har sænket serviceniveauet, og at ønskerne fra drift og politikere er de samme som før.',
    '377',
  ],
  [
    'Grænserne mellem centrenes opgaver var skarpe i starten af 2025 og er siden blevet bløde. Skal opdelingen ses efter?',
    'Er opmærksom på det; det indgår i servicetjekket af Ét SOF, som HovedMED drøfter til junimødet. Centerteams løser ikke de administrative centres opgaver.',
    '378',
  ],
  [
    'Nogle familiehuse fungerer bedre, med fokus på fælles kultur og deling af erfaringer.',
    'Takker for bemærkningen.',
    '380',
  ],
  [
    'Lederne samarbejder på tværs af familiehusene; medarbejderne ønsker samme mulighed, hvor det giver mening.',
    'Tager bemærkningen med videre og finder den relevant.',
    '381',
  ],
  [
    'Der er lang ventetid i det specialiserede familiehus på autismeområdet, og det presser rådgiverne.',
    'Har lovet at følge op, især på hvad de almindelige familiehuse kan overtage; ventelisterne er kendt.',
    '382',
  ],
  [
    'Afklaring af støtte efter § 85 begynder på forskellige tidspunkter, så støtten ikke altid er klar ved indflytning i egen bolig.',
    'Oplever det modsatte: boligerne mangler, så en del af midlerne til bostøtte bliver ikke brugt. Følger dog op.',
    '383',
  ],
];

const summarised: Step = {
  key: 'item6-summary',
  at: after,
  by: 'secretariat',
  command: 'SummariseItemJointly',
  subject: 'meeting',
  message: (id) => ({
    itemId: id('item6'),
    summary: jointSummary.map(([employeeSide, managementSide, lines]) => ({
      employeeSide,
      managementSide,
      source: line(lines),
    })),
  }),
};

/** HovedMED of 24 April 2026 with its nine items. */
export const meetingBefore: readonly Step[] = [scheduled, ...agenda.filter((step) => step.at === called)];
export const meetingAfter: readonly Step[] = [
  ...agenda.filter((step) => step.at !== called),
  attendance,
  ...discussed,
  summarised,
];
