import type { Actor, EventOf, Instant, RecordedEvent } from '@rettidig/event-sourcing';
import type { DecidingBody, FuzzyDate, Source } from '@rettidig/vocabulary';
import type { PossibleMissEvent, PossibleMissReported, UnregisteredChangeSuspected } from './possible-miss.events.js';
import type { PossibleMissOrigin, PossibleMissState } from './possible-miss.words.js';

/** Who did something about it, and when that was recorded. */
interface Deed {
  readonly by: Actor;
  readonly at: Instant;
}

type Dismissal = Deed & { readonly office: 'chair' | 'deputyChair'; readonly reason: string };
type Recheck = Deed & { readonly drawing: string | null; readonly stands: boolean; readonly reason: string };
type Suspected = UnregisteredChangeSuspected['data'];

/** Everything that is known of a possible miss, with its texts: what lists and details show. */
export interface PossibleMissStory {
  readonly origin: PossibleMissOrigin;
  readonly title: string;
  readonly whatIsKnown: string | null;
  readonly unitId: string | null;
  readonly body: DecidingBody;
  readonly when: FuzzyDate;
  readonly meetingId: string | null;
  readonly itemId: string | null;
  readonly source: Source | null;
  readonly suspicion: Suspected | null;
  readonly first: Deed;
  /** What stands of what the two chairs said; lapsed words are in the log. */
  readonly dismissals: readonly Dismissal[];
  readonly state: PossibleMissState;
  readonly caseIds: readonly string[];
  /** Those of them that owe or owed MED something. */
  readonly withDuty: readonly string[];
  readonly rechecks: readonly Recheck[];
}

type Step<E extends PossibleMissEvent> = (
  story: PossibleMissStory | undefined,
  event: RecordedEvent<E>,
) => PossibleMissStory | undefined;

const later =
  <E extends PossibleMissEvent>(
    change: (story: PossibleMissStory, event: RecordedEvent<E>) => Partial<PossibleMissStory>,
  ): Step<E> =>
  (story, event) =>
    story && { ...story, ...change(story, event) };

const steps: { readonly [Type in PossibleMissEvent['type']]: Step<EventOf<PossibleMissEvent, Type>> } = {
  PossibleMissReported: (_none, event) => reported(event),
  UnregisteredChangeSuspected: (story, event) => suspected(story, event),
  PossibleMissConfirmed: later((story, { data: { caseId, hasDuty = true } }) => ({
    caseIds: [...story.caseIds, caseId],
    ...(hasDuty && dutyIn(story, caseId)),
  })),
  ConfirmedCaseReassessed: later((story, { data: { caseId, hasDuty } }) =>
    hasDuty ? dutyIn(story, caseId) : dutyGone(story, caseId),
  ),
  PossibleMissDismissed: later((story, { data: { office, byBoth, reason }, meta }) => ({
    state: byBoth ? 'dismissed' : 'halfDismissed',
    dismissals: [...story.dismissals.filter((one) => one.office !== office), { office, reason, ...deedOf(meta) }],
  })),
  PossibleMissReopened: later(() => ({ state: 'open', dismissals: [] })),
  DismissalRechecked: later((story, { data: { drawing = null, stands, reason }, meta }) => ({
    rechecks: [...story.rechecks, { drawing, stands, reason, ...deedOf(meta) }],
  })),
};

const dutyIn = (story: PossibleMissStory, caseId: string): Partial<PossibleMissStory> => ({
  state: 'confirmed',
  withDuty: [...story.withDuty, caseId],
  dismissals: [],
});

function dutyGone(story: PossibleMissStory, caseId: string): Partial<PossibleMissStory> {
  const withDuty = story.withDuty.filter((one) => one !== caseId);
  return { withDuty, ...(story.state === 'confirmed' && withDuty.length === 0 && { state: 'open' }) };
}

/** The types of events that tell of a possible miss. */
export const toldTypes = Object.keys(steps) as PossibleMissEvent['type'][];

/** Goes on with the story by one event; types that it does not know leave it as it is. */
export function tell(story: PossibleMissStory | undefined, event: RecordedEvent): PossibleMissStory | undefined {
  const step = steps[event.type as PossibleMissEvent['type']] as Step<PossibleMissEvent> | undefined;
  return step ? step(story, event as RecordedEvent<PossibleMissEvent>) : story;
}

/** The whole story; undefined where nobody asked. */
export const storyOf = (events: readonly RecordedEvent[]): PossibleMissStory | undefined =>
  events.reduce<PossibleMissStory | undefined>(tell, undefined);

const deedOf = ({ actor, recordedAt }: RecordedEvent['meta']): Deed => ({ by: actor, at: recordedAt });

const nothing = { dismissals: [], state: 'open', caseIds: [], withDuty: [], rechecks: [] } as const;

const reported = ({ data, meta }: RecordedEvent<PossibleMissReported>): PossibleMissStory => ({
  ...nothing,
  origin: 'reported',
  title: data.title,
  whatIsKnown: data.whatIsKnown ?? null,
  unitId: data.unitId ?? null,
  body: data.decider ?? 'notStated',
  when: data.when ?? { notStated: true },
  meetingId: data.meetingId ?? null,
  itemId: data.itemId ?? null,
  source: data.source ?? null,
  suspicion: null,
  first: deedOf(meta),
});

/** Another wording takes the place of the one before; what one chair said of that lapses, like in the decision. */
function suspected(
  story: PossibleMissStory | undefined,
  { data, meta }: RecordedEvent<UnregisteredChangeSuspected>,
): PossibleMissStory {
  const wording = { title: data.title, body: data.body, when: { on: data.on }, suspicion: data };
  if (!story) {
    const unknown = { whatIsKnown: null, unitId: null, meetingId: null, itemId: null, source: null };
    return { ...nothing, ...unknown, origin: 'suspected', first: deedOf(meta), ...wording };
  }
  const isReworded = story.suspicion?.fingerprint !== data.fingerprint;
  const lapses = story.state === 'halfDismissed' && isReworded;
  return { ...story, ...wording, ...(lapses && { state: 'open', dismissals: [] }) };
}
