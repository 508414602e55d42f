import type { CsvColumn, ListPage, ListRequest, QueryContext, QueryDefinition, Text } from '@rettidig/event-sourcing';
import { broad, hasWords, isAtLeast, isOneOf, listQuery } from '@rettidig/event-sourcing';
import type { FactAnswer } from '@rettidig/rules';
import {
  asOfInstant,
  Codes,
  Count,
  Day,
  dayInCsv,
  dayOf,
  Dictionary,
  drawingPattern,
  FreeText,
  Id,
  Ids,
  ListOf,
  Moment,
  Name,
  One,
  OneOf,
  PageParameters,
  Pattern,
  Repeated,
} from '@rettidig/vocabulary';
import { CASES_VIEW } from '../projections/cases.js';
import type { DutyLoweringAct } from '../projections/duty-lowering-acts.js';
import { actorRoles, dutyLoweringActWords } from '../register.words.js';
import { drawnIn, DeclarationRecheckShown, rechecksOf } from './drawn-declarations.js';
import { questionText } from './explanation.js';
import { parsed } from './missed-review.item.js';
import { contextAsOf, idOrNull, nameOf, namingOf, unitsBelow } from './naming.js';
import type { NameReference, Naming } from './naming.js';
import { pagingOf } from './paging.js';
import type { QuestionText } from './waiting.words.js';

