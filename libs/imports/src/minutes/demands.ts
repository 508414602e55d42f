import type { ImportDemands } from '@rettidig/breaches';
import { idOf } from '@rettidig/event-sourcing';
import type { MinutesDraft } from '@rettidig/minutes';
import type { ImportStep } from '../import-kind.js';
import type { KnownTexts } from './look-up.js';
import type { MinutesDemandsShown } from './preview.js';

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
  const { texts, clean, wanted, about } = context;
  const cleaned = (text: string): string => clean(text).slice(0, MOST);
  const rows = draft.demands.map(({ text, answer, ...read }, at) => ({
    number: at + 1,
    itemNumber: read.itemNumber,
    text: cleaned(text),
    answer: answer === undefined ? null : cleaned(answer),
    line: read.line,
    confidence: read.confidence,
  }));
  const recorded = texts.demands?.count ?? 0;
  const breachId = texts.demands?.breachId ?? null;
  if (rows.length === 0) return { shown: { state: 'none', breachId, rows } };
  if (recorded > 0) return { shown: { state: recorded === rows.length ? 'same' : 'differs', breachId, rows } };
  const sure = rows.filter(({ confidence }) => confidence !== 'guess');
  const itemId = sure[0] && context.itemIdOf(sure[0].itemNumber);
  if (!wanted || !about || itemId === undefined) return { shown: { state: 'left', breachId, rows } };
  const message: ImportDemands = {
    ...about,
    itemId,
    demands: sure.map(({ text, answer, line }) => ({
      text,
      ...(answer !== null && { answer }),
      reference: context.placeOf(line),
    })),
    reference: context.placeOf(sure[0]!.line, sure.at(-1)!.line),
  };
  const subjectId = breachId ?? idOf('imported-demands', about.meetingId);
  return {
    shown: { state: 'willBeRecorded', breachId, rows },
    step: { key: 'demands', command: 'ImportDemands', subjectId, message },
  };
}
