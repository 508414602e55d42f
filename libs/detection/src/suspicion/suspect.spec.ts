import type { WordLists } from './index.js';
import { danishWordLists, suspect, SUSPECTED_FROM } from './index.js';
import { patternOf } from './pattern.js';
import { sentencesOf } from './words.js';

const finds = (pattern: string, text: string): boolean =>
  sentencesOf(text, {}).some((sentence) => sentence.some((_, at) => patternOf(pattern).lengthAt(sentence, at) > 0));

describe('A pattern', () => {
  it.each([
    ['tilbud', 'tilbuddenes'],
    ['*tilbud', 'ungebehandlingstilbuddet'],
    ['*tilbud', 'UNGEBEHANDLINGS-TILBUD'],
    ['*tilbud', 'behandlings-\ntilbuddet'],
    ['afdelingsleder*', 'afdelingslederstillinger'],
    ['center', 'centrene'],
    ['opret', 'oprettelsen'],
    ['etabler', 'etableringens'],
    ['ældreområde', 'aeldreomraadet'],
    ['sammenlægning', 'samenlægninger'],
    ['sammenlægning', 'sammenlænging'],
    ['læg … sammen', 'afdelingerne lægges nu helt sammen'],
  ])('%s finds %j', (pattern, text) => expect(finds(pattern, text)).toBe(true));

  it.each([
    ['tilbud', 'botilbud'],
    ['tilbud', 'tilbudsavis'],
    ['=ny', 'nyt'],
    ['én', 'en'],
    ['læg … sammen', 'læg det nu en gang for alle helt sammen'],
    ['sammenlægning', 'sammensætning'],
    ['botilbud', 'bo- og dagtilbud'],
  ])('%s does not find %j', (pattern, text) => expect(finds(pattern, text)).toBe(false));
});

describe('A suspicion', () => {
  it('shows each word as it stands and where', () => {
    const item = { title: 'FLYTNING af Ungecentret', text: 'Sagen er ny. Medarbejderne får nye lokaler.' };
    const { hits } = suspect(item);

    expect(hits).toContainEqual({ listId: 'move', word: 'FLYTNING', where: 'title', from: 0, to: 8 });
    expect(hits.some(({ where }) => where === 'text')).toBe(true);
    for (const { where, from, to, word } of hits) expect(item[where].slice(from, to)).toBe(word);
  });

  it('names the likeliest kind first', () => {
    expect(suspect({ title: 'Flytning af Ungecentret til ny adresse' }).kinds[0]?.kind).toBe('serviceMoved');
    expect(suspect({ title: 'Ressortændring for unge' }).kinds[0]?.kind).toBe('portfolioTransfer');
    expect(suspect({ title: 'Konvertering af koordinatorstillinger' }).kinds).toContainEqual({
      kind: 'coordinatorPostsConverted',
      score: 0.85,
    });
  });

  it('does not take one word for another that looks like it', () => {
    expect(suspect({ title: 'Modtagelse af flygtninge i 2027' }).hits.map(({ word }) => word)).not.toContain(
      'flygtninge',
    );
  });

  it('is found in the text where the title is silent', () => {
    const title = 'Orientering fra forvaltningen';
    expect(suspect({ title, text: 'Plejehjemmet Åbo nedlægges, og 30 medarbejdere opsiges.' }).suspected).toBe(true);
    expect(suspect({ title: 'Orientering fra formanden' }).suspected).toBe(false);
  });

  it('reads short forms and the words behind them', () => {
    expect(suspect({ title: 'Flere afd.ledere' }).hits.map(({ word }) => word)).toContain('afd.ledere');
    expect(suspect({ title: 'Sag om afd. Nord, der lukkes' }).suspected).toBe(true);
  });

  it('is lowered by words of other matters, and says which', () => {
    const { score, dampened } = suspect({ title: 'Flytning af cykelstativ' });

    expect(score).toBeLessThan(SUSPECTED_FROM);
    expect(dampened).toContainEqual({
      listId: 'roads-and-traffic',
      word: 'cykelstativ',
      where: 'title',
      from: 12,
      to: 23,
    });
  });

  it('does not count what is denied', () => {
    const denied = suspect({ title: 'Sag', text: 'Der sker ingen flytning af tilbuddet.' });

    expect(denied.hits.map(({ listId }) => listId)).not.toContain('move');
    expect(denied.dampened.map(({ word }) => word)).toContain('ingen');
    expect(suspect({ title: 'Sag', text: 'Der sker flytning af tilbuddet.' }).score).toBeGreaterThan(denied.score);
  });

  it('does not take a place for what is changed there', () => {
    expect(suspect({ title: 'Udvidelse af botilbuddet' }).score).toBeGreaterThan(
      suspect({ title: 'Udvidelse af fuglekassen ved botilbuddet' }).score,
    );
  });

  it.each(['', ' \n', '---', '§', '💥'.repeat(50), '\u0000', 'a'.repeat(5_000)])('makes nothing of %j', (title) => {
    expect(suspect({ title, text: title })).toEqual({
      score: 0,
      hits: [],
      dampened: [],
      kinds: [],
      suspected: false,
      listsVersion: danishWordLists.version,
    });
  });

  it('goes by the lists of a municipality instead, where it has its own', () => {
    const examples = { hit: [], miss: [] };
    const what = { da: 'Kajs ord', en: 'Words of the quay' };
    const lists: WordLists = {
      ...danishWordLists,
      version: 'kaj-1',
      lists: [{ id: 'quay', kind: 'serviceMoved', what, words: ['kaj'], weight: 0.9, examples }],
      damping: [],
    };

    expect(suspect({ title: 'Den nye kaj' }, lists)).toMatchObject({
      score: 0.9,
      suspected: true,
      listsVersion: 'kaj-1',
    });
    expect(suspect({ title: 'Flytning af tilbud' }, lists).score).toBe(0);
  });
});

describe('The word lists as data', () => {
  const all = [...danishWordLists.lists, ...danishWordLists.damping];

  it('have ids of their own, refer to groups that exist, and show examples of both', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { beside, examples } of all) {
      expect(Object.keys(danishWordLists.groups)).toEqual(expect.arrayContaining([...(beside?.groups ?? [])]));
      expect(examples.hit.length).toBeGreaterThan(0);
      expect(examples.miss.length).toBeGreaterThan(0);
    }
  });

  it('spare only lists that exist, and weigh between nothing and everything', () => {
    const ids = danishWordLists.lists.map(({ id }) => id);
    for (const { spares, takes } of danishWordLists.damping) {
      expect(ids).toEqual(expect.arrayContaining([...(spares ?? [])]));
      expect(takes > 0 && takes <= 1).toBe(true);
    }
    for (const { weight } of danishWordLists.lists) expect(weight > 0 && weight <= 1).toBe(true);
  });

  it('are plain data that can be stored and read again', () => {
    const stored = JSON.parse(JSON.stringify(danishWordLists)) as WordLists;
    expect(suspect({ title: 'Lukning af værested' }, stored)).toEqual(suspect({ title: 'Lukning af værested' }));
  });
});