const sorts = { recordedAt: ['recorded_at'], act: ['act', 'recorded_at'], number: ['number', 'recorded_at'] };
const orders = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`]);

export class ListDutyLoweringActs extends PageParameters {
  @Day({ description: 'Recorded on this day or later, Copenhagen time.', optional: true })
  since?: string;

  @Repeated()
  @Codes(dutyLoweringActWords, { description: 'Only these acts.', optional: true })
  act?: DutyLoweringAct[];

  @Pattern(/^(notStated|[0-9a-fA-F-]{36})$/, {
    description: 'A unit with everything below it; `notStated` for cases without a unit.',
    optional: true,
  })
  unit?: string;

  @Repeated()
  @Codes(actorRoles, { description: 'Done in one of these roles.', optional: true })
  role?: string[];

  @FreeText({ description: 'Words in the title of the case.', max: 200, optional: true })
  text?: string;

  @Pattern(drawingPattern, {
    description:
      'The declarations drawn in this quarter to be looked at again: a tenth of those that the quarter before it saw, at least five. The same for everybody.',
    example: '2026-Q3',
    optional: true,
  })
  drawn?: string;

  @OneOf(orders, { description: 'Order; `-recordedAt`, the latest first, when left out.', optional: true })
  sort?: string;
}

/** One act that lowered a duty, put it off, or took the ground away from a row of the register. */
export class DutyLoweringActItem {
  @Id({ description: 'The act.' })
  actId!: string;

  @Id({ description: 'The case.' })
  changeId!: string;

  @Pattern(/^\d{4}-\d{4,}$/, { description: 'The number of the case.', example: '2026-0143' })
  number!: string;

  @FreeText({ description: 'The title of the case, as it was.', max: 300 })
  title!: string;

  @OneOf(dutyLoweringActWords, { description: 'What was done.' })
  act!: DutyLoweringAct;

  @FreeText({ description: 'The same in words.', max: 200 })
  actText!: string;

  @Id({ description: 'Who did it.' })
  personId!: string;

  @Name({ description: 'Their name, where it is known here.', nullable: true })
  personName!: string | null;

  @OneOf(actorRoles, { description: 'The role they acted in.' })
  role!: string;

  @FreeText({ description: 'The same in words.', max: 100 })
  roleText!: string;

  @FreeText({
    description: 'The reason given, or the answers that leave no duty; null where none is asked for.',
    max: 4000,
    multiline: true,
    nullable: true,
  })
  reason!: string | null;

  @Moment({ description: 'When it was recorded.' })
  recordedAt!: string;

  @Id({ description: 'The unit of the case; null when not stated.', nullable: true })
  unitId!: string | null;

  @Name({ description: 'Its name, or "ikke oplyst".' })
  unitName!: string;

  @Ids({ description: 'The requirements that it touched.' })
  requirementIds!: string[];

  @Count({ description: 'How many of them it ended without a review.' })
  ended!: number;

  @One(() => DeclarationRecheckShown, {
    description:
      'The last time that somebody looked at the declaration again; null for other acts, and where nobody did.',
    nullable: true,
  })
  recheck!: DeclarationRecheckShown | null;
}

export class DutyLoweringActList implements ListPage<DutyLoweringActItem> {
  @ListOf(() => DutyLoweringActItem, { description: 'The acts of this page.', max: 200 })
  items!: DutyLoweringActItem[];

  @Count({ description: 'All acts that match, on all pages.' })
  total!: number;

  @Dictionary(
    { type: 'object', additionalProperties: { type: 'integer' } },
    { description: 'Counts by act, role and unit.' },
  )
  facets!: Record<string, Record<string, number>>;

  @Pattern(/^[A-Za-z0-9_-]+$/, { description: 'Goes on with the next page; null on the last one.', nullable: true })
  nextCursor!: string | null;
}

interface Row {
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

const acts = listQuery({
  name: 'duty-lowering-acts',
  from: '{act}',
  columns: ['*'],
  tieBreaker: 'act_id',
  filters: {
    drawn: isOneOf('act_id'),
    since: broad(1, isAtLeast('day')),
    act: broad(2, isOneOf('act')),
    unit: isOneOf('unit_id'),
    role: broad(2, isOneOf('role')),
    text: hasWords('search'),
  },
  sorts,
  defaultSort: '-recordedAt',
  facets: { act: { sql: 'act', ignores: 'act' }, role: { sql: 'role' }, unit: { sql: 'unit_id' } },
  versioned: true,
});

type Context = QueryContext<NameReference>;

function requestOf(parameters: ListDutyLoweringActs, context: Context): ListRequest {
  const { sort, limit, cursor, asOf, unit, drawn, ...filters } = parameters;
  const paging = pagingOf({ sort, limit, cursor, asOf }, context.now);
  const today = dayOf(paging.asOf ?? context.now);
  return {
    ...paging,
    filters: {
      ...filters,
      drawn: drawn && drawnIn(drawn, today, context),
      unit: unitsBelow(unit, [today], context.reference),
    },
  };
}

const column = (key: string, da: string, en: string): CsvColumn => ({ key, heading: { da, en } });

/** What the deputy chair is shown at once: who lowered which duty, why, and when. */
export const listDutyLoweringActs: QueryDefinition<ListDutyLoweringActs, DutyLoweringActList, NameReference> = {
  name: 'ListDutyLoweringActs',
  parameters: ListDutyLoweringActs,
  answer: DutyLoweringActList,
  path: '/duty-lowering-acts',
  tag: 'register',
  summary: { da: 'Handlinger, der sænker MED-pligten', en: 'Acts that lower the MED duty' },
  refusals: ['cursor.unknown', 'change.unit-unknown', 'change.drawing-in-the-future'],
  handle: async (parameters, context) => {
    const view = context.views.view(CASES_VIEW);
    const page = acts.run<Row>(view, requestOf(parameters, context));
    const rechecks = rechecksOf(view, page.items, asOfInstant(parameters.asOf, context.now));
    const words = wordsFor(contextAsOf(context, parameters.asOf));
    const rechecked = [...rechecks.values()].map(({ personId }) => personId);
    const people = await context.people([...new Set([...page.items.map((row) => row.person_id), ...rechecked])]);
    return {
      ...page,
      items: page.items.map((row) => {
        const recheck = rechecks.get(row.act_id);
        return {
          ...itemOf(row, words),
          personName: nameOf(people, row.person_id),
          recheck: recheck ? { ...recheck, personName: nameOf(people, recheck.personId) } : null,
        };
      }),
    };
  },
  csv: {
    fileName: { da: 'handlinger-der-saenker-med-pligten', en: 'duty-lowering-acts' },
    columns: [
      column('recorded', 'Registreret', 'Recorded'),
      column('number', 'Sagsnummer', 'Case number'),
      column('title', 'Sag', 'Case'),
      column('unit', 'Enhed', 'Unit'),
      column('act', 'Handling', 'Act'),
      column('role', 'Rolle', 'Role'),
      column('reason', 'Begrundelse', 'Reason'),
      column('ended', 'Afsluttede pligter', 'Duties ended'),
      column('recheck', 'Set igen', 'Looked at again'),
    ],
    *rows(parameters, context) {
      const words = wordsFor(contextAsOf(context, parameters.asOf));
      const view = context.views.view(CASES_VIEW);
      for (const row of acts.all<Row>(view, requestOf(parameters, context))) {
        const item = itemOf(row, words);
        const recheck = rechecksOf(view, [row], asOfInstant(parameters.asOf, context.now)).get(row.act_id);
        yield {
          recorded: dayInCsv(dayOf(item.recordedAt)),
          number: item.number,
          title: item.title,
          unit: item.unitName,
          act: item.actText,
          role: item.roleText,
          reason: item.reason ?? '',
          ended: item.ended,
          recheck: recheck ? words.naming.say(recheckWords[recheck.stands ? 'stands' : 'falls']) : '',
        };
      }
    },
  },
};

/** What became of a declaration that somebody looked at again. */
const recheckWords = {
  stands: { da: 'står', en: 'stands' },
  falls: { da: 'holder ikke', en: 'does not stand' },
};

interface Words {
  readonly naming: Naming;
  readonly question: QuestionText;
}

const wordsFor = ({ reference, language, now }: Context): Words => ({
  naming: namingOf(reference, language, dayOf(now)),
  question: questionText(reference, language, dayOf(now)),
});

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

function itemOf(row: Row, words: Words): Omit<DutyLoweringActItem, 'personName' | 'recheck'> {
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
