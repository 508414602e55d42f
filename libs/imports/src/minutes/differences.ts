import type { ImportedItem } from '@rettidig/meetings';
import type { ItemContext, ItemPlan, KnownItem, KnownTexts } from './item-plan.js';
import type { ItemDifference } from './states.js';
import { keyOf } from './names.js';
import { likeTitles, sameTitles } from './titles.js';

/** What stands otherwise in the register, or keeps the item from being recorded. */
export function differencesOf(
  { knownTitle, form, followUps }: Pick<ItemPlan, 'knownTitle' | 'form' | 'followUps'>,
  known: KnownItem,
  { known: meeting, texts }: ItemContext,
  { told, taken }: { readonly told: ImportedItem; readonly taken: boolean },
): ItemDifference[] {
  const title = !taken && knownTitle !== undefined ? titleDifference(knownTitle, told.title) : undefined;
  const otherForm = known.status === 'discussed' && form !== undefined && form !== recordedForm(known);
  const noted = [...meeting!.followUps.values()].filter(({ itemId }) => itemId === known.itemId).length;
  const summary = texts.summaries.get(known.itemId);
  const found: readonly (readonly [ItemDifference, boolean])[] = [
    ['title', title === 'title'],
    ['wording', title === 'wording'],
    ['withdrawn', known.status === 'withdrawn'],
    ['closed', meeting!.minutesApproved],
    [form === 'jointSummary' ? 'jointSummary' : 'form', otherForm],
    ['summaryText', form === 'jointSummary' && summary !== undefined && summary !== summaryKey(told.jointSummary!)],
    ['followUps', (noted > 0 || meeting!.minutesApproved) && noted !== followUps.length],
    ['followUpText', otherPromises(told, texts)],
  ];
  return found.flatMap(([difference, is]) => (is ? [difference] : []));
}

/** How an item of the register was handled. */
export const recordedForm = ({ jointSummary, form }: KnownItem): ItemPlan['form'] =>
  jointSummary ? 'jointSummary' : form;

function titleDifference(known: string, read: string): 'title' | 'wording' | undefined {
  if (!likeTitles(known, read)) return 'title';
  return sameTitles(known, read) ? undefined : 'wording';
}

/** Promises that an import recorded before, in other words now. */
const otherPromises = ({ followUps }: ImportedItem, { promises }: KnownTexts): boolean =>
  followUps.some(({ followUpId, what }) => {
    const before = promises.get(followUpId);
    return before !== undefined && keyOf(before) !== keyOf(what);
  });

/** A joint summary, to compare by. */
export const summaryKey = (
  rows: readonly { readonly employeeSide: string; readonly managementSide: string }[],
): string =>
  rows.map(({ employeeSide, managementSide }) => `${keyOf(employeeSide)}|${keyOf(managementSide)}`).join('\n');
