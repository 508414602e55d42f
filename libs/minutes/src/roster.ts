import type { Side } from '@rettidig/vocabulary';
import { namesCommittee } from './committee.js';
import type { Confidence, RosterPerson } from './draft.js';
import { labelsOf, type Labelled, type LabelKind } from './labels.js';
import { isRow, together, type Line } from './lines.js';
import { least, type Notes } from './notes.js';
import { looksLikeName, personOf, personsIn, type PersonRead } from './person.js';
import { columnsOf, rowOf, type Column } from './roster-table.js';

type Presence = RosterPerson['presence'];

/** Where the reader stands in the list: what the last headings said. */
interface Place {
  readonly presence?: Presence;
  readonly side?: Side;
  readonly deputies: boolean;
  readonly columns?: readonly Column[];
  /** Names are expected in these lines. */
  readonly open: boolean;
}

const outside: Place = { deputies: false, open: false };
const presences: Partial<Record<LabelKind, Presence>> = { present: 'present', excused: 'excused', absent: 'absent' };
const offices: Partial<Record<LabelKind, RosterPerson['office']>> = {
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
  for (const line of lines) reader.take(line);
  return reader.finished();
}

class RosterReader {
  private place: Place = outside;
  private presenceSaid = false;
  private readonly found: RosterPerson[] = [];

  constructor(private readonly notes: Notes) {}

  take(line: Line): void {
    const columns = isRow(line) ? columnsOf(line.cells) : undefined;
    if (columns) {
      this.place = { ...this.place, columns, open: true };
      this.notes.leave('heading', ...line.numbers);
      return;
    }
    const labels = labelsOf(line).filter((one) => one.setOff || one.value === '' || /^\p{Lu}/u.test(one.value));
    const section = labels.filter(
      ({ kind }) =>
        kind in presences || kind === 'management' || kind === 'employees' || kind === 'deputies' || kind in offices,
    );
    if (section.length > 0 && section.length === labels.length) return this.section(section, line);
    if (labels.length > 0 || this.notes.isRead(line.number)) {
      this.place = { ...this.place, open: false };
      return;
    }
    if (isRow(line)) this.row(line);
    else if (this.place.open) this.listed(line.text, line, 'likely');
  }

  private section(labels: readonly Labelled[], line: Line): void {
    this.notes.leave('heading', ...line.numbers);
    for (const { kind, value } of labels) {
      const office = offices[kind];
      if (office) {
        this.officer(value, office, line);
        continue;
      }
      this.place = this.placed(kind);
      if (presences[kind] && presences[kind] !== 'present') this.presenceSaid = true;
      if (value !== '') this.listed(value, line, line.whole ? 'certain' : 'likely');
    }
  }

  private placed(kind: LabelKind): Place {
    const presence = presences[kind];
    if (presence)
      return {
        ...this.place,
        presence,
        deputies: false,
        open: true,
        ...(this.place.columns ? {} : { side: undefined as never }),
      };
    if (kind === 'deputies') return { ...this.place, deputies: true, open: true };
    return { ...this.place, side: kind === 'management' ? 'management' : 'employees', deputies: false, open: true };
  }

  /** `Referent: Anna Holm`: the office of somebody on the list, or somebody who is on no list. */
  private officer(value: string, office: NonNullable<RosterPerson['office']>, line: Line): void {
    const [person] = personsIn(value).persons;
    if (!person) return;
    const at = this.found.findIndex(({ name }) => name === person.name);
    const known = this.found[at];
    if (known) this.found[at] = { ...known, office, confidence: least(known.confidence, 'likely') };
    else this.add({ ...person, office, confidence: least(person.confidence, 'guess') }, line, 'guess');
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
    this.notes.warn('minutes.roster-line-not-understood', line.number);
    this.notes.leave('notUnderstood', ...line.numbers);
  }

