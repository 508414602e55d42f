import type { LocalDate } from '@rettidig/vocabulary';
import { agendaOf, isSectionHeading } from './agenda.js';
import type { MinutesDraft, Read } from './draft.js';
import { headingOf } from './heading.js';
import { sectionsOf } from './headings.js';
import { itemOf } from './items.js';
import { breaksOff, contentOf, isRow } from './lines.js';
import { Notes } from './notes.js';
import type { Known } from './political-dates.js';
import { rosterOf } from './roster.js';

/**
 * Reads the minutes of a MED committee from the lines of a document, in whatever layout: the head with the meeting and
 * the document, the list of participants, the agenda, the minutes of each item with tables, annexes and promises.
 * Every line either gave a value (`readFrom`) or stands in `leftOut`. Where two readings were possible a warning says so.
 */
export function readMinutes(lines: readonly string[]): MinutesDraft {
  const notes = new Notes();
  const content = contentOf(lines, notes);
  for (const line of content) if (isSectionHeading(line.text)) notes.leave('heading', ...line.numbers);
  const agenda = agendaOf(content, notes);
  const head = content.slice(0, agenda.headEnds);
  const heading = headingOf(head, notes);
  const roster = rosterOf(head, notes);
  const sections = sectionsOf(content, agenda, notes);
  const items = sections.map((section, at) => itemOf(section, content, knownOf(sections, at), notes));

  function knownOf(all: typeof sections, at: number): Known {
    const { heldOn } = heading;
    // The heading behind it is there, so nothing of a lost item stands among its lines.
    const closed = all[at + 1]?.number === (all[at]?.number ?? 0) + 1 && all[at]?.confidence === 'certain';
    return { ...(heldOn ? { heldOn } : {}), sure: closed ? 'certain' : 'likely' };
  }

  for (const line of content)
    if (!isRow(line) && breaksOff(line.text)) notes.warn('minutes.word-broken', line.numbers.at(-1) ?? line.number);
  return {
    ...heading,
    roster,
    items: items.map(({ item }) => item),
    demands: items.flatMap(({ demands }) => demands),
    ...nextOf(items.flatMap(({ nextMeetings }) => nextMeetings)),
    readFrom: notes.readFrom(lines.length),
    leftOut: notes.leftOut(lines),
    warnings: notes.warnings,
  };
}

/** The first day announced for the next meeting; a guess where another one is announced too. */
function nextOf([first, ...others]: readonly Read<LocalDate>[]): Pick<MinutesDraft, 'nextMeeting'> {
  if (!first) return {};
  const differs = others.some(({ value }) => value !== first.value);
  return { nextMeeting: differs ? { ...first, confidence: 'guess' } : first };
}
