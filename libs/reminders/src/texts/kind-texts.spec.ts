import { meetingsPart } from '@rettidig/meetings';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { Language, Text } from '@rettidig/event-sourcing';
import { reminderKinds } from '../kinds/index.js';
import type { OccasionAbout } from '../kind.js';
import type { ReminderItem } from '../due.types.js';
import { factsOf, filled, type WordsOf } from './facts.js';
import { kindTexts, saidOf } from './kind-texts.js';
import { placeholders, type KindText } from './texts.types.js';

const languages: readonly Language[] = ['da', 'en'];
const words = (language: Language): WordsOf => ({
  reference: {
    ...{ organisation: organisationPart.initial, ruleBook: ruleBookPart.initial, meetings: meetingsPart.initial },
    ...{ functions: functionsPart.initial, reminderSteps: {} },
  },
  ...{ language, today: '2026-05-04', nameOf: () => 'Ida Holm' },
});
const item = (kind: string, about: OccasionAbout = {}, anchor = '2026-12-02'): ReminderItem => ({
  ...{ key: 'k', kind, step: 'workday-3', subject: null, item: 'i', anchor, armed: 0, dueOn: '2026-05-04' },
  ...{ late: false, plannedLate: false, about, number: '2026-0143' },
});

/** Every text of a kind, with what it is called. */
function textsOf({ name, todo, dayLabel, past, listed, variants = {}, ...said }: KindText): [string, Text][] {
  const all = { '': said, ...(past && { past }), ...variants };
  const ofSaid = Object.entries(all).flatMap(([code, one]): [string, Text][] => [
    [`${code} subject`, one.subject],
    [`${code} lead`, one.lead],
  ]);
  const ofList = Object.entries(listed ?? {}).map(([what, one]): [string, Text] => [`listed ${what}`, one]);
  return [['name', name], ['todo', todo], ['dayLabel', dayLabel], ...ofSaid, ...ofList];
}
const every = Object.entries(kindTexts).flatMap(([kind, text]) =>
  textsOf(text).flatMap(([what, one]) => languages.map((language) => [kind, what, language, one[language]] as const)),
);

describe('what reminders say', () => {
  it('has a text for every kind that there is, and for no other', () => {
    expect(Object.keys(kindTexts).sort()).toEqual(reminderKinds.map(({ name }) => name).sort());
  });

  it.each(every)('%s %s in %s: says something, and with known words only', (_kind, _what, _language, text) => {
    expect(text).toMatch(/\S/);
    const used = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
    expect(used.filter((name) => !(placeholders as readonly string[]).includes(name!))).toEqual([]);
  });

  it.each(every.filter(([, what]) => / (subject|lead)$/.test(what)))(
    '%s %s in %s: says what, for whom or where, and by when',
    (_kind, what, _language, text) => {
      expect(text).toMatch(/\{(day|on|from|meetingDay)\}/);
      if (what.endsWith('lead')) expect(text).toMatch(/[.?]$/);
      else expect(text).not.toMatch(/\.$/);
    },
  );

  it.each(Object.entries(kindTexts))('%s: both languages are filled in with the same things', (_kind, text) => {
    const used = (one: string) => [...new Set([...one.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
    for (const [what, { da, en }] of textsOf(text)) expect([what, used(en)]).toEqual([what, used(da)]);
  });

  it('can be filled in with ids, codes and days alone: there is no place for a title, a reason, a seat or its union', () => {
    const allowed = [
      'number',
      'kind',
      'unit',
      'committee',
      'day',
      'on',
      'from',
      'meetingDay',
      'time',
      'body',
      'ofCase',
    ];
    expect([...placeholders].sort()).toEqual([...allowed, 'period', 'person'].sort());
    const about: OccasionAbout = { seatId: 'fagforeningens plads', changeId: 'x', code: '2026-Q1' };
    expect(Object.values(factsOf(item('seatEnds', about), words('da'))).join()).not.toContain('fagforening');
  });

  it.each(languages)('leaves nothing open where nothing is known, in %s', (language) => {
    for (const [kind, text] of Object.entries(kindTexts))
      for (const [, one] of textsOf(text)) {
        const said = filled(one[language], factsOf({ ...item(kind), number: null }, words(language)));
        expect(said).not.toMatch(/[{}]|undefined|null/);
      }
  });

  it.each(languages)('promises nothing that hangs on other reminders or on who else is there, in %s', (language) => {
    // `missed` may be switched off; of those who have a function, the others were told as well.
    expect(kindTexts['missRecorded']!.todo[language]).not.toMatch(/bedt|asked/);
    expect(kindTexts['receiverNotReached']!.lead[language]).toMatch(/Har ingen andre|If nobody else/);
  });

  it('refuses a word that there is not', () => {
    expect(() => filled('{title}', factsOf(item('missed'), words('da')))).toThrow('{title}');
  });

  it('says it otherwise where there are several things to say, or the day has passed', () => {
    const text = kindTexts['nothingRecorded']!;
    expect(saidOf(text, 'start', true)).toBe(text.variants!['start']);
    expect(saidOf(text, 'decision', false)).toBe(text);
    expect(saidOf(kindTexts['itemDue']!, undefined, true)).toBe(kindTexts['itemDue']!.past);
  });

  it('names the day with its weekday and week', () => {
    expect(factsOf(item('itemDue'), words('da')).day).toBe('onsdag den 2. december 2026 (uge 49)');
    expect(factsOf(item('itemDue'), words('en')).day).toContain('week 49');
  });

  it.each([
    ['socialCommittee', ' i Socialudvalget', ' by the Social Committee (political)'],
    ['manager', ' af en leder', ' by a manager'],
    ['notStated', '', ''],
  ] as const)('says who decides: %s', (body, da, en) => {
    expect(factsOf(item('nothingRecorded', { body }), words('da')).body).toBe(da);
    expect(factsOf(item('nothingRecorded', { body }), words('en')).body).toBe(en);
  });
});
