/** As much of a line as tells noise from content. */
interface Plain {
  readonly number: number;
  readonly text: string;
  readonly cells: readonly string[];
}

const PAGE =
  /^(?:side|page|s\.)\s*\d{1,3}(?:\s*(?:af|of|\/)\s*\d{1,3})?$|^\d{1,3}\s*(?:\/|af)\s*\d{1,3}$|^[-–]\s*\d{1,3}\s*[-–]$|^\d{1,2}$/iu;
const PAGE_AT_END = /^.{0,80}[\s·|,–-]+side\s*\d{1,3}(?:\s*(?:af|\/)\s*\d{1,3})?$/iu;
const CONTACT =
  /^(?:tlf|telefon|mobil|e-?mail|mail|web|www\.|https?:|cvr|ean|p-nr)[\s.:]|^\S+@\S+\.\S+$|^(?:www\.|https?:\/\/)\S+$/iu;
const POSTAL = /^\d{4}\s+\p{Lu}[\p{L}.]+(?:\s+\p{L}[\p{L}.]*){0,2}$/u;
const STREET = /^\p{Lu}[\p{L}. ]{2,40}\s\d{1,3}\s?[A-Z]?(?:,\s*.{1,25})?$/u;
/** `Nordby Kommune`, `Region Midt` alone on a line. */
const AUTHORITY = /^\p{Lu}[\p{L} -]{2,40}(?:\s[Kk]ommune|kommunen)$|^Region \p{Lu}\p{L}+$/u;
const SENDER =
  /kommune|forvaltning|center|afdeling|ledelse|sekretariat|personale|region|direktion|rådhus|stab|\bHR\b/iu;

/** The longest line of a running header. */
const SHORT = 100;

/** Numbers of the lines that belong to the page and not to the minutes: page numbers, running headers, addresses. */
export function noiseOf(all: readonly Plain[], raw: readonly string[]): number[] {
  const lines = all.filter(({ text }) => text !== '');
  const pages = lines.filter(({ text }) => PAGE.test(text) || PAGE_AT_END.test(text)).map(({ number }) => number);
  const feeds = raw.flatMap((line, at) => (line.includes('\f') ? [at + 1] : []));
  const contacts = lines
    .filter(({ text, cells }) => cells.length === 1 && CONTACT.test(text))
    .map(({ number }) => number);
  const senders = lines
    .filter(({ text, cells }) => cells.length === 1 && AUTHORITY.test(text))
    .map(({ number }) => number);
  return [
    ...pages,
    ...contacts,
    ...senders,
    ...addresses(lines, raw),
    ...runningHeaders(lines, [...pages, ...feeds], feeds),
  ];
}

/** A street above a town, and the name of who sends it above them. Below a label they are its value. */
function addresses(lines: readonly Plain[], raw: readonly string[]): number[] {
  return lines.flatMap((line, at) => {
    if (line.cells.length > 1 || !POSTAL.test(line.text)) return [];
    const street = lines[at - 1];
    if (!street || !STREET.test(street.text) || /:/u.test(street.text)) return [line.number];
    const sender = lines[at - 2];
    if (sender && /^(?:møde)?sted:?$|^lokale:?$/iu.test(sender.text)) return [];
    return [
      ...(sender && isSender(sender, raw[sender.number - 2] ?? '') ? [sender.number] : []),
      street.number,
      line.number,
    ];
  });
}

/** A short line without a stop: one that begins a block of its own, or is called like a part of an administration. */
const isSender = ({ text, cells }: Plain, before: string): boolean =>
  cells.length === 1 && text.length < 50 && (before.trim() === '' || SENDER.test(text)) && !/[.:,;?!\d]/u.test(text);

/** Lines that come again beside a page break; the first one may be the title. */
function runningHeaders(lines: readonly Plain[], breaks: readonly number[], feeds: readonly number[]): number[] {
  const near = (at: number) =>
    [-2, -1, 0, 1, 2].some((step) => breaks.includes(lines[at + step]?.number ?? 0)) ||
    feeds.some((feed) => Math.abs(feed - (lines[at]?.number ?? 0)) <= 1);
  const seen = new Set<string>();
  return lines.flatMap(({ text, number, cells }, at) => {
    if (cells.length > 1 || text.length > SHORT || PAGE.test(text)) return [];
    const again = seen.has(text);
    seen.add(text);
    return again && near(at) && !/^\d{1,2}[.)]/u.test(text) ? [number] : [];
  });
}
