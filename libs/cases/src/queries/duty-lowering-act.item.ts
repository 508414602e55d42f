import type { QueryContext, Text } from '@rettidig/event-sourcing';
import type { FactAnswer } from '@rettidig/rules';
import { dayOf } from '@rettidig/vocabulary';
import type { DutyLoweringAct } from '../projections/duty-lowering-acts.js';
import { dutyLoweringActWords } from '../register.words.js';
import { questionText } from './explanation.js';
import type { DutyLoweringActItem } from './list-duty-lowering-acts.answer.js';
import { parsed } from './missed-review.item.js';
import { idOrNull, namingOf } from './naming.js';
import type { NameReference, Naming } from './naming.js';
import type { QuestionText } from './waiting.words.js';

/** An act as it stands in the view. */
export interface ActRow {
  readonly act_id: string;
  readonly change_id: string;
  readonly number: string;
  readonly title: string;
  readonly unit_id: string;
  readonly act: DutyLoweringAct;
  readonly person_id: string;
  readonly role: string;
  readonly reason: string | null;
  readonly requirements: string;
  readonly ended: number;
  readonly details: string;
  readonly recorded_at: string;
}

interface Words {
  readonly naming: Naming;
  readonly question: QuestionText;
}

/** An act without those who did it and looked at it again. */
export type UnnamedAct = Omit<DutyLoweringActItem, 'personName' | 'recheck'>;

/** Shows rows in the reader's words. */
export function showing({ reference, language, now }: QueryContext<NameReference>): (row: ActRow) => UnnamedAct {
  const naming = namingOf(reference, language, dayOf(now));
  const question = questionText(reference, language, dayOf(now));
  return (row) => itemOf(row, { naming, question });
}

const answers: Readonly<Record<string, Text>> = {
  yes: { da: 'ja', en: 'yes' },
  no: { da: 'nej', en: 'no' },
  unknown: { da: 'ikke oplyst', en: 'not stated' },
};

/** The answers that a case without any duty was registered with stand in the place of a reason. */
function answersInWords(details: string, { naming, question }: Words): string | null {
  const { facts = {} } = parsed<{ readonly facts?: Readonly<Record<string, FactAnswer>> }>(details);
  const told = Object.entries(facts).map(([id, answer]) => `${question(id)} ${naming.word(answers, String(answer))}`);
  return told.length > 0 ? told.join('\n') : null;
}

function itemOf(row: ActRow, words: Words): UnnamedAct {
  const { naming } = words;
  const unitId = idOrNull(row.unit_id);
  return {
    actId: row.act_id,
    changeId: row.change_id,
    number: row.number,
    title: row.title,
    act: row.act,
    actText: naming.say(dutyLoweringActWords[row.act]),
    personId: row.person_id,
    role: row.role,
    roleText: naming.role(row.role),
    reason: row.reason ?? answersInWords(row.details, words),
    recordedAt: row.recorded_at,
    unitId,
    unitName: naming.unit(unitId),
    requirementIds: parsed<string[]>(row.requirements),
    ended: row.ended,
  };
}
