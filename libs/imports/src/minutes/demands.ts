import type { ImportDemands } from '@rettidig/breaches';
import { idOf } from '@rettidig/event-sourcing';
import type { MinutesDraft, ReadDemand } from '@rettidig/minutes';
import type { ImportStep } from '../import-kind.js';
import type { DemandRead, MinutesDemandsShown } from './preview-items.js';
import type { KnownTexts } from './item-plan.js';

export interface DemandsPlan {
  readonly shown: MinutesDemandsShown;
  readonly step?: ImportStep;
}

interface DemandsContext {
  readonly texts: KnownTexts;
  /** Undefined until committee, day and meeting are known. */
  readonly about?: { readonly committeeId: string; readonly on: string; readonly meetingId: string };
  /** The id of the item of a number; undefined for items that are not recorded. */
  readonly itemIdOf: (number: number) => string | undefined;
  readonly wanted: boolean;
  readonly clean: (text: string) => string;
  readonly placeOf: (from: number, to?: number) => string;
}

const MOST = 4000;

/** The demands beside their answers: recorded once for a meeting, whoever recorded them. */
export function demandsPlan(draft: MinutesDraft, context: DemandsContext): DemandsPlan {
  const rows = draft.demands.map((demand, at) => demandRead(demand, at + 1, context.clean));
  const breachId = context.texts.demands?.breachId ?? null;
  const recorded = context.texts.demands?.count ?? 0;
  const shown = (state: MinutesDemandsShown['state']): MinutesDemandsShown => ({ state, breachId, rows });
  if (rows.length === 0) return { shown: shown('none') };
  if (recorded > 0) return { shown: shown(recorded === rows.length ? 'same' : 'differs') };
  const step = context.wanted ? stepOf(rows, context) : undefined;
  return step ? { shown: shown('willBeRecorded'), step } : { shown: shown('left') };
}

const demandRead = (
  { text, answer, itemNumber, line, confidence }: ReadDemand,
  number: number,
  clean: (text: string) => string,
): DemandRead => ({
  number,
  itemNumber,
  text: clean(text).slice(0, MOST),
  answer: answer === undefined ? null : clean(answer).slice(0, MOST),
  line,
  confidence,
});

/** What records them; a guess is left out, and so are all when their item is not recorded. */
function stepOf(
  rows: readonly DemandRead[],
  { about, texts, itemIdOf, placeOf }: DemandsContext,
): ImportStep | undefined {
  const sure = rows.filter(({ confidence }) => confidence !== 'guess');
  const itemId = sure[0] && itemIdOf(sure[0].itemNumber);
  if (!about || itemId === undefined) return undefined;
  const demands = sure.map(({ text, answer, line }) => ({
    text,
    ...(answer !== null && { answer }),
    reference: placeOf(line),
  }));
  const message: ImportDemands = { ...about, itemId, demands, reference: placeOf(sure[0]!.line, sure.at(-1)!.line) };
  const subjectId = texts.demands?.breachId ?? idOf('imported-demands', about.meetingId);
  return { key: 'demands', command: 'ImportDemands', subjectId, message };
}
