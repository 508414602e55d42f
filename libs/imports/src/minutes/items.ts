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
  readonly followUps: readonly ReadFollowUp[];
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

/** Two titles of one item: the shorter one's words stand in the other, most of them. */
export function likeTitles(one: string, other: string): boolean {
  if (keyOf(one) === keyOf(other)) return true;
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const [few, many] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size);
  const shared = [...few!].filter((word) => many!.has(word)).length;
  return few!.size > 0 && shared / few!.size >= 0.6;
}

export interface ItemContext {
  readonly meetingId: string;
  readonly known?: MeetingState;
  readonly texts: KnownTexts;
  readonly decisions: readonly ItemDecision[];
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
  const itemId = known?.itemId ?? importedItemId(context.meetingId, read.number);
  const knownTitle = known && context.texts.titles.get(known.itemId);
  const told = toldOf(read, decision, context);
  const form = told.jointSummary ? ('jointSummary' as const) : told.form;
  const plan = {
    read,
    itemId,
    ...(knownTitle !== undefined && { knownTitle }),
    ...(form && { form }),
    followUps: read.followUps.filter(isSure),
  };
  const doubtful = read.confidence === 'guess' && decision?.take !== true;
  if (decision?.take === false || doubtful) {
    return { ...plan, state: 'left', differences: doubtful ? ['doubtful'] : [] };
  }
  if (!known) return { ...plan, state: 'new', differences: [], told };

  const differences = differencesOf(plan, known, context, decision?.take === true);
  const closed = differences.some((one) => one === 'title' || one === 'withdrawn' || one === 'closed');
  const adds = !closed && context.held && addsTo(known, told, context);
  const state = adds ? 'added' : differences.length > 0 ? 'differs' : 'same';
  return { ...plan, state, differences, ...(!closed && { told }) };
}

const isSure = ({ confidence }: ReadFollowUp): boolean => confidence !== 'guess';

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
    followUps: read.followUps.filter(isSure).map((followUp, place) => ({
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

const formRead = ({ form, formConfidence }: MinutesItem): ItemForm | undefined =>
  (form === 'discussion' || form === 'briefing') && formConfidence !== 'guess' ? form : undefined;

type Known = NonNullable<ReturnType<MeetingState['items']['get']>>;

function differencesOf(
  { read, knownTitle, form, followUps }: Pick<ItemPlan, 'read' | 'knownTitle' | 'form' | 'followUps'>,
  known: Known,
  { known: meeting }: ItemContext,
  taken: boolean,
): ItemDifference[] {
  const recorded = known.jointSummary ? 'jointSummary' : known.form;
  const otherForm = known.status === 'discussed' && form !== undefined && form !== recorded;
  const noted = [...meeting!.followUps.values()].filter(({ itemId }) => itemId === known.itemId);
  return [
    ...(!taken && knownTitle !== undefined && !likeTitles(knownTitle, read.title) ? (['title'] as const) : []),
    ...(known.status === 'withdrawn' ? (['withdrawn'] as const) : []),
    ...(meeting!.minutesApproved ? (['closed'] as const) : []),
    ...(otherForm ? [form === 'jointSummary' ? ('jointSummary' as const) : ('form' as const)] : []),
    ...(noted.length > 0 && noted.length !== followUps.length ? (['followUps'] as const) : []),
  ];
}

/** Whether the command would record something about an item that is there. */
function addsTo(known: Known, told: ImportedItem, { known: meeting, meetingId }: ItemContext): boolean {
  if (known.status === 'planned' && (told.form !== undefined || told.jointSummary !== undefined)) return true;
  const noted = [...meeting!.followUps.values()].filter(({ itemId }) => itemId === known.itemId);
  const imported = noted.every(
    ({ followUpId }, place) => followUpId === importedFollowUpId(meetingId, told.number, place),
  );
  return imported && told.followUps.some(({ followUpId }) => !meeting!.followUps.has(followUpId));
}
