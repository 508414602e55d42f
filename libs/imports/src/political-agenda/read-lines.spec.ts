import { bodyNamed } from './bodies.js';
import { dayNamed } from './head.js';
import { numbersIn, numbersOfField } from './printed-numbers.js';
import { readLines } from './read-lines.js';

const read = (text: string) => readLines(text.split('\n'));

const pasted = `Socialforvaltningen
Dagsorden for Socialudvalget den 3. juni 2026, kl. 15.30
Deltagere følger

Til beslutning
1. Godkendelse af dagsorden
Punkt 2: Flytning af bostedet Åkanden og sammen-
lægning med Bøgehuset (2026-0012345)

Indstilling: Det indstilles,
1. at udvalget godkender flytningen,
2. at der følges op. F2: 2026 - 8340
4) Nyt tilbud (2026-2028)
Til orientering
7. (Lukket punkt) En personsag
Side 2 af 3
Lukkede punkter
9. Salg af en ejendom`;

describe('a pasted agenda', () => {
  it('is read with items, numbers, text and what was left out', () => {
    const { agendas, leftOut } = read(pasted);
    expect(agendas).toHaveLength(1);
    expect(agendas[0]).toMatchObject({ complete: false, administrationWritten: 'Socialforvaltningen' });
    expect(bodyNamed(agendas[0]!.bodyWritten!)).toBe('socialCommittee');
    expect(dayNamed(agendas[0]!.dayWritten!)).toBe('2026-06-03');
    expect(agendas[0]!.items).toEqual([
      { at: 6, number: '1', title: 'Godkendelse af dagsorden', externalNumbers: [], closed: false },
      {
        ...{ at: 7, number: '2', closed: false },
        title: 'Flytning af bostedet Åkanden og sammenlægning med Bøgehuset',
        text: 'Indstilling: Det indstilles,\n1. at udvalget godkender flytningen,\n2. at der følges op.',
        externalNumbers: [
          { system: 'notStated', value: '2026-0012345' },
          { system: 'F2', value: '2026-8340' },
        ],
      },
      { at: 13, number: '4', title: 'Nyt tilbud (2026-2028)', externalNumbers: [], closed: false },
      { at: 15, number: '7', externalNumbers: [], closed: true },
      { at: 18, number: '9', externalNumbers: [], closed: true },
    ]);
    expect(leftOut).toEqual([{ at: 3, text: 'Deltagere følger', why: 'beforeFirstItem' }]);
  });

  it('may be two, each from its own heading', () => {
    const two = 'Dagsorden for Socialudvalget den 3. juni 2026\n1. Et\nDagsorden for TMU den 10-06-2026\n1. To';
    expect(read(two).agendas.map(({ at, items }) => [at, items.length])).toEqual([
      [1, 1],
      [3, 1],
    ]);
  });

  it('says it when a number goes back, and takes the line for text', () => {
    const { agendas, leftOut } = read('5. Budget\n\n2. Bilag om budget\n6. Struktur');
    expect(agendas[0]!.items.map(({ number }) => number)).toEqual(['5', '6']);
    expect(agendas[0]!.items[0]!.text).toBe('2. Bilag om budget');
    expect(leftOut).toEqual([{ at: 3, text: '2. Bilag om budget', why: 'numberOutOfOrder' }]);
  });

  it('is whole only when it says so', () => {
    expect(read('Komplet dagsorden for Socialudvalget den 3. juni 2026\n1. Et').agendas[0]!.complete).toBe(true);
    expect(read('Dagsorden for Socialudvalget den 3. juni 2026\n1. Et').agendas[0]!.complete).toBe(false);
  });

  it('keeps a heading whose day does not exist or whose body is not known as it stands', () => {
    const { agendas } = read('Dagsorden for Landdistriktsudvalget den 31. februar 2026\n1. Et');
    expect(agendas[0]).toMatchObject({ bodyWritten: 'Landdistriktsudvalget', dayWritten: '31. februar 2026' });
    expect(bodyNamed(agendas[0]!.bodyWritten!)).toBeUndefined();
    expect(dayNamed(agendas[0]!.dayWritten!)).toBeUndefined();
  });
});

describe('the name of a political body', () => {
  it.each([
    ['SUD', 'socialCommittee'],
    ['Socialudvalget – ordinært møde', 'socialCommittee'],
    ['BØRNE- OG UNGDOMSUDVALGET', 'childrenAndYouthCommittee'],
    ['Byrådet', 'council'],
  ])('%s is understood', (written, body) => expect(bodyNamed(written)).toBe(body));

  it.each(['Landdistriktsudvalget', 'Sud', 'Underudvalget under Socialudvalget', 'Socialudvalget og TMU', ''])(
    '%s is not',
    (written) => expect(bodyNamed(written)).toBeUndefined(),
  );
});

describe('case numbers', () => {
  it('count with a label or in brackets, and years do not', () => {
    expect(numbersIn('Budget 2026-2028').numbers).toEqual([]);
    expect(numbersIn('Budget (2026-2028)').rest).toBe('Budget (2026-2028)');
    expect(numbersIn('Flytning, eDoc-nr. 2026–0139410')).toEqual({
      numbers: [{ system: 'eDoc', value: '2026-0139410' }],
      rest: 'Flytning',
    });
  });

  it('in a field of their own are all understood or none', () => {
    expect(numbersOfField('F2', '2026 - 8340; 2026-8341')).toEqual([
      { system: 'F2', value: '2026-8340' },
      { system: 'F2', value: '2026-8341' },
    ]);
    expect(numbersOfField('', 'eDoc: 2026-1')).toEqual([{ system: 'eDoc', value: '2026-1' }]);
    expect(numbersOfField('F2', 'se bilag')).toBeUndefined();
  });
});
