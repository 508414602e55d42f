import { contextAsOf, knownVersions } from '@rettidig/cases';
import type { QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { AsOf, asOfInstant, dayOf, Id } from '@rettidig/vocabulary';
import type { Naming } from '../naming.js';
import { namingIn } from '../naming.js';
import type { DetectionReference } from '../possible-miss.checks.js';
import { POSSIBLE_MISSES_VIEW, possibleMissTable } from '../projections/possible-misses.projection.js';
import type { KeptCandidate } from '../projections/screening.projection.js';
import type { RoundOfPeriod, Screening } from '../rounds.js';
import { candidatesOf, putOffBefore, roundsOfPeriods, screeningKnown } from '../rounds.js';
import type { CandidateOrigin } from '../screening.events.js';
import type { OriginKind } from '../screening.words.js';
import { candidateOutcomes, originKinds } from '../screening.words.js';
import { roundShown } from './round.item.js';
import { ScreeningRoundDetail } from './screening.answer.js';
import type { CandidateOriginShown, CandidateShown } from './screening.answer.js';

/** So many suggestions are shown; the list of possible misses has them all. */
const MOST_SUGGESTED = 50;

export class GetScreeningRound {
  @Id({ description: 'The round.' })
  id!: string;

  @AsOf()
  asOf?: string;
}

type Context = QueryContext<DetectionReference>;

/** One round, opened or not, with what it could look at. */
export const getScreeningRound: QueryDefinition<GetScreeningRound, ScreeningRoundDetail, DetectionReference> = {
  name: 'GetScreeningRound',
  parameters: GetScreeningRound,
  answer: ScreeningRoundDetail,
  path: '/screening-rounds/{id}',
  tag: 'screening',
  summary: { da: 'Et screeningsmøde med punkter og forslag', en: 'A screening round with candidates and suggestions' },
  refusals: ['screening.round-unknown'],
  handle: ({ id, asOf }, context) => {
    const at = asOfInstant(asOf, context.now) ?? '9999';
    const then = contextAsOf(context, asOf);
    const screening = screeningKnown(context.views, at);
    const round = roundsOfPeriods(screening, dayOf(then.now)).find(({ roundId }) => roundId === id);
    if (!round) throw notFound('screening.round-unknown', { roundId: id });
    const naming = namingIn(then);
    return {
      ...roundShown(round, context.language),
      items: candidatesOf(round.round).map((candidate) => candidateShown(candidate, naming)),
      ...suggestions(round, screening, { at, context: then, naming }),
    };
  },
};

const candidateShown = ({ candidateId, title, origin, unitId, assessment, earlier }: KeptCandidate, naming: Naming) =>
  ({
    candidateId,
    title,
    origin: originShown(origin, naming),
    unitId: unitId ?? null,
    unitName: naming.unit(unitId ?? null),
    ...(assessment ? assessmentShown(assessment, naming) : notAssessed),
    earlier: earlier.map(({ outcome, why, role, at }) => ({
      ...{ outcome, why, at },
      outcomeText: naming.say(candidateOutcomes[outcome]),
      saidBy: naming.role(role),
    })),
  }) satisfies CandidateShown;

const notAssessed = {
  outcome: null,
  outcomeText: null,
  committeeId: null,
  committeeName: null,
  by: null,
  why: null,
  who: null,
  caseId: null,
};

const assessmentShown = (
  { outcome, committeeId, by, why, who, caseId }: NonNullable<KeptCandidate['assessment']>,
  naming: Naming,
) => ({
  outcome,
  outcomeText: naming.say(candidateOutcomes[outcome]),
  committeeId: committeeId ?? null,
  committeeName: committeeId ? naming.committee(committeeId) : null,
  by: by ?? null,
  why,
  who: who ?? null,
  caseId: caseId ?? null,
});

function originShown(origin: CandidateOrigin, { say }: Naming): CandidateOriginShown {
  const shown = (kind: OriginKind, id: string | null, roundId: string | null = null): CandidateOriginShown => ({
    kind,
    kindText: say(originKinds[kind]),
    id,
    roundId,
  });
  if ('possibleMissId' in origin) return shown('possibleMiss', origin.possibleMissId);
  if ('caseId' in origin) return shown('case', origin.caseId);
  if ('candidateId' in origin) return shown('earlierRound', origin.candidateId, origin.roundId);
  return shown('manager', null);
}

interface Asking {
  readonly at: string;
  readonly context: Context;
  readonly naming: Naming;
}

/** What was put off comes by itself; a closed round is asked nothing more. */
function suggestions(
  round: RoundOfPeriod,
  screening: Screening,
  { at, context, naming }: Asking,
): Pick<ScreeningRoundDetail, 'suggested' | 'suggestedTotal'> {
  if (round.state === 'held') return { suggested: [], suggestedTotal: 0 };
  const putOff = putOffBefore(round.period, round.forum.id, screening).map(({ roundId, candidate }) => ({
    title: candidate.title,
    origin: originShown({ roundId, candidateId: candidate.candidateId }, naming),
  }));
  const onRound = candidatesOf(round.round).flatMap(({ origin }) =>
    'possibleMissId' in origin ? [origin.possibleMissId] : [],
  );
  const open = context.views
    .view(POSSIBLE_MISSES_VIEW)
    .all<OpenRow>(OPEN, { at, onRound: JSON.stringify(onRound), most: MOST_SUGGESTED });
  const asked = open.map(({ id, title }) => ({ title, origin: originShown({ possibleMissId: id }, naming) }));
  return {
    suggested: [...putOff, ...asked].slice(0, MOST_SUGGESTED),
    suggestedTotal: putOff.length + (open[0]?.total ?? 0),
  };
}

interface OpenRow {
  readonly id: string;
  readonly title: string;
  readonly total: number;
}

/** The newest possible misses that wait for somebody and are not on the round, with how many there are. */
const OPEN = `select id, title, count(*) over () as total
  from (${knownVersions(possibleMissTable, 'id, title, recorded_at', "state in ('open', 'halfDismissed')")})
  where id not in (select value from json_each(:onRound)) order by recorded_at desc, id limit :most`;
