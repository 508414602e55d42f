import type { Discovered, EarlierDecision, PlannedPoint, RegisterChange, WhoDecides } from '@rettidig/cases';
import type { RecordedEvent } from '@rettidig/event-sourcing';
import type { FactAnswer } from '@rettidig/rules';
import { OTHER_KIND } from '@rettidig/rules';
import type { DecidingBody, ExternalNumber, FuzzyDate, Source } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { PoliticalAgendaEvent, PoliticalAgendaImported } from './political-agenda.events.js';
import type { PossibleMissStory } from './possible-miss.story.js';

/** What somebody says who makes a case of a possible miss; the rest is taken from what is known. */
export interface SaidOfCase {
  readonly title?: string;
  readonly description?: string;
  readonly kind?: string;
  readonly facts?: Record<string, FactAnswer>;
  readonly unitId?: string | null;
  readonly decider?: WhoDecides;
  readonly ownerId?: string | null;
  readonly externalNumbers?: readonly ExternalNumber[];
  readonly decisionPoints?: readonly PlannedPoint[];
  /** Where body or day are left out, what is known of them. */
  readonly alreadyDecided?: Pick<EarlierDecision, 'outcome'> & Partial<EarlierDecision>;
  readonly found?: Discovered;
  readonly source?: Source;
}

/** Which side found it, by the role of whoever asked first. A suspicion was found by nobody's side. */
const finderOf: Readonly<Record<string, Discovered['by']>> = {
  deputyChair: 'employeeSide',
  employeeRep: 'employeeSide',
  secretariat: 'secretariat',
};

/** The case that a possible miss becomes: what was said, else what is known. */
export function caseFrom(
  possibleMissId: string,
  story: PossibleMissStory,
  said: SaidOfCase,
  numbers: readonly ExternalNumber[],
): RegisterChange {
  const { alreadyDecided, ...stated } = said;
  const decision = alreadyDecided && { body: story.body, when: story.when, ...alreadyDecided };
  const source = said.source ?? sourceOf(story);
  return {
    title: story.title.slice(0, 200),
    kind: likeliestKind(story),
    decider: { body: story.body },
    externalNumbers: [...numbers],
    ...(story.whatIsKnown !== null && { description: story.whatIsKnown }),
    ...(story.unitId !== null && { unitId: story.unitId }),
    ...(decision
      ? { alreadyDecided: decision, found: foundBy(story) }
      : { decisionPoints: plannedPoints(story.body, story.when, source) }),
    ...(source && { source }),
    ...(stated as Partial<RegisterChange>),
    origin: { possibleMissId },
  };
}

function likeliestKind({ suspicion }: PossibleMissStory): string {
  const [best] = [...(suspicion?.kinds ?? [])].sort((one, other) => other.score - one.score);
  return best?.kind ?? OTHER_KIND;
}

/** The day of the agenda is the day on which it is to be decided; nothing is planned where neither is known. */
function plannedPoints(body: DecidingBody, when: FuzzyDate, source: Source | null): PlannedPoint[] {
  if (body === 'notStated' && 'notStated' in when) return [];
  return [{ kind: 'decision', body, when, ...(source && { source }) }];
}

const sourceOf = ({ source, suspicion }: PossibleMissStory): Source | null =>
  source ?? (suspicion ? { kind: 'agenda' } : null);

const foundBy = ({ first, origin }: PossibleMissStory): Discovered => ({
  on: { on: dayOf(first.at) },
  by: origin === 'reported' ? (finderOf[first.by.role] ?? 'notStated') : 'notStated',
});

/** The numbers of an item in other systems, as its agenda last had them. */
export function numbersOfItem(
  agenda: readonly RecordedEvent<PoliticalAgendaEvent>[],
  itemId: string,
): ExternalNumber[] {
  const items = agenda
    .filter(({ type }) => type === 'PoliticalAgendaImported')
    .flatMap(({ data }) => itemsOf(data as PoliticalAgendaImported['data']));
  return [...(items.findLast((item) => item.itemId === itemId)?.externalNumbers ?? [])];
}

const itemsOf = ({ added, changed }: PoliticalAgendaImported['data']) => [...added, ...changed];
