import type { ListRequest, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { broad, hasWords, isOneOf, listQuery, sharesOneOf } from '@rettidig/event-sourcing';
import {
  Codes,
  Count,
  dayOf,
  FreeText,
  fuzzyInWords,
  Id,
  Ids,
  Name,
  OneOf,
  PageParameters,
  pageWith,
  pagingOf,
  Pattern,
  Repeated,
  Sentences,
  UncertainDay,
} from '@rettidig/vocabulary';
import type { FuzzyDate } from '@rettidig/vocabulary';
import { CASES_VIEW } from '../projections/cases.js';
import { caseStatuses } from '../register.words.js';
import type { CaseStatus, Waiting } from '../story/waiting.js';
import { questionText } from './explanation.js';
import { maybe, parsed } from './missed-review.item.js';
import { contextAsOf, idOrNull, nameOf, namingOf, unitsBelow } from './naming.js';
import type { NameReference, Naming } from './naming.js';
import { waitingInWords } from './waiting.words.js';
import type { QuestionText } from './waiting.words.js';
import { caseInList, CaseInList } from './case-in-list.answer.js';

const sorts = {
  number: ['number_order'],
  decision: ['decision_day'],
  status: ['status', 'number_order'],
  title: ['search'],
};
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

export class ListChanges extends PageParameters {
  @Pattern(/^(notStated|[0-9a-fA-F-]{36})$/, {
    description: 'A unit with everything below it; `notStated` for cases without a unit.',
    optional: true,
  })
  unit?: string;

  @Pattern(/^[A-Za-z][A-Za-z0-9,]{0,300}$/, { description: 'Kinds of change, by commas.', optional: true })
  kind?: string;

  @Repeated()
  @Ids({ description: 'Cases that owe, or owed, one of these committees a review.', optional: true })
  committee?: string[];

  @Repeated()
  @Ids({ description: 'Only these cases.', max: 200, optional: true })
  case?: string[];

  @Repeated()
  @Codes(caseStatuses, { description: 'Cases that stand here.', optional: true })
  status?: CaseStatus[];

  @Id({ description: 'Cases of this owner.', optional: true })
  owner?: string;

  @OneOf(['true', 'false'], {
    description:
      'Only cases on which expectations were aligned with MED before drafting (A18), or only the others. It is no review.',
    optional: true,
  })
  aligned?: string;

  @FreeText({ description: 'Words in title or numbers, also inside longer words.', max: 200, optional: true })
  text?: string;

  @OneOf(orders, { description: 'Order; `-number`, the newest first, when left out.', optional: true })
  sort?: string;
}

/** One case in the list. */
class ChangeListItem extends CaseInList {
  @Ids({ description: 'The committees that it owes, or owed, a review.' })
  committeeIds!: string[];

  @Sentences({ description: 'Their names, in the same order.' })
  committeeNames!: string[];

  @OneOf(caseStatuses, { description: 'Where it stands.' })
  status!: CaseStatus;

  @FreeText({ description: 'The same in words.', max: 200 })
  statusText!: string;

  @Sentences({ description: 'What it waits for, one sentence each; empty when nothing.' })
  waitsFor!: string[];

  @UncertainDay({ description: 'The next planned decision or start; null when none is planned.', nullable: true })
  nextDecision!: FuzzyDate | null;

  @FreeText({ description: 'The same in words.', max: 100, nullable: true })
  nextDecisionText!: string | null;

  @Id({ description: 'Who owns the case; null when nobody does.', nullable: true })
  ownerId!: string | null;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  ownerName!: string | null;

  @Count({ description: 'Rows of it in the total of the register.' })
  missed!: number;
}

export class ChangeList extends pageWith(() => ChangeListItem, {
  items: 'The cases of this page.',
  total: 'All cases that match, on all pages.',
  facets: 'Counts by status (whatever was asked for), kind, committee, unit and owner.',
}) {}

interface Row {
  readonly change_id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly committees: string;
  readonly status: CaseStatus;
  readonly waiting: string;
  readonly decision: string | null;
  readonly owner_id: string;
  readonly missed: number;
}

const changes = listQuery({
  name: 'changes',
  from: '{change}',
  columns: ['*'],
  tieBreaker: 'change_id',
  filters: {
    unit: isOneOf('unit_id'),
    kind: broad(2, isOneOf('kind')),
    committee: broad(2, sharesOneOf('committees')),
    case: isOneOf('change_id'),
    status: broad(1, isOneOf('status')),
    owner: isOneOf('owner_id'),
    aligned: broad(2, isOneOf('aligned')),
    text: hasWords('search'),
  },
  sorts,
  defaultSort: '-number',
  facets: {
    status: { sql: 'status', ignores: 'status' },
    kind: { sql: 'kind' },
    committee: { sql: 'committees', each: true },
    unit: { sql: 'unit_id' },
    owner: { sql: 'owner_id' },
  },
  versioned: true,
});

type Context = QueryContext<NameReference>;

function requestOf(parameters: ListChanges, { now, reference }: Context): ListRequest {
  const { sort, limit, cursor, asOf, unit, kind, ...filters } = parameters;
  const paging = pagingOf({ sort, limit, cursor, asOf }, now);
  const units = unitsBelow(unit, [dayOf(paging.asOf ?? now)], reference);
  return { ...paging, filters: { ...filters, kind: kind?.split(','), unit: units } };
}

/** Cases with what they wait for. */
export const listChanges: QueryDefinition<ListChanges, ChangeList, NameReference> = {
  name: 'ListChanges',
  parameters: ListChanges,
  answer: ChangeList,
  path: '/changes',
  tag: 'changes',
  summary: { da: 'Sager, og hvad de venter på', en: 'Cases, and what they wait for' },
  refusals: ['cursor.unknown', 'change.unit-unknown'],
  handle: async (parameters, context) => {
    const page = changes.run<Row>(context.views.view(CASES_VIEW), requestOf(parameters, context));
    const people = await context.people([...new Set(page.items.map(({ owner_id }) => owner_id))]);
    const show = showing(contextAsOf(context, parameters.asOf));
    return {
      ...page,
      items: page.items.map((row) => ({ ...show(row), ownerName: nameOf(people, idOrNull(row.owner_id)) })),
    };
  },
};

/** Shows rows in the reader's words. */
function showing({ reference, language, now }: Context): (row: Row) => Omit<ChangeListItem, 'ownerName'> {
  const naming = namingOf(reference, language, dayOf(now));
  const question = questionText(reference, language, dayOf(now));
  return (row) => itemOf(row, naming, question);
}

function itemOf(row: Row, naming: Naming, question: QuestionText): Omit<ChangeListItem, 'ownerName'> {
  const committees = parsed<string[]>(row.committees).map(idOrNull);
  const decision = maybe<FuzzyDate>(row.decision);
  return {
    ...caseInList(row, naming),
    committeeIds: committees.filter((id) => id !== null),
    committeeNames: committees.filter((id) => id !== null).map(naming.committee),
    status: row.status,
    statusText: naming.say(caseStatuses[row.status]),
    waitsFor: parsed<Waiting[]>(row.waiting).map((one) => waitingInWords(one, naming, question)),
    nextDecision: decision,
    nextDecisionText: decision && fuzzyInWords(decision, naming.language),
    ownerId: idOrNull(row.owner_id),
    missed: row.missed,
  };
}
