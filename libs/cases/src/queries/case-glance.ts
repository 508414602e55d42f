import type { Instant, QueryContext } from '@rettidig/event-sourcing';
import { asOfInstant, dayOf } from '@rettidig/vocabulary';
import { CASES_VIEW } from '../projections/cases.js';
import { changeTable, requirementTable } from '../projections/rows.js';
import { knownVersions } from '../projections/versions.js';
import { caseStatuses, requirementStatuses } from '../register.words.js';
import type { CaseStatus, Waiting } from '../story/waiting.js';
import { questionText } from './explanation.js';
import { parsed } from './missed-review.item.js';
import { contextAsOf, idOrNull, namingOf } from './naming.js';
import type { NameReference, Naming } from './naming.js';
import { waitingInWords } from './waiting.words.js';
import type { QuestionText } from './waiting.words.js';

/** A case as other slices hold something against it: how far MED has come with it, and what is missing. */
export interface CaseGlance {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly statusText: string;
  /** A committee owes, or gave, it a review: a case without any is no MED case, or waits to be found one. */
  readonly hasDuty: boolean;
  /** What MED still lacks, or missed, each with its committee; promises made on the way are not among it. */
  readonly missing: readonly Missing[];
}

export interface Missing {
  readonly committeeId: string | null;
  readonly committeeName: string | null;
  /** One sentence without a full stop. */
  readonly text: string;
}

interface Row {
  readonly change_id: string;
  readonly number: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly committees: string;
  readonly waiting: string;
}

interface MissedRow {
  readonly change_id: string;
  readonly committee_id: string;
}

const OF_CASES = 'change_id in (select value from json_each(:ids))';

/** Cases at a glance, by id, as known at `asOf`; ids of no case are left out. */
export function caseGlances(
  caseIds: readonly string[],
  context: QueryContext<NameReference>,
  asOf?: string,
): ReadonlyMap<string, CaseGlance> {
  const at: Instant = asOfInstant(asOf, context.now) ?? '9999';
  const view = context.views.view(CASES_VIEW);
  const parameters = { ids: JSON.stringify(caseIds), at };
  const rows = view.all<Row>(
    `select * from (${knownVersions(changeTable, '*', OF_CASES)}) order by number_order`,
    parameters,
  );
  const missed = view.all<MissedRow>(
    knownVersions(requirementTable, 'change_id, committee_id', `${OF_CASES} and state = 'missed'`),
    parameters,
  );
  const { language, reference, now } = contextAsOf(context, asOf);
  const naming = namingOf(reference, language, dayOf(now));
  const question = questionText(reference, language, dayOf(now));
  return new Map(
    rows.map((row) => [
      row.change_id,
      glanceOf(
        row,
        missed.filter((one) => one.change_id === row.change_id),
        naming,
        question,
      ),
    ]),
  );
}

function glanceOf(row: Row, missed: readonly MissedRow[], naming: Naming, question: QuestionText): CaseGlance {
  const waiting = parsed<Waiting[]>(row.waiting).filter(({ what }) => what !== 'followUp' && what !== 'decision');
  return {
    caseId: row.change_id,
    number: row.number,
    title: row.title,
    status: row.status,
    statusText: naming.say(caseStatuses[row.status]),
    hasDuty: parsed<string[]>(row.committees).length > 0,
    missing: [
      ...missed.map(({ committee_id }) => {
        const committeeId = idOrNull(committee_id);
        const text = `${naming.committee(committeeId)}: ${naming.say(requirementStatuses.missed)}`;
        return { committeeId, committeeName: committeeId && naming.committee(committeeId), text };
      }),
      ...waiting.map((one) => {
        const committeeId = 'committeeId' in one ? one.committeeId : null;
        return {
          committeeId,
          committeeName: committeeId && naming.committee(committeeId),
          text: waitingInWords(one, naming, question),
        };
      }),
    ],
  };
}
