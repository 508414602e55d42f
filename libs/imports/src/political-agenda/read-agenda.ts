import type { Text } from '@rettidig/event-sourcing';
import type { ExternalNumber } from '@rettidig/vocabulary';

const text = (da: string, en: string): Text => ({ da, en });

/** What a document was recognised as. */
export const agendaSources = {
  sbsys: text('SBSYS (XML)', 'SBSYS (XML)'),
  edoc: text('eDoc (XML)', 'eDoc (XML)'),
  edocFujitsu: text('eDoc, Fujitsu (XML)', 'eDoc, Fujitsu (XML)'),
  acadre: text('Acadre (XML)', 'Acadre (XML)'),
  table: text('tabel', 'table'),
  text: text('tekst', 'text'),
  unknown: text('ikke genkendt', 'not recognised'),
} satisfies Readonly<Record<string, Text>>;

export type AgendaSource = keyof typeof agendaSources;

/** Why something was left out. */
export const leftOutReasons = {
  beforeFirstItem: text('står før det første punkt', 'stands before the first item'),
  noTitle: text('punkt uden titel', 'item without a title'),
  numberOutOfOrder: text(
    'ligner et punkt, men nummeret passer ikke',
    'looks like an item, but its number does not fit',
  ),
  formula: text('formel i stedet for en værdi', 'a formula instead of a value'),
  numberNotUnderstood: text('sagsnummeret er ikke forstået', 'the case number is not understood'),
  accessNotUnderstood: text(
    'det fremgår ikke, om punktet er åbent: det er taget som lukket',
    'it does not say whether the item is open: taken as closed',
  ),
  twice: text('samme punkt to gange', 'the same item twice'),
  tooLong: text('for langt: resten er udeladt', 'too long: the rest is left out'),
} satisfies Readonly<Record<string, Text>>;

export type LeftOutReason = keyof typeof leftOutReasons;

/** Something in the document that nothing came of. */
export interface LeftOut {
  /** Line, row, or number of the item in an XML file; from 1. */
  readonly at: number;
  readonly text: string;
  readonly why: LeftOutReason;
}

export interface ReadItem {
  readonly at: number;
  /** Its own number in the sending system. */
  readonly key?: string;
  readonly number: string;
  readonly title?: string;
  readonly text?: string;
  readonly externalNumbers: readonly ExternalNumber[];
  readonly closed: boolean;
}

/** One agenda as a document has it: nothing of it is decided yet. */
export interface ReadAgenda {
  readonly at: number;
  readonly bodyWritten: string | null;
  readonly dayWritten: string | null;
  /** An administration or municipality that its head names. */
  readonly administrationWritten: string | null;
  /** The document says that it is the whole agenda. */
  readonly complete: boolean;
  readonly part?: 'open' | 'closed';
  readonly items: readonly ReadItem[];
}

/** A document as far as it was understood. */
export interface ReadAgendas {
  readonly source: AgendaSource;
  readonly agendas: readonly ReadAgenda[];
  readonly leftOut: readonly LeftOut[];
}

const MOST_TITLE = 1000;
const MOST_TEXT = 20_000;

/** Texts as they may be stored: no control characters, blanks folded, not longer than there is room for. */
export function wordingOf(title: string | undefined, body: string | undefined) {
  const cleanTitle = title === undefined ? '' : clean(title).replace(/\s+/g, ' ').trim();
  const cleanText = body === undefined ? '' : clean(body).trim();
  return {
    wording: {
      ...(cleanTitle && { title: cleanTitle.slice(0, MOST_TITLE) }),
      ...(cleanText && { text: cleanText.slice(0, MOST_TEXT) }),
    },
    tooLong: cleanTitle.length > MOST_TITLE || cleanText.length > MOST_TEXT,
  };
}

const clean = (text: string): string => text.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, ' ');

/** `Lukket punkt`, `LUKKET - …`, `… (lukket)`: whatever else is said about it is not taken in. */
export const saysClosed = (title: string): boolean =>
  /^\W*lukket\b(?!\s+(?:afdeling|tilbud|institution))/iu.test(title) ||
  /\((?:lukket|fortroligt?)(?: punkt)?\)\s*$/iu.test(title);

const openWords = new Set(['true', '1', 'ja', 'yes', 'j', 'x', 'åben', 'åbent', 'åbne', 'open', 'public', 'offentlig']);
const closedWords = new Set(['false', '0', 'nej', 'no', 'n', 'lukket', 'lukkede', 'closed', 'fortrolig', 'fortroligt']);

/** Whether a word says yes or open, no or closed; undefined for any other. */
export function truthOf(word: string): boolean | undefined {
  const plain = word.trim().toLowerCase();
  if (openWords.has(plain)) return true;
  return closedWords.has(plain) ? false : undefined;
}
