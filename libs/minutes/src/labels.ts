import type { Line } from './lines.js';

/** What the label of a line in the head of minutes stands for. */
export type LabelKind =
  | 'heldOn'
  | 'day'
  | 'when'
  | 'time'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'documentDate'
  | 'caseNumber'
  | 'documentNumber'
  | 'caseOfficer'
  | 'committee'
  | 'present'
  | 'excused'
  | 'absent'
  | 'management'
  | 'employees'
  | 'deputies'
  | 'chair'
  | 'deputyChair'
  | 'secretary'
  | 'other';

/** The words of labels. The longer of two that begin alike stands first. */
const words: readonly (readonly [LabelKind, string])[] = [
  ['heldOn', 'mødedato|mødedag|mødets dato|afholdt(?: den)?'],
  [
    'documentDate',
    'dokumentdato|brevdato|udsendt(?: den)?|udsendelsesdato|udarbejdet(?: den)?|dateret|referat(?:et)? (?:er )?(?:udsendt|dateret)|oprettet|publiceret',
  ],
  ['startsAt', 'mødestart|starttidspunkt|starttid|mødet startede|start'],
  ['endsAt', 'mødeslut|sluttidspunkt|sluttid|mødet sluttede|slut'],
  ['when', 'tid og sted|tid/sted|tid, sted|tidspunkt|dato og tid(?:spunkt)?|tid og dato|dato/tid|hvornår'],
  ['time', 'mødetidspunkt|mødetid|klokken|klokkeslæt|kl|tid'],
  ['day', 'dato|dag'],
  ['place', 'mødested|mødelokale|sted|lokale|lokation|hvor'],
  [
    'caseNumber',
    '(?:sagsnummer|sagsnr|sags-?id|sag nr|journalnummer|journalnr|j\\.\\s?nr)\\.?(?:\\s+i)?(?:\\s+(?<caseSystem>F2|eDoc|SBSYS|Acadre|360|GoPro|WorkZone|Public 360))?',
  ],
  [
    'documentNumber',
    '(?:dokumentnummer|dokumentnr|dok\\.?\\s?nr|dokument-?id|aktid|akt-id)\\.?(?:\\s+i)?(?:\\s+(?<documentSystem>F2|eDoc|SBSYS|Acadre|360|GoPro|WorkZone|Public 360))?',
  ],
  ['caseOfficer', 'sagsbehandler'],
  ['committee', 'udvalg|med-?udvalg|mødeforum|forum|møde i'],
  ['absent', '(?:fraværende|udeblevet|ikke mødt|ikke til stede) uden (?:afbud|varsel)|udeblevet|udeblivelser'],
  [
    'excused',
    'afbud(?: fra)?|(?:fraværende|ikke til stede) med afbud|fraværende|fravær|ikke til stede|ikke mødt|forfald|meldt afbud|følgende havde meldt afbud',
  ],
  [
    'management',
    'for ledelsen|fra ledelsen|ledelsesrepræsentanter(?:ne)?|lederrepræsentanter(?:ne)?|ledelsessiden|ledersiden|ledelsen|a-siden|ledelse',
  ],
  [
    'employees',
    'for medarbejderne|fra medarbejderne|medarbejderrepræsentanter(?:ne)?|medarbejdersiden|medarbejderne|personalerepræsentanter|b-siden|medarbejdere',
  ],
  ['deputies', 'suppleanter|stedfortrædere'],
  [
    'present',
    'mødedeltagere|mødedeltagerne|deltagere|deltagerne|deltog|til stede(?: var)?|tilstede(?: var)?|tilstedeværende|fremmødte|mødt|mødte|medlemmer|deltagerliste|deltagerkreds',
  ],
  ['deputyChair', 'næstformand|næstforperson'],
  ['chair', 'formand|forperson|mødeleder|ordstyrer'],
  ['secretary', 'referent|mødesekretær|udvalgssekretær'],
  ['other', 'emne|vedr(?:ørende)?|kopi til|til|fra|bilag|gæster|inviterede|øvrige|kontaktperson|telefon'],
];

const alternatives = words.map(([kind, pattern], at) => `(?<k${at}_${kind}>${pattern})`).join('|');
const START = '(?<![\\p{L}\\p{N}.-])';
const END = '(?![\\p{L}\\p{N}-])';
const withColon = new RegExp(`${START}(?:${alternatives})\\.?${END}(?:\\s*\\([^)]{0,40}\\))?\\s*:`, 'giu');
const atStart = new RegExp(`^(?:${alternatives})\\.?${END}(?=\\s|$)`, 'iu');
const alone = new RegExp(`^(?:${alternatives})\\.?(?:\\s*\\(\\d{1,2}\\))?\\s*:?$`, 'iu');

export interface Labelled {
  readonly kind: LabelKind;
  /** What stands behind the label on the same line. */
  readonly value: string;
  /** The system that the label names: `F2`. */
  readonly system?: string;
  /** A colon or a cell of its own sets the label off from its value. */
  readonly setOff: boolean;
  readonly label: string;
}

/**
 * The labels of a line with what stands behind each: `Dato: … Tid: …` on one line, a row of two cells,
 * `MØDEDATO D. 24. APRIL` in capitals without a colon.
 */
export function labelsOf(line: Line): Labelled[] {
  const [first = '', ...rest] = line.cells;
  const own = alone.exec(first);
  if (own) return [labelled(own, rest.filter((cell) => cell !== '').join(', '), { setOff: true })];
  const colons = [...line.text.matchAll(withColon)];
  if (colons.length > 0 && (colons[0]?.index ?? 1) === 0)
    return colons.map((match, at) => {
      const end = colons[at + 1]?.index ?? line.text.length;
      return labelled(
        match,
        line.text
          .slice(match.index + match[0].length, end)
          .trim()
          .replace(/[,;]$/u, ''),
        { setOff: true },
      );
    });
  const start = atStart.exec(line.text);
  if (!start || line.cells.length > 1) return [];
  return [labelled(start, line.text.slice(start[0].length).trim(), { setOff: false })];
}

function labelled(match: RegExpMatchArray, value: string, { setOff }: { setOff: boolean }): Labelled {
  const groups = Object.entries(match.groups ?? {}).filter(([, found]) => found !== undefined);
  const kind = groups.map(([name]) => /^k\d+_(\w+)$/u.exec(name)?.[1]).find((name) => name !== undefined) ?? 'other';
  const system = match.groups?.['caseSystem'] ?? match.groups?.['documentSystem'];
  return { kind: kind as LabelKind, value, setOff, label: match[0], ...(system ? { system } : {}) };
}
