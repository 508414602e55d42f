import type { FollowUpKind, ImportedItem, ItemForm, MeetingState } from '@rettidig/meetings';
import { importedFollowUpId, importedItemId } from '@rettidig/meetings';
import type { MinutesItem, ReadFollowUp } from '@rettidig/minutes';
import type { ItemDecision } from './decisions.js';
import type { KnownTexts } from './look-up.js';
import { keyOf } from './names.js';

/**
 * `new`: the item will be added; `added`: it is there, something about it will be recorded; `same`: nothing to do;
 * `differs`: the register says something else, which stays; `left`: by choice, or because it was read with doubt.
 */
export type ItemState = 'new' | 'added' | 'same' | 'differs' | 'left';

export type ItemDifference = 'title' | 'form' | 'jointSummary' | 'followUps' | 'withdrawn' | 'doubtful' | 'closed';

export interface ItemPlan {
  readonly read: MinutesItem;
  readonly itemId: string;
  readonly state: ItemState;
  readonly differences: readonly ItemDifference[];
  readonly knownTitle?: string;
  /** How it would be recorded. */
  readonly form?: ItemForm | 'jointSummary';
  /** Those that are sure enough to be recorded. */
  readonly followUps: readonly ReadFollowUp[];
  /** Whether committing records that it was handled, and how many promises. */
  readonly discusses: boolean;
  readonly addsFollowUps: number;
  /** What goes into the command; missing for items that are left. */
  readonly told?: ImportedItem;
}

/** Longest texts of the log, in characters. */
const MOST = { title: 300, what: 1000, summary: 4000 } as const;
const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

const kinds: readonly (readonly [RegExp, FollowUpKind])[] = [
  [/videresend|eftersend|sendes|videre til|viderebring/i, 'forwardRemarks'],
  [/besvar|svar på|svarer på/i, 'answerQuestions'],
  [/vender tilbage|status|orienter|melder tilbage/i, 'reportBack'],
  [/rettes|tilret|omskriv|indarbejd/i, 'changeDocument'],
];

/** What kind of promise it is, by its own words; any other when they do not tell. */
export function followUpKindOf({ what, due }: Pick<ReadFollowUp, 'what' | 'due'>): FollowUpKind {
  if ('nextMeeting' in due) return 'nextMeeting';
  return kinds.find(([words]) => words.test(what))?.[1] ?? 'otherAction';
}

/** Two titles of one item: most words of the shorter one stand in the other, whatever their endings. */
export function likeTitles(one: string, other: string): boolean {
  if (keyOf(one) === keyOf(other)) return true;
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size);
  const alike = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
  const shared = [...few!].filter((word) => [...many!].some((other) => alike(word, other))).length;
  return few!.size > 0 && shared / few!.size >= 0.6;
}

export interface ItemContext {
  readonly meetingId: string;
  readonly known?: MeetingState;
  readonly texts: KnownTexts;
  readonly decisions: readonly ItemDecision[];
  /** Lines of the table of demands. */
  readonly demandLines: ReadonlySet<number>;
  /** Whether it will be known that the meeting was held: only then is recorded what was said. */
  readonly held: boolean;
  readonly clean: (text: string) => string;
  /** Where a line stands, for the source of a fact. */
  readonly placeOf: (from: number, to?: number) => string;
}

/** What would be recorded of an item, beside what is there already. */
export function itemPlan(read: MinutesItem, context: ItemContext): ItemPlan {
  const decision = context.decisions.find(({ number }) => number === read.number);
  const known = [...(context.known?.items.values() ?? [])].find(({ number }) => number === read.number);
  const told = toldOf(read, decision, context);
  const outline = outlineOf(read, { known, told }, context);
  if (decision?.take === false) return { ...outline, state: 'left', differences: [] };
  if (read.confidence === 'guess' && !decision?.take) return { ...outline, state: 'left', differences: ['doubtful'] };
  if (known) return besideKnown(outline, { known, told, taken: decision?.take === true }, context);
  const discusses = context.held && outline.form !== undefined;
  const addsFollowUps = context.held ? outline.followUps.length : 0;
  return { ...outline, state: 'new', differences: [], discusses, addsFollowUps, told };
}

type Outline = Omit<ItemPlan, 'state' | 'differences'>;

function outlineOf(
  read: MinutesItem,
  { known, told }: { readonly known: Known | undefined; readonly told: ImportedItem },
  context: ItemContext,
): Outline {
  const form = told.jointSummary ? ('jointSummary' as const) : told.form;
  const knownTitle = known && context.texts.titles.get(known.itemId);
  return {
    read,
    itemId: known?.itemId ?? importedItemId(context.meetingId, read.number),
    followUps: read.followUps.filter((followUp) => isRecorded(followUp, context)),
    discusses: false,
    addsFollowUps: 0,
    ...(knownTitle !== undefined && { knownTitle }),
    ...(form && { form }),
  };
}

