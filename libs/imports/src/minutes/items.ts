import type { FollowUpKind, ImportedItem } from '@rettidig/meetings';
import { importedFollowUpId, importedItemId } from '@rettidig/meetings';
import type { MinutesItem, ReadFollowUp } from '@rettidig/minutes';
import type { ItemDecision } from './decisions.js';
import { differencesOf, recordedForm } from './differences.js';
import { formOpen, handledAs, sureSummary } from './forms.js';
import type { ItemContext, ItemPlan, KnownItem } from './item-plan.js';

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

/** What would be recorded of an item, beside what is there already. */
export function itemPlan(read: MinutesItem, context: ItemContext): ItemPlan {
  const decision = context.decisions.find(({ number }) => number === read.number);
  const known = [...(context.known?.items.values() ?? [])].find(({ number }) => number === read.number);
  const told = toldOf(read, decision, context);
  const outline = outlineOf(read, { known, told, decision }, context);
  if (decision?.take === false) return { ...outline, state: 'left', differences: [] };
  if (read.confidence === 'guess' && !decision?.take) return { ...outline, state: 'left', differences: ['doubtful'] };
  return known
    ? besideKnown(outline, { known, told, taken: decision?.take === true }, context)
    : newItem(outline, told, context);
}

/** An item that is not there is added, unless the record is closed. */
function newItem(outline: Outline, told: ImportedItem, { known: meeting, held }: ItemContext): ItemPlan {
  if (meeting?.minutesApproved) return { ...outline, state: 'left', differences: ['closed'] };
  const discusses = held && outline.form !== undefined;
  const addsFollowUps = held ? outline.followUps.length : 0;
  return { ...outline, state: 'new', differences: [], discusses, addsFollowUps, told };
}

type Outline = Omit<ItemPlan, 'state' | 'differences'>;

interface Told {
  readonly known: KnownItem | undefined;
  readonly told: ImportedItem;
  readonly decision: ItemDecision | undefined;
}

function outlineOf(read: MinutesItem, { known, told, decision }: Told, context: ItemContext): Outline {
  const form = told.jointSummary ? ('jointSummary' as const) : told.form;
  const knownTitle = known && context.texts.titles.get(known.itemId);
  return {
    read,
    title: told.title,
    itemId: known?.itemId ?? importedItemId(context.meetingId, read.number),
    followUps: read.followUps.filter((followUp) => isRecorded(followUp, context)),
    discusses: false,
    addsFollowUps: 0,
    asksForm: form === undefined && known?.status !== 'discussed' && formOpen(read, decision, context.doubted),
    postponed: form === undefined && context.doubted.postponed.has(read.number),
    ...(known && { recorded: recordedOf(known, context) }),
    ...(knownTitle !== undefined && { knownTitle }),
    ...(form && { form }),
  };
}

function recordedOf(known: KnownItem, { known: meeting }: ItemContext): NonNullable<ItemPlan['recorded']> {
  const form = recordedForm(known);
  const followUps = [...meeting!.followUps.values()].filter(({ itemId }) => itemId === known.itemId).length;
  return { followUps, ...(form && { form }) };
}

interface Beside {
  readonly known: KnownItem;
  readonly told: ImportedItem;
  readonly taken: boolean;
}

/** An item that is there keeps what it has; what it lacks is recorded unless it seems to be another item. */
function besideKnown(plan: Outline, { known, told, taken }: Beside, context: ItemContext): ItemPlan {
  const differences = differencesOf(plan, known, context, { told, taken });
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
  const form = handledAs(read, decision, context.doubted);
  const lines = read.minutes ? placeOf(read.minutes.from, read.minutes.to) : placeOf(read.line);
  return {
    number: read.number,
    title: cut(clean(read.title), MOST.title),
    standing: read.standing,
    ...(form &&
      (form === 'jointSummary'
        ? {
            jointSummary: sureSummary(read).map(({ employeeSide, managementSide, line }) => ({
              employeeSide: cut(clean(employeeSide), MOST.summary),
              managementSide: cut(clean(managementSide), MOST.summary),
              reference: placeOf(line),
            })),
          }
        : { form })),
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

/** How many follow-ups the command would add; none beside those that somebody entered. */
function missingFollowUps(known: KnownItem, told: ImportedItem, { known: meeting, meetingId }: ItemContext): number {
  const noted = [...meeting!.followUps.values()].filter(({ itemId }) => itemId === known.itemId);
  const places = noted.map((_one, place) => importedFollowUpId(meetingId, told.number, place));
  if (noted.some(({ followUpId }) => !places.includes(followUpId))) return 0;
  return told.followUps.filter(({ followUpId }) => !meeting!.followUps.has(followUpId)).length;
}
