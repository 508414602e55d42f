import type { GetBreachAnswer, BreachList } from '@rettidig/breaches';
import { answerKinds } from '@rettidig/breaches';
import type { DutyLoweringActList, MissedReview, MissedReviewList } from '@rettidig/cases';
import { registerStates } from '@rettidig/cases';
import { DEMO_MEETING_ID } from '@rettidig/demo';
import type { AnyQuery, Language, QueryContext } from '@rettidig/event-sourcing';
import { meetingOf, type Meetings } from '@rettidig/meetings';
import { dayInWords, instantInWords, notStated, sides } from '@rettidig/vocabulary';
import type { Demand, LoweringAct, NotRaised, PageModel, RegisterRow } from './model.js';
import { askingWith, type Asking } from './asking.js';
import { loadAgendas } from './load-agendas.js';
import { loadChecks } from './load-checks.js';
import { loadMeetings } from './load-meetings.js';
import { loadPlans } from './load-plans.js';
import { loadToAssess } from './load-to-assess.js';
import { loadTryOut, type TryOutQuestion } from './load-try-out.js';
import { loadWaiting } from './load-waiting.js';
import { sourceText } from './source-text.js';
import { wordsIn } from './words.js';

/** What the address of the page asks for. */
export interface PageQuestion {
  readonly language: Language;
  /** A day before today, or null for now. */
  readonly asOf: string | null;
  readonly asOfWrong: boolean;
  readonly today: string;
  readonly tryOut: TryOutQuestion;
}

/** Rows shown before the reader is sent to the whole list. */
const MOST_ROWS = 100;

/** Everything the page shows, from the same queries as the API's. */
export async function loadPage(
  queries: ReadonlyMap<string, AnyQuery>,
  context: QueryContext,
  question: PageQuestion,
): Promise<PageModel> {
  const { language, asOf, asOfWrong, today } = question;
  const asking = askingWith(queries, context, { language, asOf: asOf ? { asOf } : {} });
  const register = await asking.ask<MissedReviewList>('ListMissedReviews', {
    ...asking.asOf,
    limit: MOST_ROWS,
    sort: 'number',
  });
  const [meetings, toAssess, waiting] = [
    await loadMeetings(asking),
    await loadToAssess(asking),
    await loadWaiting(asking, asOf ?? today),
  ];
  const isEmpty = register.total + meetings.length + toAssess.total + waiting.length === 0;
  return {
    language,
    notice: isDemo(context) ? 'demoNotice' : isEmpty ? 'emptyNotice' : 'noSignInNotice',
    ...{ asOf, asOfWrong, today },
    plans: await loadPlans(asking, new Set(waiting.map(({ number }) => number))),
    register: {
      total: register.total,
      rows: register.items.map((row) => registerRow(row, asking)),
      otherStates: otherStates(register, language),
      more: register.total - register.items.length,
    },
    toAssess,
    agendas: await loadAgendas(asking),
    notRaised: await loadNotRaised(asking),
    waiting,
    meetings,
    acts: await loadActs(asking),
    checks: await loadChecks(asking),
    tryOut: await loadTryOut(asking, question.tryOut),
  };
}

/** Whether the story was played into this data folder; real documents may have come in since. */
const isDemo = ({ reference }: QueryContext): boolean =>
  meetingOf((reference as { readonly meetings: Meetings }).meetings, DEMO_MEETING_ID) !== undefined;

function registerRow(row: MissedReview, { language }: Asking): RegisterRow {
  const missing = notStated[language];
  const say = wordsIn(language);
  const explained = row.explanations.map(({ side, text }) => `${text} (${sides[side][language]})`);
  return {
    number: row.number,
    title: row.title,
    kind: row.kindText,
    unit: `${say('unitWord')} ${row.unitName}`,
    committee: row.committeeName,
    decidedBy: row.bodyText,
    decidedOn: row.decidedOnText ?? missing,
    causes: [...(row.causeText ? [row.causeText] : []), ...explained],
    found: `${say('foundWord')} ${row.foundOnText ?? missing}; ${say('finder')}: ${row.foundByText ?? missing}`,
    since: row.since,
    sources: [...new Set(row.sources.map(({ text }) => text))],
  };
}

const otherStates = ({ facets }: MissedReviewList, language: Language) =>
  Object.entries(registerStates).flatMap(([state, text]) => {
    const count = facets['state']?.[state] ?? 0;
    return state === 'missed' || count === 0 ? [] : [{ state: text[language], count }];
  });

async function loadNotRaised(asking: Asking): Promise<NotRaised[]> {
  const list = await asking.ask<BreachList>('ListBreaches', asking.asOf);
  const matters: NotRaised[] = [];
  for (const { breachId } of list.items) {
    const matter = await asking.ask<GetBreachAnswer>('GetBreach', { id: breachId, ...asking.asOf });
    matters.push({
      on: dayInWords(matter.on),
      caseCount: matter.caseIds.length,
      committee: matter.committeeName,
      reservation: matter.reservation,
      source: sourceText(matter.source, asking.language),
      demands: matter.demands.map((demand) => demandOf(demand, asking.language)),
    });
  }
  return matters;
}

const demandOf = (demand: GetBreachAnswer['demands'][number], language: Language): Demand => ({
  number: demand.number,
  text: demand.text,
  source: sourceText(demand.source, language),
  answers: demand.answers.flatMap(({ parts }) =>
    parts.map(({ kind, text, owner }) => ({ kind: answerKinds[kind][language], text, owner })),
  ),
});

async function loadActs(asking: Asking): Promise<LoweringAct[]> {
  const list = await asking.ask<DutyLoweringActList>('ListDutyLoweringActs', { ...asking.asOf, limit: MOST_ROWS });
  const say = wordsIn(asking.language);
  return list.items.map((act) => ({
    number: act.number,
    title: act.title,
    act: act.actText,
    by: act.personName ? `${act.personName} (${act.roleText})` : act.roleText,
    reason: act.reason ?? say('notStated'),
    when: instantInWords(act.recordedAt),
  }));
}