interface Beside {
  readonly known: Known;
  readonly told: ImportedItem;
  readonly taken: boolean;
}

/** An item that is there keeps what it has; what it lacks is recorded unless it seems to be another item. */
function besideKnown(plan: Outline, { known, told, taken }: Beside, context: ItemContext): ItemPlan {
  const differences = differencesOf(plan, known, context, taken);
  const shut = differences.some((one) => one === 'title' || one === 'withdrawn' || one === 'closed');
  const open = !shut && context.held;
  const discusses = open && known.status === 'planned' && plan.form !== undefined;
  const addsFollowUps = open ? missingFollowUps(known, told, context) : 0;
  const adds = discusses || addsFollowUps > 0;
  const state = adds ? 'added' : differences.length > 0 ? 'differs' : 'same';
  return { ...plan, state, differences, discusses, addsFollowUps, ...(!shut && { told }) };
}

/** A demand and its answer stand among the demands; they are no promise beside it. */
const isRecorded = ({ confidence, line }: ReadFollowUp, { demandLines }: ItemContext): boolean =>
  confidence !== 'guess' && !demandLines.has(line);

function toldOf(read: MinutesItem, decision: ItemDecision | undefined, context: ItemContext): ImportedItem {
  const { clean, placeOf, meetingId } = context;
  const summary = read.jointSummary?.filter(({ confidence }) => confidence !== 'guess');
  const form = decision?.form ?? formRead(read);
  const lines = read.minutes ? placeOf(read.minutes.from, read.minutes.to) : placeOf(read.line);
  return {
    number: read.number,
    title: cut(clean(read.title), MOST.title),
    standing: read.standing,
    ...(form && { form }),
    ...(read.form === 'jointSummary' &&
      summary &&
      summary.length > 0 && {
        jointSummary: summary.map(({ employeeSide, managementSide, line }) => ({
          employeeSide: cut(clean(employeeSide), MOST.summary),
          managementSide: cut(clean(managementSide), MOST.summary),
          reference: placeOf(line),
        })),
      }),
    followUps: read.followUps
      .filter((one) => isRecorded(one, context))
      .map((followUp, place) => ({
        followUpId: importedFollowUpId(meetingId, read.number, place),
        kind: followUpKindOf(followUp),
        what: cut(clean(followUp.what), MOST.what),
        due: followUp.due,
        reference: placeOf(followUp.line),
      })),
    annexes: [...new Set(read.annexes.filter(({ confidence }) => confidence !== 'guess').map(({ value }) => value))],
    politicalDates: read.politicalDates
      .filter(({ confidence }) => confidence !== 'guess')
      .map(({ body, on }) => ({ body, on })),
    reference: lines,
  };
}

/** Announcements are information, whatever was asked about them: a briefing never ends a duty. */
function formRead({ form, formConfidence, standing, title }: MinutesItem): ItemForm | undefined {
  if (form !== 'discussion' && form !== 'briefing') return undefined;
  if (standing && /meddelelse|orientering/i.test(title)) return 'briefing';
  return formConfidence === 'guess' ? undefined : form;
}

type Known = NonNullable<ReturnType<MeetingState['items']['get']>>;

function differencesOf(
  { read, knownTitle, form, followUps }: Pick<ItemPlan, 'read' | 'knownTitle' | 'form' | 'followUps'>,
  known: Known,
  { known: meeting }: ItemContext,
  taken: boolean,
): ItemDifference[] {
  const recorded = known.jointSummary ? 'jointSummary' : known.form;
  const otherTitle = !taken && knownTitle !== undefined && !likeTitles(knownTitle, read.title);
  const otherForm = known.status === 'discussed' && form !== undefined && form !== recorded;
  const noted = [...meeting!.followUps.values()].filter(({ itemId }) => itemId === known.itemId).length;
  const found: readonly (readonly [ItemDifference, boolean])[] = [
    ['title', otherTitle],
    ['withdrawn', known.status === 'withdrawn'],
    ['closed', meeting!.minutesApproved],
    [form === 'jointSummary' ? 'jointSummary' : 'form', otherForm],
    ['followUps', noted > 0 && noted !== followUps.length],
  ];
  return found.flatMap(([difference, is]) => (is ? [difference] : []));
}

/** How many follow-ups the command would add; none beside those that somebody entered. */
function missingFollowUps(known: Known, told: ImportedItem, { known: meeting, meetingId }: ItemContext): number {
  const noted = [...meeting!.followUps.values()].filter(({ itemId }) => itemId === known.itemId);
  const places = noted.map((_one, place) => importedFollowUpId(meetingId, told.number, place));
  if (noted.some(({ followUpId }) => !places.includes(followUpId))) return 0;
  return told.followUps.filter(({ followUpId }) => !meeting!.followUps.has(followUpId)).length;
}
