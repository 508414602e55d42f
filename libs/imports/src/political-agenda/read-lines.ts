import type { ExternalNumber } from '@rettidig/vocabulary';
import { beginsAgenda, headLine } from './head.js';
import type { HeadLine } from './head.js';
import { numbersIn } from './printed-numbers.js';
import type { LeftOut, ReadAgenda, ReadAgendas, ReadItem } from './read-agenda.js';
import { saysClosed, wordingOf } from './read-agenda.js';

const MONTH = 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december';
const NUMBERED = new RegExp(
  `^(?:(?:dagsordens)?punkt|pkt\\.?)?\\s*(?<number>\\d{1,3}(?:\\.?[a-z])?)\\s*[.):]\\s+(?!(?:${MONTH})\\b)(?<rest>\\S.*)$`,
  'iu',
);
const NAMED = /^(?:(?:dagsordens)?punkt|pkt\.?)\s+(?<number>\d{1,3}(?:\.?[a-z])?)\s*[-–—.:)]?\s*(?<rest>.*)$/iu;
const SECTION =
  /^(?:(?:sager\s+)?til\s+(?:beslutning|orientering|drøftelse|godkendelse|efterretning|behandling)|(?<access>åbne|åben|lukkede|lukket)\s+(?:punkter|dagsorden|del|sager)|diverse|eventuelt)\s*:?$/iu;
const PAGE = /^(?:side\s+)?\d{1,4}(?:\s*(?:af|\/)\s*\d{1,4})?$/iu;
/** Points of a recommendation are numbered like items: `1. at udvalget godkender`. */
const RECOMMENDED = /^at\s/iu;

interface Open {
  readonly at: number;
  readonly number: string;
  title: string;
  text: string[];
  numbers: ExternalNumber[];
  closed: boolean;
  /** The title may go on in the next line. */
  inTitle: boolean;
}

/** Reads running text, line by line: what was pasted, or stood in a Word or PDF file. */
export function readLines(lines: readonly string[]): ReadAgendas {
  const reader = new LinesReader();
  lines.forEach((line, at) => reader.read(line.replace(/\t/g, ' ').trim(), at + 1));
  return reader.done();
}

class LinesReader {
  private readonly agendas: ReadAgenda[] = [];
  private readonly leftOut: LeftOut[] = [];
  private head: { at: number; said: HeadLine } = { at: 1, said: {} };
  private items: Open[] = [];
  private section: 'open' | 'closed' = 'open';

  read(line: string, at: number): void {
    const current = this.items.at(-1);
    if (line === '') {
      if (current) current.inTitle = false;
      return;
    }
    if (PAGE.test(line)) return;
    if (beginsAgenda(line) && this.items.length > 0) this.close(at);
    if (this.readSection(line) || this.readItem(line, at)) return;
    if (current && this.items.length > 0) this.goOn(current, line);
    else this.readHead(line, at);
  }

  done(): ReadAgendas {
    this.close(0);
    return { source: 'text', agendas: this.agendas, leftOut: this.leftOut };
  }

  private readSection(line: string): boolean {
    const section = SECTION.exec(line);
    if (!section) return false;
    const access = section.groups?.access?.toLowerCase();
    if (access) this.section = access.startsWith('l') ? 'closed' : 'open';
    return true;
  }

  private readItem(line: string, at: number): boolean {
    const { number, rest } = (NUMBERED.exec(line) ?? NAMED.exec(line))?.groups ?? {};
    if (number === undefined || rest === undefined) return false;
    const last = this.items.at(-1);
    if (last && RECOMMENDED.test(rest)) return false;
    if (last && Number.parseInt(number, 10) < Number.parseInt(last.number, 10)) {
      this.leftOut.push({ at, text: line, why: 'numberOutOfOrder' });
      return false;
    }
    const { numbers, rest: title } = numbersIn(rest);
    this.items.push({
      ...{ at, number: number.toLowerCase(), title, numbers, text: [] },
      ...{ closed: this.section === 'closed', inTitle: true },
    });
    return true;
  }

  /** A line below an item: the title goes on until a blank line or a label, then it is text. */
  private goOn(item: Open, line: string): void {
    const { numbers, rest } = numbersIn(line);
    item.numbers.push(...numbers);
    if (rest === '') return;
    if (/^\p{Lu}[\p{L} ]{2,40}:/u.test(rest)) item.inTitle = false;
    if (item.inTitle) item.title = joined(item.title, rest);
    else item.text.push(rest);
  }

  private readHead(line: string, at: number): void {
    const said = headLine(line);
    if (!said) {
      this.leftOut.push({ at, text: line, why: 'beforeFirstItem' });
      return;
    }
    if (Object.keys(this.head.said).length === 0) this.head = { at, said };
    else this.head = { ...this.head, said: { ...said, ...this.head.said } };
  }

  /** Ends the agenda that was read so far. */
  private close(nextAt: number): void {
    const { at, said } = this.head;
    const items = this.items.flatMap((one) => this.itemOf(one));
    if (items.length > 0 || Object.keys(said).length > 0) {
      this.agendas.push({
        at,
        bodyWritten: said.body ?? null,
        dayWritten: said.day ?? null,
        administrationWritten: said.administration ?? null,
        complete: said.complete ?? false,
        items,
      });
    }
    this.head = { at: nextAt, said: {} };
    this.items = [];
    this.section = 'open';
  }

  private itemOf({ at, number, title, text, numbers, closed }: Open): ReadItem[] {
    const isClosed = closed || saysClosed(title);
    if (isClosed) return [{ at, number, externalNumbers: numbers, closed: true }];
    const { wording, tooLong } = wordingOf(title, text.join('\n'));
    if (tooLong) this.leftOut.push({ at, text: number, why: 'tooLong' });
    if (wording.title === undefined) {
      this.leftOut.push({ at, text: number, why: 'noTitle' });
      return [];
    }
    return [{ at, number, ...wording, externalNumbers: numbers, closed: false }];
  }
}

/** A word that was divided at the end of a line is one again. */
const joined = (title: string, more: string): string =>
  /\p{L}-$/u.test(title) && /^\p{Ll}/u.test(more) && !/^(?:og|eller)\b/u.test(more)
    ? title.slice(0, -1) + more
    : `${title} ${more}`;
