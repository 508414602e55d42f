import type { EventOf, RecordedEvent } from '@rettidig/event-sourcing';
import { subjectOf } from '@rettidig/event-sourcing';
import type { BreachEvent } from '../breach.events.js';
import { gapsIn, weightOf } from '../words.js';
import type { DemandAnswerShown, DemandCountsShown, DemandShown, GetBreachAnswer } from './get-breach.answer.js';

type Recorded = RecordedEvent<BreachEvent>;
type Raised = EventOf<BreachEvent, 'DemandRaised'>['data'];
type Answered = EventOf<BreachEvent, 'DemandAnswered'>['data'];

/** All events of one type, in order. */
const ofType = <Type extends BreachEvent['type']>(events: readonly Recorded[], type: Type) =>
  events.filter((event) => event.type === type) as unknown as readonly RecordedEvent<EventOf<BreachEvent, Type>>[];

/** Everything about it from its own events with their texts opened; undefined when there is none. */
export function breachDetail(
  events: readonly Recorded[],
  committeeName: (committeeId: string) => string,
): GetBreachAnswer | undefined {
  const [notRaised] = ofType(events, 'BreachNotRaised');
  const [tabled] = ofType(events, 'DemandsTabled');
  const first = notRaised ?? tabled;
  if (!first) return undefined;
  const { committeeId, on, meetingId, itemId, source } = first.data;
  const answers = ofType(events, 'DemandAnswered').map(({ data }) => data);
  const demands = ofType(events, 'DemandRaised')
    .map(({ data }) => demandShown(data, answers))
    .sort((one, other) => one.number - other.number);
  return {
    breachId: subjectOf(first.stream),
    committeeId,
    committeeName: committeeName(committeeId),
    on,
    notRaised: notRaised !== undefined,
    caseIds: [...(notRaised?.data.caseIds ?? [])],
    reservesLaterCases: notRaised?.data.reservesLaterCases ?? null,
    reservation: notRaised?.data.reservation ?? null,
    meetingId: meetingId ?? null,
    itemId: itemId ?? null,
    source: source ?? null,
    demands,
    counts: countsOf(demands),
  };
}

const demandShown = ({ source, ...demand }: Raised, answers: readonly Answered[]): DemandShown => ({
  ...demand,
  source: source ?? null,
  answers: answers
    .filter((answer) => answer.demandId === demand.demandId)
    .map(answerShown)
    .sort((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on))),
});

const answerShown = ({ on, parts, source }: Answered): DemandAnswerShown => ({
  on,
  parts: parts.map((part) => ({
    kind: part.kind,
    weight: weightOf(part.kind),
    text: part.text,
    owner: part.owner ?? null,
    due: part.due ?? null,
    missing: gapsIn(part),
  })),
  source: source ?? null,
});

function countsOf(demands: readonly DemandShown[]): DemandCountsShown {
  const partsOf = (demand: DemandShown) => demand.answers.flatMap((answer) => answer.parts);
  const parts = demands.flatMap(partsOf);
  return {
    demands: demands.length,
    unanswered: demands.filter((demand) => demand.answers.length === 0).length,
    agreed: demands.filter((demand) => partsOf(demand).some((part) => part.weight === 'agreed')).length,
    byKind: tally(parts.map((part) => part.kind)),
    byWeight: tally(parts.map((part) => part.weight)),
  };
}

const tally = (values: readonly string[]): Record<string, number> =>
  values.reduce<Record<string, number>>((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {});
