import type { ItemForm } from '@rettidig/meetings';
import type { MinutesDraft, MinutesItem, SummaryRow } from '@rettidig/minutes';
import type { ItemDecision } from './decisions.js';

/** What the reader doubts about how items were handled, by their numbers. */
export interface DoubtedItems {
  /** Read as put off or taken off: never recorded as handled. */
  readonly postponed: ReadonlySet<number>;
  /** The minutes can be read as a discussion and as a briefing. */
  readonly unclear: ReadonlySet<number>;
}

/** The items that the warnings of the reader are about. */
export function doubtedItems({ warnings }: Pick<MinutesDraft, 'warnings'>): DoubtedItems {
  const warned = (code: string): Set<number> =>
    new Set(
      warnings.flatMap((one) =>
        one.code === code && typeof one.details.number === 'number' ? [one.details.number] : [],
      ),
    );
  return { postponed: warned('minutes.item-postponed'), unclear: warned('minutes.form-unclear') };
}

/** The rows of a joint summary that are sure enough to be recorded. */
export const sureSummary = ({ form, jointSummary = [] }: MinutesItem): SummaryRow[] =>
  form === 'jointSummary' ? jointSummary.filter(({ confidence }) => confidence !== 'guess') : [];

/**
 * How an item would be recorded to have been handled: as a person says, else as the minutes say without doubt. Undefined:
 * nothing is recorded of it.
 */
export function handledAs(
  read: MinutesItem,
  decision: ItemDecision | undefined,
  { postponed, unclear }: DoubtedItems,
): ItemForm | 'jointSummary' | undefined {
  if (decision?.form === 'leave') return undefined;
  const put = postponed.has(read.number);
  if (sureSummary(read).length > 0 && !put) return 'jointSummary';
  if (decision?.form) return decision.form;
  return put || unclear.has(read.number) ? undefined : formRead(read);
}

/** Announcements are information, whatever was asked about them: a briefing never ends a duty. */
function formRead({ form, formConfidence, standing, title }: MinutesItem): ItemForm | undefined {
  if (form !== 'discussion' && form !== 'briefing') return undefined;
  if (standing && /meddelelse|orientering/i.test(title)) return 'briefing';
  return formConfidence === 'guess' ? undefined : form;
}

/** Whether somebody has to say how an item was handled before that can be recorded. Standing items end no duty. */
export const formOpen = (read: MinutesItem, decision: ItemDecision | undefined, { postponed }: DoubtedItems): boolean =>
  !read.standing && read.form !== 'nothingSaid' && !postponed.has(read.number) && !decision?.form;
