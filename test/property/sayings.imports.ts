import { MARK, type Dice } from './dice.js';
import type { Known } from './known.js';
import type { Said, Saying } from './saying.js';

/** Some read like changes, some do not, and each carries the mark. */
const titles = [
  `Flytning af bostedet ${MARK}`,
  `Sammenlægning af to centre, ${MARK}`,
  `Nedlæggelse af stillinger i ${MARK}`,
  `Udbud af rengøring, ${MARK}`,
  `Orientering om ${MARK}`,
  `Godkendelse af referat ${MARK}`,
] as const;
const bodies = ['Socialudvalget', 'Sundheds- og Omsorgsudvalget'] as const;

const rows = (dice: Dice, most: number, row: (nth: number) => string): string[] =>
  Array.from({ length: 1 + dice.number(most) }, (_, nth) => row(nth + 1));

/** A few agendas that are published again and again, with other items, numbers and wordings. */
function agenda(dice: Dice): string {
  const items = rows(dice, 3, (nth) => {
    const closed = dice.yes(6);
    const title = `${dice.one(titles)}${dice.yes(4) ? ' igen' : ''}`;
    return `${nth};${title};${dice.yes(3) ? dice.text() : ''};${dice.yes(3) ? `2026-${dice.number(9)}` : ''};${closed ? 'ja' : 'nej'}`;
  });
  const day = dice.one(['3. februar', '3. marts']);
  return [`Dagsorden for ${dice.one(bodies)} den ${day} 2026`, 'Punkt;Titel;Resumé;F2;Lukket', ...items].join('\n');
}

/** One of the tables of a structure: below what the town has, or about what an earlier file brought. */
function structure(dice: Dice): string {
  const [from, number] = [dice.past(), () => dice.number(4)];
  const tables: readonly [string, () => string][] = [
    [
      'enhedsnummer;navn;overenhed;gyldig fra',
      () => `E${number()};Et tilbud nummer ${number()};${dice.one(['Center Nord', 'Center Syd', 'E1'])};${from}`,
    ],
    [
      'udvalgsnummer;navn;niveau;art;dækker enheder (numre, komma);overudvalg;gyldig fra',
      () =>
        `U${number()};LokalMED nummer ${number()};lokal;LokalMED;${dice.one(['Center Syd', 'E1'])};HovedMED;${from}`,
    ],
    [
      'pladsnummer;udvalgsnummer;side;hverv;repræsentantart;repræsenterer;gyldig fra',
      () => `P${number()};${dice.one(['HovedMED', 'U1'])};medarbejdere;;tillidsrepræsentant;${dice.text()};${from}`,
    ],
    ['pladsnummer;person-nummer;navn;fra', () => `P${number()};M${number()};${dice.text()};${from}`],
  ];
  const [head, row] = tables[dice.number(tables.length)]!;
  return [head, ...rows(dice, 3, row)].join('\n');
}

/** Minutes of the committee at the top, with people that the register may not know. */
const minutes = (dice: Dice): string => `Referat af møde i ${dice.one(['HovedMED', 'OmrådeMED Nord'])}

Dato: ${dice.past().split('-').reverse().join('-')} kl. 9.00-11.00
Sted: Lokale ${dice.number(3)}

Til stede: ${MARK} Navn ${'Abc'[dice.number(3)]}, centerchef (formand), ${MARK} Holm, fællestillidsrepræsentant (næstformand)
Afbud: ${MARK} Dal, tillidsrepræsentant

Dagsorden:
1. Godkendelse af dagsorden
2. Flytning af ${MARK}
3. Eventuelt

1. Godkendelse af dagsorden
Godkendt.

2. Flytning af ${MARK}
Lederen fremlagde forslaget om ${MARK}. Udvalget drøftede forslaget.
Formanden vender tilbage på næste møde med svar om ${MARK}.

3. Eventuelt
Intet.
`;

const meetingPlan = (dice: Dice): string =>
  [
    'udvalg;dato;start;slut;sted',
    ...rows(dice, 3, () => `${dice.one(['HovedMED', 'OmrådeMED Nord'])};${dice.around()};10:00;12:00;${dice.text()}`),
  ].join('\n');

const csv = (text: string): Said['file'] => ({ fileName: `${MARK}.csv`, text });

const committing =
  (kind: string, choices: (dice: Dice, known: Known) => object): Saying =>
  (dice, known) => {
    const one = dice.pick(known.imports.filter((some) => some.kind === kind));
    return one && { message: { id: one.importId, ...choices(dice, known) } };
  };

const aboutRows = (dice: Dice): object => ({
  badRows: 'skip',
  otherwise: dice.one(['skip', 'update', 'update']),
});

/** Files that are taken in, and what a person chooses to make of them. */
export const importSayings: Readonly<Record<string, Saying>> = {
  UploadPoliticalAgendaImport: (dice) => ({ message: {}, file: csv(agenda(dice)) }),
  CommitPoliticalAgendaImport: committing('politicalAgenda', (dice) => ({
    ...dice.maybe({ complete: dice.yes() }),
    fromAnotherAdministration: true,
  })),
  UploadStructureImport: (dice) => ({ message: {}, file: csv(structure(dice)) }),
  CommitStructureImport: committing('structure', aboutRows),
  UploadMinutesImport: (dice) => ({ message: {}, file: { fileName: `${MARK}.txt`, text: minutes(dice) } }),
  CommitMinutesImport: committing('minutes', (dice) => ({
    createMissing: true,
    ...dice.maybe({ demands: dice.yes() }),
  })),
  UploadMeetingPlanImport: (dice) => ({ message: {}, file: csv(meetingPlan(dice)) }),
  CommitMeetingPlanImport: committing('meetingPlan', (dice) => ({ past: 'include', ...aboutRows(dice) })),
  SetAsideImport: (dice, { imports }) => {
    const one = dice.pick(imports);
    return one && { subjectId: one.importId, message: { reason: dice.text() } };
  },
};
