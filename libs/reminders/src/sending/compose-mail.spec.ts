import { meetingsPart } from '@rettidig/meetings';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { ClaimedItem } from '../due.types.js';
import { composedMail, type Letter } from './compose-mail.js';

const claimed = (more: Partial<ClaimedItem> = {}): ClaimedItem => ({
  ...{ key: 'k', kind: 'itemDue', step: 'workday-3', subject: 'change-a', item: 'i', anchor: '2026-05-07', armed: 0 },
  ...{ dueOn: '2026-05-04', late: false, plannedLate: false, number: '2026-0143' },
  about: { changeId: 'a', caseKind: 'reorganisation' },
  ...{ as: ['owner'], substituteFor: [], fallback: false, of: ['ole'], overtaken: [] },
  asked: { lane: 'dated', to: ['owner'], escalates: false, toldBefore: [], refusedBy: [] },
  ...more,
});
const letter = (items: ClaimedItem[], more: Partial<Letter> = {}): Letter => ({
  reference: {
    ...{ organisation: organisationPart.initial, ruleBook: ruleBookPart.initial, meetings: meetingsPart.initial },
    ...{ functions: functionsPart.initial, reminderSteps: {} },
  },
  ...{ items, language: 'da', today: '2026-05-04', nameOf: (id) => (id === 'per' ? 'Per Bo' : undefined) },
  ...{ moreOf: () => [], isRepeat: false, publicUrl: 'https://med.example' },
  ...more,
});
const whyOf = (more: Partial<ClaimedItem>, of: Partial<Letter> = {}) =>
  composedMail(letter([claimed(more)], of)).content.why;

describe('a mail about one thing', () => {
  it('says in subject and first line what, by when and for whom, and leads to one page', () => {
    const { subject, content } = composedMail(letter([claimed()]));
    expect(subject).toBe('Sag 2026-0143: aflever materialet til MED senest torsdag den 7. maj 2026 (uge 19)');
    expect(content.heading).toBe(subject);
    expect(content.lead).toContain('Sag 2026-0143 (Ændret organisering, enhed ikke oplyst)');
    expect(content.link).toEqual({ text: 'Åbn sagen', url: 'https://med.example/changes/a' });
    expect(content.sections).toEqual([
      {
        text: 'Læg materialet på sagen, så sekretariatet kan sende det ud.',
        lines: [
          { label: 'Sag', value: '2026-0143, Ændret organisering' },
          { label: 'Materialet afleveres', value: 'torsdag den 7. maj 2026 (uge 19)' },
        ],
      },
    ]);
  });

  it('says why somebody gets it', () => {
    expect(whyOf({})).toEqual([
      'Fordi du er ansvarlig for sagen.',
      '»materialet skal afleveres«: mailen sendes 3 arbejdsdage før, mandag den 4. maj 2026 (uge 19).',
    ]);
    expect(whyOf({ substituteFor: ['per'] })[0]).toBe('Fordi du er stedfortræder for Per Bo.');
    expect(whyOf({ fallback: true })[0]).toBe(
      'Mailen går til dig, fordi den ansvarlige for sagen ikke kan nås eller ikke er registreret.',
    );
    expect(whyOf({ late: true }).at(-1)).toBe(
      'Påmindelsen skulle være sendt mandag den 4. maj 2026 (uge 19) og kommer for sent.',
    );
    expect(whyOf({ late: true, plannedLate: true }).at(-1)).toContain('kommer først nu, fordi datoen blev kendt');
    expect(whyOf({}, { isRepeat: true })[0]).toContain('Mailen er gentaget');
    expect(whyOf({ as: ['deputyChair'], about: { committeeId: null } })[0]).toBe('Fordi du er næstformand.');
    expect(whyOf({ step: 'workday+5' }, { language: 'en' })[1]).toContain('5 working days after');
  });

  it('says what a municipality said in its own words instead', () => {
    const text = { da: 'Ring til {committee} om sag {number}.', en: 'Ring {committee} about {number}.' };
    const agreed = {
      kind: 'itemDue',
      steps: [],
      text,
      effectiveFrom: '2026-01-01',
      agreedAt: '2026-01-01T10:00:00.000Z',
    };
    const { reference } = letter([]);
    const own = { reference: { ...reference, reminderSteps: { itemDue: [agreed] } } };
    const { content } = composedMail(letter([claimed()], own));
    expect(content.sections[0]!.text).toBe('Ring til MED om sag 2026-0143.');
  });

  it('says what only this thing has', () => {
    const { content } = composedMail(letter([claimed()], { moreOf: () => ['Næste møde er for sent.'] }));
    expect(content.sections[0]!.text).toMatch(/^Næste møde er for sent\.\nLæg materialet/);
  });
});

