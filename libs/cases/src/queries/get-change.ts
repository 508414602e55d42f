import type { PersonCard, QueryContext, QueryDefinition, RecordedEvent } from '@rettidig/event-sourcing';
import { notFound, TryLater } from '@rettidig/event-sourcing';
import { discussedInGroups, type DiscussedInGroup } from '@rettidig/organisation';
import { AsOf, asOfInstant, dayOf, decidingBodies, fuzzyInWords, Id } from '@rettidig/vocabulary';
import type { ChangeEvent } from '../change.events.js';
import { tellHistory } from '../history.js';
import { CASES_VIEW, numberOf } from '../projections/cases.js';
import { caseStatuses, relevances } from '../register.words.js';
import { noStory, statusOf } from '../story/case-story.js';
import type { CaseStory } from '../story/case-story.js';
import { tell } from '../story/tell.js';
import { caseStatusOf, waitingOf } from '../story/waiting.js';
import { finders } from '../words.js';
import { ChangeDetail } from './get-change.answer.js';
import type { HistoryEntry } from './change-parts.answer.js';
import {
  decisionsOf,
  disputesOf,
  followUpsOf,
  missingOf,
  pointsOf,
  requirementsOf,
  reviewsOf,
  scopeShown,
} from './change-parts.js';
import { explanationOf, questionText } from './explanation.js';
import { alignmentsOf } from './alignments-shown.js';
import { casePlans } from './case-plans.js';
import { contextAsOf, nameOf, namingOf } from './naming.js';
import type { Naming } from './naming.js';
import { alterationsShown, linksOf, papersOf } from './papers-shown.js';
import { readingsOf } from './readings-shown.js';
import { waitingInWords } from './waiting.words.js';
import { groupTalksOf, type CaseReference } from './working-groups-shown.js';

export class GetChange {
  @Id({ description: 'The case.' })
  id!: string;

  @AsOf()
  asOf?: string;
}

type Context = QueryContext<CaseReference>;
type Recorded = RecordedEvent<ChangeEvent>;

/** One case, folded from its own stream: always as new as the log, and as of any moment. */
export const getChange: QueryDefinition<GetChange, ChangeDetail, CaseReference> = {
  name: 'GetChange',
  parameters: GetChange,
  answer: ChangeDetail,
  path: '/changes/{id}',
  tag: 'changes',
  summary: { da: 'En sag med alt, hvad der vides om den', en: 'A case with everything that is known of it' },
  refusals: ['change.unknown'],
  handle: async ({ id, asOf }, context) => {
    const events = await context.readStream<ChangeEvent>(`change-${id}`, asOfInstant(asOf, context.now));
    if (events.length === 0) throw notFound('change.unknown');
    const number = numberOf(context.views.view(CASES_VIEW), id);
    // The number is given by the view; a case that was registered this instant has none yet.
    if (number === undefined) throw new TryLater('view-behind', 1, { view: CASES_VIEW });
    const story = events.reduce<CaseStory>(tell, noStory);
    const people = await context.people(peopleIn(story, events));
    const at = asOfInstant(asOf, context.now);
    const talks = discussedInGroups(context.reference.workingGroups, id, { views: context.views, at });
    const isNow = at === undefined;
    return detailOf({ id, number, story, events, people, talks, isNow }, contextAsOf(context, asOf));
  },
};

interface Case {
  readonly id: string;
  readonly number: string;
  readonly story: CaseStory;
  readonly events: readonly Recorded[];
  readonly people: ReadonlyMap<string, PersonCard>;
  readonly talks: readonly DiscussedInGroup[];
  /** Not as of an earlier moment. */
  readonly isNow: boolean;
}

function peopleIn(story: CaseStory, events: readonly Recorded[]): string[] {
  const actors = events.map(({ meta }) => meta.actor.id);
  return [...new Set([...actors, ...(story.ownerId ? [story.ownerId] : [])])];
}

function detailOf({ id, number, story, events, people, talks, isNow }: Case, context: Context): ChangeDetail {
  const { reference, language } = context;
  const today = dayOf(context.now);
  const naming = namingOf(reference, language, today);
  const question = questionText(reference, language, today);
  const plans = casePlans(events, { reference, naming, today, isNow });
  const status = caseStatusOf(story);
  return {
    changeId: id,
    etag: `"${events.filter(({ meta }) => meta.byPerson).length}"`,
    number,
    ...factsOf(story, naming),
    ownerId: story.ownerId,
    ownerName: nameOf(people, story.ownerId),
    status,
    statusText: naming.say(caseStatuses[status]),
    relevance: story.relevance,
    relevanceText: naming.say(relevances[story.relevance]),
    requirements: requirementsOf(story, naming, people).map((one) => ({
      ...one,
      plan: plans.get(one.requirementId) ?? null,
    })),
    missed: Object.values(story.requirements).filter((one) => statusOf(one) === 'missed').length,
    missing: missingOf(story, naming, question),
    waitsFor: waitingOf(story).map((one) => waitingInWords(one, naming, question)),
    explanation: explanationOf(events, context),
    decisionPoints: pointsOf(story, naming),
    readings: readingsOf(story, naming, { ruleBook: reference.ruleBook, today }),
    decisions: decisionsOf(story, naming),
    reviews: reviewsOf(story, naming),
    alignments: alignmentsOf(story, naming),
    papers: papersOf(story, naming),
    alterations: alterationsShown(story, naming),
    links: linksOf(story, naming, (other) => numberOf(context.views.view(CASES_VIEW), other)),
    workingGroups: groupTalksOf(talks, story, naming),
    followUps: followUpsOf(story, naming),
    disputes: disputesOf(story, naming),
    history: events.flatMap((event) => entryOf(event, naming, people)),
  };
}

function factsOf(story: CaseStory, naming: Naming) {
  const { say, language } = naming;
  const { body, managerUnitId } = story.decider;
  return {
    title: story.title,
    description: story.description,
    kind: story.kind,
    kindText: naming.kind(story.kind),
    unitId: story.unitId,
    unitName: naming.unit(story.unitId),
    decider: {
      body,
      bodyText: say(decidingBodies[body]),
      managerUnitId,
      managerUnitName: naming.unit(managerUnitId),
    },
    decisionScope: scopeShown(story, naming),
    externalNumbers: story.externalNumbers.map(({ system, value }) => ({ system, value })),
    found: story.found && {
      ...story.found,
      onText: fuzzyInWords(story.found.on, language),
      byText: say(finders[story.found.by]),
    },
    source: story.source,
    sourceText: story.source && naming.source(story.source),
  };
}

/** An event that this version does not know has no sentence, and is left out. */
function entryOf(event: Recorded, naming: Naming, people: ReadonlyMap<string, PersonCard>): HistoryEntry[] {
  const { committeeInText: committee, unit, kindIn } = naming;
  const told = tellHistory(event, { committee, unit, kind: kindIn });
  if (!told) return [];
  const { actor, recordedAt, byPerson } = event.meta;
  const role = naming.role(actor.role);
  const name = nameOf(people, actor.id);
  return [
    {
      type: event.type,
      sentence: naming.say(told.sentence),
      happenedOn: told.on ?? null,
      recordedAt,
      role,
      by: name ? `${role} (${name})` : role,
      byPerson,
    },
  ];
}
