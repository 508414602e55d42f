import type { Side } from '@rettidig/vocabulary';
import { isSectionHeading } from './agenda.js';
import { namesCommittee } from './committee.js';
import type { Confidence, RosterPerson } from './draft.js';
import { given } from './given.js';
import { labelsOf, type Labelled, type LabelKind } from './labels.js';
import { breaksOff, isRow, type Line } from './lines.js';
import { least, type Notes } from './notes.js';
import { looksLikeName, personsIn, type PersonRead } from './person.js';
import { checkedRoster, type Officer } from './roster-check.js';
import { columnsOf, rowOf, wholeRows, type Column } from './roster-table.js';

type Presence = RosterPerson['presence'];

/** Where the reader stands in the list: what the last headings said. */
interface Place {
  readonly presence?: Presence | undefined;
  readonly side?: Side | undefined;
  readonly deputies: boolean;
  readonly columns?: readonly Column[];
  /** Names are expected in these lines. */
  readonly open: boolean;
}

const presences: Partial<Record<LabelKind, Presence>> = { present: 'present', excused: 'excused', absent: 'absent' };
const sections: readonly LabelKind[] = ['present', 'excused', 'absent', 'management', 'employees', 'deputies'];
const offices: Partial<Record<LabelKind, NonNullable<RosterPerson['office']>>> = {
  chair: 'chair',
  deputyChair: 'deputyChair',
  secretary: 'secretary',
};

/**
 * Everybody on the list of participants: a table with headings, a table with one column for each side, lists behind
 * `Til stede:` and `Afbud:`, or one person a line below them.
 */
export function rosterOf(lines: readonly Line[], notes: Notes): RosterPerson[] {
  const reader = new RosterReader(notes);
  for (const line of wholeRows(lines)) reader.take(line);
  return reader.finished();
}

class RosterReader {
  private place: Place = { deputies: false, open: false };
  private presenceSaid = false;
  private presentMarked = false;
  private readonly unmarked: number[] = [];
  private readonly found: RosterPerson[] = [];
  private readonly officers: Officer[] = [];

  constructor(private readonly notes: Notes) {}

  take(line: Line): void {
    const columns = isRow(line) ? columnsOf(line.cells) : undefined;
    if (columns) return this.header(columns, line);
    const labels = labelsOf(line).filter((one) => one.setOff || one.value === '' || /^\p{Lu}/u.test(one.value));
    if (labels.length > 0 && labels.every(({ kind }) => sections.includes(kind) || kind in offices))
      return this.section(labels, line);
    if (labels.length > 0 || isSectionHeading(line.text) || this.notes.isRead(line.number))
      this.place = { ...this.place, open: false };
    else if (isRow(line)) this.row(line);
    else if (this.place.open) this.listed(line.text, line, 'likely');
  }

  private header(columns: readonly Column[], line: Line): void {
    this.place = { ...this.place, columns, open: true };
    this.notes.leave('heading', ...line.numbers);
  }

  private section(labels: readonly Labelled[], line: Line): void {
    this.notes.leave('heading', ...line.numbers);
    for (const { kind, value } of labels) {
      const office = offices[kind];
      if (office) this.officer(value, office, line);
      else {
        this.place = this.placed(kind);
        if (value !== '') this.listed(value, line, line.whole ? 'certain' : 'likely');
      }
    }
  }

  private placed(kind: LabelKind): Place {
    const presence = presences[kind];
    if (presence && presence !== 'present') this.presenceSaid = true;
    // A list of the excused names both sides again; in a table the columns say the side.
    if (presence) return { ...this.place, presence, side: undefined, deputies: false, open: true };
    if (kind === 'deputies') return { ...this.place, deputies: true, open: true };
    return { ...this.place, side: kind === 'management' ? 'management' : 'employees', deputies: false, open: true };
  }

  /** `Referent: Anna Holm`: somebody on the list, or on no list. */
  private officer(value: string, office: Officer['office'], line: Line): void {
    const [person] = personsIn(value).persons;
    if (!person) return;
    this.officers.push({ person, office, line: line.number });
    this.notes.read(...line.numbers);
    this.place = { ...this.place, open: false };
  }

  /** The persons of a running list or of one line of a list. */
  private listed(text: string, line: Line, sure: Confidence): void {
    // `Ingen`, `Medlemmer af HovedMED`: nobody by name.
    if (/^(?:ingen|intet|-|–|alle)\.?$/iu.test(text) || namesCommittee(text)) return;
    const { persons, rest } = personsIn(text);
    for (const person of persons) this.add(person, line, sure);
    if (persons.length > 0 && rest.length === 0) return;
    if (persons.length === 0 && line.afterGap) this.place = { ...this.place, open: false };
    this.notUnderstood(line);
  }

  private row(line: Line): void {
    const { columns, open } = this.place;
    if (!columns && !looksLikeName(line.cells[0] ?? '')) return open ? this.notUnderstood(line) : undefined;
    if (!columns) this.notes.warn('minutes.roster-header-missing', line.number);
    const persons = rowOf(line, columns, this.notes);
    for (const { person, side, presence, sure } of persons)
      this.add(presence ? { ...person, excused: presence === 'excused' } : person, line, sure, side);
    this.marked(columns, persons, line);
    if (persons.length === 0) this.notUnderstood(line);
  }

  /** Where some are marked as present, a row without a mark says nothing of its person. */
  private marked(
    columns: readonly Column[] | undefined,
    persons: readonly { presence?: Presence }[],
    line: Line,
  ): void {
    if (!columns?.includes('presence')) return;
    if (persons.some(({ presence }) => presence === 'present')) this.presentMarked = true;
    if (persons.some(({ presence }) => presence === undefined)) this.unmarked.push(line.number);
  }

  private notUnderstood(line: Line): void {
    this.notes.warn('minutes.roster-line-not-understood', line.number);
    this.notes.leave('notUnderstood', ...line.numbers);
  }

  private add(person: PersonRead, line: Line, sure: Confidence, ofColumn?: Side): void {
    const { excused, officeUnclear, ...said } = person;
    const place = ofColumn ?? this.place.side;
    if (excused) this.presenceSaid = true;
    this.found.push({
      ...given<RosterPerson>({
        ...said,
        side: said.side ?? place,
        capacity: this.place.deputies ? 'deputy' : said.capacity,
        presence: excused ? 'excused' : (this.place.presence ?? 'present'),
        line: line.number,
        confidence: least(said.confidence, sure, line.whole && this.place.presence ? 'certain' : 'likely'),
      }),
      ...this.doubts(person, line, place),
    });
    if (officeUnclear) this.notes.warn('minutes.office-unclear', line.number);
    if (said.confidence === 'guess') this.notes.warn('minutes.name-unclear', line.number);
    this.notes.read(...line.numbers);
  }

  /** What lowers a person: the place says another side than the position, or a word has no end. */
  private doubts({ side, position = '', represents = '' }: PersonRead, line: Line, place: Side | undefined) {
    const clash = place !== undefined && side !== undefined && place !== side;
    const broken = breaksOff(position) || breaksOff(represents);
    if (clash) this.notes.warn('minutes.side-unclear', line.number);
    if (broken) this.notes.warn('minutes.word-broken', line.number);
    return clash || broken ? { confidence: 'guess' as const } : {};
  }

  finished(): RosterPerson[] {
    if (this.presentMarked) for (const line of this.unmarked) this.notes.warn('minutes.presence-unmarked', line);
    return checkedRoster(this.found, this.officers, this.presenceSaid || this.presentMarked, this.notes);
  }
}
