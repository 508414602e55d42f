import type { QueryContext } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { defaultRuleSet } from '../default-rule-set.js';
import type { RuleBook } from '../rule-book.js';
import { ruleBookPart } from '../rule-book.js';
import { id, organisationOf, threeLevels, transition } from '../testing/structures.js';
import type { AssessChange } from './assess-change.js';
import { assessChange } from './assess-change.js';
import { listRuleSets } from './list-rule-sets.js';

const organisation = organisationOf([...threeLevels, transition(['main', 'local'], '2026-01-01')]);
const ruleBook: RuleBook = {
  ...ruleBookPart.initial,
  published: [
    {
      ruleSet: { ...defaultRuleSet, version: '2027-1', effectiveFrom: '2027-01-01' },
      knownAt: '2026-04-01T08:00:00.000Z',
    },
  ],
};

const asking = (language: 'da' | 'en' = 'da') =>
  ({ now: '2026-04-24T10:00:00.000Z', language, reference: { organisation, ruleBook } }) as unknown as QueryContext<{
    organisation: typeof organisation;
    ruleBook: RuleBook;
  }>;

const assess = async (parameters: AssessChange, language?: 'da' | 'en') =>
  assessChange.handle(parameters, asking(language));
const codeOf = (parameters: AssessChange): Promise<string> =>
  assess(parameters).then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refused ? error.code : String(error)),
  );

const manager = { body: 'manager', managerUnitId: id('youthHome') } as const;

describe('trying a change', () => {
  const conversion: AssessChange = { kind: 'coordinatorPostsConverted', unitId: id('youthHome'), decider: manager };

  it('answers committee, act, reasons, what it is not, and what would change it', async () => {
    const answer = await assess(conversion);
    expect(answer).toMatchObject({ relevance: 'medRelevant', ruleSetVersion: '2026-1', validOn: '2026-04-24' });
    expect(answer.requirements.map(({ committeeName, role, before }) => [committeeName, role, before])).toEqual([
      ['HovedMED', 'primary', 'decision'],
      ['LokalMED Ungehjemmet', 'localItem', 'decision'],
    ]);
    expect(answer.sentences[0]).toMatch(/^Sagen skal i HovedMED, før der træffes beslutning, fordi/);
    expect(answer.notChosen.map(({ reason }) => reason)).toEqual(['getsItsOwnItem', 'levelNotInForce']);
    expect(answer.ask.map(({ fact }) => fact)).toEqual(['budgetProposal']);
    expect(answer.wouldChange[0]).toMatchObject({ answer: 'yes', committees: [{ committeeName: 'HovedMED' }] });
    expect(answer.rules.find(({ verdict }) => verdict === 'decides')).toMatchObject({
      read: { coordinatorPostsConverted: 'yes' },
      sources: [
        { grade: 'statement', gradeText: 'den ene parts udsagn' },
        { grade: 'agreement', gradeText: 'aftale' },
      ],
    });
  });

  it('answers in English on request', async () => {
    expect((await assess(conversion, 'en')).sentences[0]).toMatch(/^The case belongs in HovedMED before a decision/);
  });

  it('counts what is left out as not known', async () => {
    const answer = await assess({ kind: 'other' });
    expect(answer.relevance).toBe('undetermined');
    expect(answer.requirements[0]).toMatchObject({ committeeName: 'HovedMED', secretaryConfirms: true });
  });

  it('uses the rules and the structure of the day asked about', async () => {
    const area = { ...conversion, kind: 'reorganisation', decider: { ...manager, managerUnitId: id('youthArea') } };
    const primary = async (on: string) => (await assess({ ...area, on })).requirements[0]?.committeeName;
    expect(await primary('2025-12-31')).toBe('OmrådeMED Unge');
    expect(await primary('2026-01-01')).toBe('HovedMED');
    expect((await assess({ ...area, on: '2027-01-01' })).ruleSetVersion).toBe('2027-1');
    expect((await assess({ ...area, on: '2027-01-01', asOf: '2026-03-31' })).ruleSetVersion).toBe('2026-1');
  });

  it('refuses kinds, questions, answers and units that are not known, each by its own code', async () => {
    expect(await codeOf({ kind: 'party' })).toBe('rules.kind-unknown');
    expect(await codeOf({ kind: 'other', facts: { weather: 'yes' } })).toBe('rules.fact-unknown');
    expect(await codeOf({ kind: 'other', facts: { newService: 'perhaps' } })).toBe('rules.answer-not-allowed');
    expect(await codeOf({ kind: 'other', facts: JSON.parse('{"__proto__": "yes"}') })).toBe('rules.fact-unknown');
    expect(await codeOf({ kind: 'other', unitId: id('nowhere') })).toBe('rules.unit-unknown');
    expect(await codeOf({ kind: 'other', decider: { ...manager, managerUnitId: id('nowhere') } })).toBe(
      'rules.unit-unknown',
    );
  });
});

describe('the list of rule sets', () => {
  const versions = async (parameters: object) =>
    (await listRuleSets.handle(parameters, asking())).items.map(({ version, inEffect }) => [version, inEffect]);

  it('holds the rules of the product and all published ones, and says which are in effect', async () => {
    expect(await versions({})).toEqual([
      ['2027-1', false],
      ['2026-1', true],
    ]);
    expect(await versions({ sort: 'effectiveFrom' })).toEqual([
      ['2026-1', true],
      ['2027-1', false],
    ]);
    expect(await versions({ holdsOn: '2027-06-01' })).toEqual([['2027-1', true]]);
    expect(await versions({ asOf: '2026-03-31' })).toEqual([['2026-1', true]]);
  });

  it('comes in pages, and refuses a cursor that was made up', async () => {
    const first = await listRuleSets.handle({ limit: 1 }, asking());
    expect([first.total, first.items.length]).toEqual([2, 1]);
    expect(await versions({ limit: 1, cursor: first.nextCursor })).toEqual([['2026-1', true]]);
    await expect(async () => listRuleSets.handle({ cursor: 'x' }, asking())).rejects.toThrow('cursor.unknown');
  });
});