  private row(line: Line): void {
    const { columns } = this.place;
    if (!columns && !(this.place.open || looksLikeName(line.cells[0] ?? ''))) return;
    if (!columns) this.notes.warn('minutes.roster-header-missing', line.number);
    const [first = '', ...rest] = line.cells;
    if (columns && first === '' && rest.some((cell) => cell !== '') && this.continues(line)) return;
    const persons = rowOf(line, columns, this.notes);
    for (const { person, side, presence, sure } of persons)
      this.add(presence ? { ...person, excused: presence === 'excused' } : person, line, sure, side);
    if (persons.length === 0) {
      this.notes.warn('minutes.roster-line-not-understood', line.number);
      this.notes.leave('notUnderstood', ...line.numbers);
    }
  }

  /** A row without a name goes on with the cells of the row above it. */
  private continues(line: Line): boolean {
    const last = this.found.at(-1);
    const at = (kind: Column) => line.cells[this.place.columns?.indexOf(kind) ?? -1] ?? '';
    if (!last || !this.place.columns?.includes('name') || at('name') !== '') return false;
    const position = together(last.position ?? '', at('position'));
    const represents = together(last.represents ?? '', at('represents'));
    const again = personOf(last.name, { position, represents });
    this.found[this.found.length - 1] = {
      ...last,
      ...(again.position ? { position: again.position } : {}),
      ...(again.represents ? { represents: again.represents } : {}),
      ...(again.office ? { office: again.office } : {}),
      confidence: least(last.confidence, 'likely'),
    };
    this.notes.read(...line.numbers);
    return true;
  }

  private add(person: PersonRead, line: Line, sure: Confidence, ofColumn?: Side): void {
    const { excused, officeUnclear, ...said } = person;
    const place = ofColumn ?? this.place.side;
    const clash = place !== undefined && said.side !== undefined && place !== said.side;
    if (clash) this.notes.warn('minutes.side-unclear', line.number);
    if (officeUnclear) this.notes.warn('minutes.office-unclear', line.number);
    if (said.confidence === 'guess') this.notes.warn('minutes.name-unclear', line.number);
    if (excused) this.presenceSaid = true;
    const side = said.side ?? place;
    const byPlace: Confidence = clash ? 'guess' : said.side === undefined && place !== undefined ? 'likely' : 'certain';
    this.found.push({
      ...said,
      ...(side ? { side } : {}),
      capacity: this.place.deputies ? 'deputy' : said.capacity,
      presence: excused ? 'excused' : (this.place.presence ?? 'present'),
      line: line.number,
      confidence: least(
        said.confidence,
        sure,
        byPlace,
        line.whole ? 'certain' : 'likely',
        this.place.presence ? 'certain' : 'likely',
      ),
    });
    this.notes.read(...line.numbers);
  }

  finished(): RosterPerson[] {
    if (this.found.length === 0) this.notes.warn('minutes.roster-missing');
    else if (!this.presenceSaid) this.notes.warn('minutes.presence-unclear', this.found[0]?.line);
    const names = new Map<string, number>();
    for (const { name } of this.found) names.set(name, (names.get(name) ?? 0) + 1);
    for (const { name, line } of this.found)
      if ((names.get(name) ?? 0) > 1) this.notes.warn('minutes.name-twice', line);
    return this.found.map((person) => this.checked(person, (names.get(person.name) ?? 0) > 1));
  }

  private checked(person: RosterPerson, twice: boolean): RosterPerson {
    const { office } = person;
    const rivals =
      office && office !== 'secretary'
        ? this.found.filter((one) => one.office === office && one.name !== person.name)
        : [];
    if (rivals.length > 0) this.notes.warn('minutes.office-twice', person.line, { office: office ?? '' });
    const unsaid = !this.presenceSaid && person.presence === 'present';
    return {
      ...person,
      confidence: least(person.confidence, twice || rivals.length > 0 ? 'guess' : unsaid ? 'likely' : 'certain'),
    };
  }
}
