import type { PersonCard, Text } from '@rettidig/event-sourcing';
import { dayInWords, decidingBodies, fuzzyInWords, sides } from '@rettidig/vocabulary';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import type { FoundBy, MissCause } from '../change.events.js';
import { discussedAfterDecision, endingActs, registerStates } from '../register.words.js';
import type { EndStory, MissStory } from '../story/case-story.js';
import type { RegisterState, RowSource } from '../story/register-rows.js';
import { acts, explainedCauses, finders, missCauses, roles } from '../words.js';
import type { MissedReview } from './list-missed-reviews.answer.js';
import { idOrNull, nameOf } from './naming.js';
import type { Naming } from './naming.js';

/** A row of the register as the view holds it. */
export interface RegisterColumns {
  readonly requirement_id: string;
  readonly change_id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly unit_id: string;
  readonly committee_id: string;
  readonly role: RequiredReview['role'];
  readonly before: BeforeAct;
  readonly state: RegisterState;
  readonly cause: string;
  readonly explained: string;
  readonly body: DecidingBody;
  readonly decided: string | null;
  readonly found: string | null;
  readonly found_by: string;
  readonly days_to_found: number | null;
  readonly discussed_on: string;
  readonly acknowledged: string;
  readonly rebutted_by: string | null;
  readonly ended: string | null;
  readonly recommended_on: string | null;
  readonly past_from: string | null;
  readonly sources: string;
}

/** Whose names are needed to show these rows. */
export const endersOf = (rows: readonly RegisterColumns[]): string[] =>
  rows.flatMap(({ ended }) => (ended === null ? [] : [parsed<EndStory>(ended).personId]));

/** A row in the reader's words. */
export function itemOf(row: RegisterColumns, naming: Naming, people: ReadonlyMap<string, PersonCard>): MissedReview {
  const { say } = naming;
  const unitId = idOrNull(row.unit_id);
  const committeeId = idOrNull(row.committee_id);
  const sources = parsed<RowSource[]>(row.sources);
  return {
    requirementId: row.requirement_id,
    changeId: row.change_id,
    number: row.number,
    title: row.title,
    state: row.state,
    stateText: say(registerStates[row.state]),
    kind: row.kind,
    kindText: naming.kind(row.kind),
    unitId,
    unitName: naming.unit(unitId),
    committeeId,
    committeeName: naming.committee(committeeId),
    role: row.role,
    roleText: say(roles[row.role]),
    before: row.before,
    beforeText: say(acts[row.before]),
    body: row.body,
    bodyText: say(decidingBodies[row.body]),
    ...missOf(row, naming),
    since: sinceOf(row, naming),
    rebuttedBy: row.rebutted_by,
    endedBy: endOf(maybe<EndStory>(row.ended), naming, people),
    recommendedOn: row.recommended_on,
    pastFrom: row.past_from,
    sources: sources.map((source) => ({
      of: source.of,
      kind: source.kind,
      reference: source.reference ?? null,
      text: naming.source(source),
    })),
    constructed: sources.some(({ kind }) => kind === 'constructed'),
  };
}

type MissFields = Pick<
  MissedReview,
  | 'cause'
  | 'causeText'
  | 'decidedOn'
  | 'decidedOnText'
  | 'foundOn'
  | 'foundOnText'
  | 'foundBy'
  | 'foundByText'
  | 'daysToFound'
  | 'explanations'
  | 'discussedAfterDecisionOn'
  | 'acknowledged'
>;

function missOf(row: RegisterColumns, naming: Naming): MissFields {
  const inWords = (date: FuzzyDate | null): string | null => date && fuzzyInWords(date, naming.language);
  const cause = idOrNull(row.cause) as MissCause | null;
  const foundBy = row.found === null ? null : (row.found_by as FoundBy);
  const decidedOn = maybe<FuzzyDate>(row.decided);
  const foundOn = maybe<FuzzyDate>(row.found);
  return {
    cause,
    causeText: cause && naming.say(missCauses[cause]),
    decidedOn,
    decidedOnText: inWords(decidedOn),
    foundOn,
    foundOnText: inWords(foundOn),
    foundBy,
    foundByText: foundBy && naming.say(finders[foundBy]),
    daysToFound: row.days_to_found,
    explanations: parsed<MissStory['explanations']>(row.explained).map(({ side, causes, note }) => ({
      side,
      causes: [...causes],
      text: causes.map((one) => naming.say(explainedCauses[one])).join(', '),
      note,
    })),
    discussedAfterDecisionOn: parsed<string[]>(row.discussed_on),
    acknowledged: parsed<MissedReview['acknowledged']>(row.acknowledged),
  };
}

const SINCE = {
  acknowledged: { da: 'beklaget af', en: 'regretted by' },
  explained: { da: 'forklaring fra', en: 'explanation by' },
  recommended: { da: 'indstillet', en: 'recommended' },
  past: { da: 'planlagt dato passeret', en: 'planned date passed' },
} satisfies Record<string, Text>;

/** What became of it since, in short sentences. */
function sinceOf(row: RegisterColumns, { say }: Naming): string[] {
  const on = (text: Text, day: string): string => `${say(text)} ${dayInWords(day)}`;
  const side = (one: 'management' | 'employees'): string => say(sides[one]);
  return [
    ...parsed<string[]>(row.discussed_on).map((day) => on(discussedAfterDecision, day)),
    ...parsed<MissStory['acknowledged']>(row.acknowledged).map(
      (one) => `${say(SINCE.acknowledged)} ${side(one.side)} ${dayInWords(one.on)}`,
    ),
    ...parsed<MissStory['explanations']>(row.explained).map(
      (one) =>
        `${say(SINCE.explained)} ${side(one.side)}: ${one.causes.map((c) => say(explainedCauses[c])).join(', ')}`,
    ),
    ...(row.recommended_on ? [on(SINCE.recommended, row.recommended_on)] : []),
  ];
}

export function endOf(
  end: EndStory | null,
  { word, role }: Naming,
  people: ReadonlyMap<string, PersonCard>,
): MissedReview['endedBy'] {
  if (!end) return null;
  return {
    act: end.act,
    actText: word(endingActs, end.act),
    personId: end.personId,
    personName: nameOf(people, end.personId),
    role: role(end.role),
    reason: end.reason,
    at: end.at,
  };
}

export const parsed = <Value>(json: string): Value => JSON.parse(json) as Value;
export const maybe = <Value>(json: string | null): Value | null => (json === null ? null : parsed<Value>(json));