describe('a mail about several things', () => {
  const several = [
    claimed({ key: '1' }),
    claimed({ key: '2', number: '2026-0007', anchor: '2026-05-08', about: { changeId: 'b', caseKind: 'other' } }),
    claimed({ key: '3', kind: 'papersDue', anchor: '2026-05-09' }),
  ];

  it('has one section for each case, the most urgent first and in the subject', () => {
    const { subject, content } = composedMail(letter(several));
    expect(subject).toBe(
      'Sag 2026-0143: aflever materialet til MED senest torsdag den 7. maj 2026 (uge 19) – og 2 frister mere',
    );
    expect(content.lead).toMatch(/^Mest presserende: Sag 2026-0143/);
    expect(content.sections.map(({ title }) => title)).toEqual([
      'Sag 2026-0143, Ændret organisering',
      'Sag 2026-0007, Andet',
    ]);
    expect(content.sections.map(({ link }) => link?.url)).toEqual([
      'https://med.example/changes/a',
      'https://med.example/changes/b',
    ]);
    expect(content.sections[0]!.text).toContain('Send materialet ud');
    expect(content.link.url).toBe('https://med.example/');
  });

  it('says once what it would say word for word of several things, and of how many', () => {
    const agreed = (key: string, code: string) =>
      claimed({ key, kind: 'followUpWithoutOwnerOrDate', about: { changeId: 'a', code } });
    const [section] = composedMail(letter([agreed('1', 'owner'), agreed('2', 'owner'), agreed('3', 'date')])).content
      .sections;
    expect(section!.text!.match(/mangler en ansvarlig/g)).toHaveLength(1);
    expect(section!.text).toContain('Det gælder 2 forhold.');
    expect(section!.text).toContain('mangler en dato');
    expect(section!.lines.filter(({ label }) => label === 'Registreret')).toHaveLength(1);
  });

  const miss = (key: string, number: string) =>
    claimed({
      ...{ key, number, kind: 'missOpen', step: 'calendar+7', anchor: '2026-04-27', as: ['deputyChair'] },
      about: { changeId: key, caseKind: 'reorganisation', on: '2026-04-14' },
    });

  it('lists open misses under one title with a line for each, after what there is to do', () => {
    const { sections } = composedMail(letter([claimed(), miss('a', '2026-0007'), miss('b', '2026-0008')])).content;
    expect(sections).toHaveLength(2);
    expect(sections[1]).toEqual({
      title: 'Ikke MED-behandlet før beslutning, uden årsag eller svar: 2',
      text: 'Skriv årsag eller svar på sagen; så er den ikke med i den ugentlige mail igen.',
      lines: ['2026-0007', '2026-0008'].map((number) => ({
        label: `Sag ${number}`,
        value: 'Ændret organisering, enhed ikke oplyst. MED, registreret tirsdag den 14. april 2026 (uge 16)',
      })),
    });
  });

  it('is called by what it lists where there is nothing else, and says that it comes each week', () => {
    const { subject, content } = composedMail(letter([miss('a', '2026-0007'), miss('b', '2026-0008')]));
    expect(subject).toBe('Ikke MED-behandlet før beslutning, uden årsag eller svar: 2');
    expect(content.why).toContain(
      '»årsag og svar mangler stadig«: det kommer med i ugens første mail, indtil det er klaret.',
    );
  });

  it('says each reason once', () => {
    const { why } = composedMail(letter(several)).content;
    expect(new Set(why).size).toBe(why.length);
    expect(why).toHaveLength(3);
  });

  it('says what happened where there is no deadline to say', () => {
    const happened = claimed({ kind: 'disputeOpen', anchor: '2026-05-04' });
    const { subject } = composedMail(letter([happened, ...several]));
    expect(subject).toMatch(/^Sag 2026-0143: uenighed om drøftelse i MED.* – og 3 mere$/);
  });

  it('says that the first day has passed', () => {
    const [late, other] = several as [ClaimedItem, ClaimedItem];
    const { subject } = composedMail(letter([late, other], { today: '2026-05-20', language: 'en' }));
    expect(subject).toBe(
      'Case 2026-0143: the material for MED was due on Thursday 7 May 2026 (week 19) – and 1 more deadline',
    );
  });

  it('calls what is about no case what it is, and counts what is called the same', () => {
    const question = (key: string, anchor = '2026-04-24') =>
      claimed({ key, item: key, kind: 'possibleMissWaiting', anchor, number: null, about: { committeeId: null } });
    const { content } = composedMail(letter([question('1'), question('2'), question('3', '2026-04-27')]));
    const since = 'Til vurdering siden fredag den 24. april 2026 (uge 17): skulle MED have været med?';
    expect(content.sections.map(({ title, link }) => [title, link?.url])).toEqual([
      [`${since} (1 af 2)`, 'https://med.example/possible-misses/1'],
      [`${since} (2 af 2)`, 'https://med.example/possible-misses/2'],
      [since.replace('fredag den 24. april 2026 (uge 17)', 'mandag den 27. april 2026 (uge 18)'), expect.anything()],
    ]);
  });
});
