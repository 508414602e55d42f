import type { PersonCard, QueryContext, QueryDefinition, RecordedEvent } from '@rettidig/event-sourcing';
import { etagOf, notFound } from '@rettidig/event-sourcing';
import { contextAsOf } from '@rettidig/cases';
import { AsOf, asOfInstant, dayOf, decidingBodies, fuzzyInWords, Id } from '@rettidig/vocabulary';
import type { Naming } from '../naming.js';
import { nameOf, namingIn } from '../naming.js';
import type { DetectionReference } from '../possible-miss.checks.js';
import type { PossibleMissEvent } from '../possible-miss.events.js';
import { sentenceOf } from '../possible-miss.history.js';
import type { PossibleMissStory } from '../possible-miss.story.js';
import { storyOf } from '../possible-miss.story.js';
import type { NextStep } from '../possible-miss.words.js';
import { nextSteps, possibleMissOrigins, stateWords } from '../possible-miss.words.js';
import { PossibleMissDetail } from './get-possible-miss.answer.js';
import type { NextStepShown, SuspicionShown } from './get-possible-miss.answer.js';

export class GetPossibleMiss {
  @Id({ description: 'The possible miss.' })
  id!: string;

  @AsOf()
  asOf?: string;
}

type Recorded = RecordedEvent<PossibleMissEvent>;
type Actor = Recorded['meta']['actor'];

/** One possible miss, folded from its own stream: always as new as the log. */
export const getPossibleMiss: QueryDefinition<GetPossibleMiss, PossibleMissDetail, DetectionReference> = {
  name: 'GetPossibleMiss',
  parameters: GetPossibleMiss,
  answer: PossibleMissDetail,
  path: '/possible-misses/{id}',
  tag: 'possible-misses',
  summary: {
    da: 'Noget til vurdering med alt, hvad der vides om det',
    en: 'Something to be assessed, with everything that is known of it',
  },
  refusals: ['possibleMiss.unknown'],
  handle: async ({ id, asOf }, context) => {
    const events = await context.readStream<PossibleMissEvent>(`possibleMiss-${id}`, asOfInstant(asOf, context.now));
    const story = storyOf(events);
    if (!story) throw notFound('possibleMiss.unknown');
    const people = await context.people([...new Set(events.map((event) => doerOf(event).id))]);
    return detailOf(id, { story, events, people }, contextAsOf(context, asOf));
  },
};

/** Who did it: of what is mirrored from a case, the person who did it to the case. */
const doerOf = ({ data, meta }: Recorded): Actor =>
  'by' in data && data.by ? { id: data.by.personId, role: data.by.role } : meta.actor;

interface Told {
  readonly story: PossibleMissStory;
  readonly events: readonly Recorded[];
  readonly people: ReadonlyMap<string, PersonCard>;
}

function detailOf(id: string, told: Told, context: QueryContext<DetectionReference>): PossibleMissDetail {
  const { story, events, people } = told;
  const naming = namingIn(context);
  const by = (actor: Actor): string => {
    const name = nameOf(people, actor.id);
    return name ? `${naming.role(actor.role)} (${name})` : naming.role(actor.role);
  };
  const { first } = story;
  return {
    possibleMissId: id,
    etag: etagOf(events),
    ...factsOf(story, naming),
    suspicion: story.suspicion && suspicionOf(story.suspicion, naming),
    recordedAt: first.at,
    recordedOn: dayOf(first.at),
    recordedBy: by(first.by),
    dismissals: story.dismissals.map((one) => ({ office: one.office, reason: one.reason, at: one.at, by: by(one.by) })),
    rechecks: story.rechecks.map((one) => ({ ...one, by: by(one.by) })),
    caseIds: [...story.caseIds],
    history: events.map((event) => ({
      type: event.type,
      sentence: naming.say(sentenceOf(event)),
      recordedAt: event.meta.recordedAt,
      by: by(doerOf(event)),
    })),
    next: nextOf(id, story, naming),
  };
}

function factsOf(story: PossibleMissStory, naming: Naming) {
  const { title, whatIsKnown, state, origin, body, when, unitId, meetingId, itemId, source } = story;
  return {
    title,
    whatIsKnown,
    state,
    stateText: naming.say(stateWords(state, story.caseIds)),
    origin,
    originText: naming.say(possibleMissOrigins[origin]),
    body,
    bodyText: naming.word(decidingBodies, body),
    when,
    whenText: fuzzyInWords(when, naming.language),
    unitId,
    unitName: naming.unit(unitId),
    meetingId,
    itemId,
    source,
    sourceText: source && naming.source(source),
  };
}

const inPercent = (score: number): number => Math.round(score * 100);

const suspicionOf = (suspicion: NonNullable<PossibleMissStory['suspicion']>, naming: Naming): SuspicionShown => ({
  agendaId: suspicion.agendaId,
  itemId: suspicion.itemId,
  score: inPercent(suspicion.score),
  kinds: [...suspicion.kinds]
    .sort((one, other) => other.score - one.score)
    .map(({ kind, score }) => ({ kind, kindText: naming.kind(kind), score: inPercent(score) })),
  hits: suspicion.hits.map(({ word, listId }) => ({ word, listId })),
  listsVersion: suspicion.listsVersion,
});

/** What its state leaves to be done, and where more is seen. */
function nextOf(id: string, { state, caseIds, suspicion, meetingId }: PossibleMissStory, { say }: Naming) {
  const here = `/api/v1/possible-misses/${id}`;
  const step = (name: NextStep, method: 'GET' | 'POST', href: string): NextStepShown => ({
    step: name,
    text: say(nextSteps[name]),
    method,
    href,
  });
  const isOpen = state === 'open' || state === 'halfDismissed';
  return [
    ...(isOpen && caseIds.length === 0 ? [step('confirm', 'POST', `${here}/confirmation`)] : []),
    ...(isOpen ? [step('dismiss', 'POST', `${here}/dismissal`)] : []),
    ...(state === 'dismissed' ? [step('recheck', 'POST', `${here}/recheck`)] : []),
    ...caseIds.map((caseId) => step('seeCase', 'GET', `/api/v1/changes/${caseId}`)),
    ...(suspicion ? [step('seeAgenda', 'GET', `/api/v1/political-agendas/${suspicion.agendaId}`)] : []),
    ...(meetingId ? [step('seeMeeting', 'GET', `/api/v1/meetings/${meetingId}`)] : []),
  ];
}
