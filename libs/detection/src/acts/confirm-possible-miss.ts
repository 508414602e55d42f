import { Discovered, NumberElsewhere, PlannedPoint, WhoDecides } from '@rettidig/cases';
import type { Act, ActRequest, ActTools, QueryContext, Receipt } from '@rettidig/event-sourcing';
import { idOf, notFound, Refused, uuidv5 } from '@rettidig/event-sourcing';
import type { FactAnswer } from '@rettidig/rules';
import type { DecidingBody, FuzzyDate } from '@rettidig/vocabulary';
import {
  decidingBodies,
  Dictionary,
  FreeText,
  Id,
  ListOf,
  One,
  OneOf,
  Pattern,
  SourceOfFact,
  UncertainDay,
} from '@rettidig/vocabulary';
import { caseFrom, numbersOfItem } from '../possible-miss.case.js';
import type { SaidOfCase } from '../possible-miss.case.js';
import type { PossibleMissEvent } from '../possible-miss.events.js';
import type { PossibleMissStory } from '../possible-miss.story.js';
import { storyOf } from '../possible-miss.story.js';
import type { PoliticalAgendaEvent } from '../political-agenda.events.js';

const outcomes = ['approved', 'rejected', 'postponed'] as const;

/** It has been decided already. What is left out is what the possible miss says. */
export class DecisionOfPossibleMiss {
  @OneOf(decidingBodies, { description: 'Who decided; what is known when left out.', optional: true })
  body?: DecidingBody;

  @UncertainDay({ description: 'When; what is known when left out.', optional: true })
  when?: FuzzyDate;

  @OneOf(outcomes, { description: 'What it came to. A postponed change was not decided.', example: 'approved' })
  outcome!: (typeof outcomes)[number];
}

/** It is a case: registered with what is known of it, unless somebody says otherwise here. */
export class ConfirmPossibleMiss {
  @Id({ description: 'The possible miss.' })
  id!: string;

  @FreeText({ description: 'Title of the case; the title that is known when left out.', max: 200, optional: true })
  title?: string;

  @FreeText({ description: 'More about it.', max: 5000, multiline: true, optional: true })
  description?: string;

  @Pattern(/^[a-z][A-Za-z0-9]{0,63}$/, {
    description: 'The kind of change; the likeliest of the suspicion, else `other`, when left out.',
    example: 'serviceMoved',
    optional: true,
  })
  kind?: string;

  @Dictionary(
    {},
    {
      description: 'Answers to the questions of the rule set, by question. What is left out is unknown.',
      example: { affectsStaff: 'yes' },
      optional: true,
    },
  )
  facts?: Record<string, FactAnswer>;

  @Id({ description: 'The unit that it hits. Null: not stated.', nullable: true, optional: true })
  unitId?: string | null;

  @One(() => WhoDecides, { description: 'Who decides.', optional: true })
  decider?: WhoDecides;

  @Id({ description: 'Whose case it is, as for `RegisterChange`.', nullable: true, optional: true })
  ownerId?: string | null;

  @ListOf(() => NumberElsewhere, {
    description: 'Its numbers in other systems; those of the agenda when left out.',
    max: 20,
    optional: true,
  })
  externalNumbers?: NumberElsewhere[];

  @ListOf(() => PlannedPoint, {
    description: 'What is planned; the body and day that are known when left out.',
    max: 20,
    optional: true,
  })
  decisionPoints?: PlannedPoint[];

  @One(() => DecisionOfPossibleMiss, { description: 'Given when it has been decided already.', optional: true })
  alreadyDecided?: DecisionOfPossibleMiss;

  @One(() => Discovered, { description: 'How it came to light that it was decided.', optional: true })
  found?: Discovered;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

/** The case that it became. */
export class ConfirmedPossibleMiss {
  @Id({ description: 'The case.' })
  changeId!: string;

  @Id({ description: 'The possible miss that it was.' })
  possibleMissId!: string;

  @Pattern(/^\d+$/, { description: 'Send it as If-Match with a change of the case, in quotes.', example: '1' })
  etag!: string;

  @Pattern(/^\w+$/, { description: 'Send it as `Consistent-With` to see the case in a list.', example: '00000042' })
  position!: string;
}

export const confirmPossibleMiss: Act<ConfirmPossibleMiss, ConfirmedPossibleMiss> = {
  name: 'ConfirmPossibleMiss',
  message: ConfirmPossibleMiss,
  path: '/possible-misses/{id}/confirmation',
  tag: 'possible-misses',
  summary: {
    da: 'Registrér en mulig overset sag som sag, med det, der vides',
    en: 'Register a possible miss as a case, with what is known',
  },
  refusals: [
    'possibleMiss.unknown',
    'possibleMiss.confirmed',
    'possibleMiss.dismissed',
    'change.in-the-future',
    'change.unit-unknown',
    'rules.kind-unknown',
    'rules.fact-unknown',
    'rules.answer-not-allowed',
  ],
  answer: ConfirmedPossibleMiss,
  act: async ({ id, ...said }, tools, request) => {
    const { readStream } = tools.engine.queryContext(request.actor, request.language);
    const story = storyOf(await readStream<PossibleMissEvent>(`possibleMiss-${id}`));
    if (!story) throw notFound('possibleMiss.unknown');
    mustBeOpen(id, story);
    const numbers = await numbersOf(story, readStream);
    const { etag, subjectId, position } = await register(id, caseFrom(id, story, given(said), numbers), tools, request);
    return { changeId: subjectId, possibleMissId: id, etag: etag.replaceAll('"', ''), position };
  },
};

/** The command that registers it follows from the possible miss alone: two people make one case, never two. */
const commandOf = (possibleMissId: string): string => idOf('confirm', possibleMissId);

/** The case that this act made may be there: the same request again gets the same answer. */
function mustBeOpen(id: string, { state, caseIds }: PossibleMissStory): void {
  if (state === 'dismissed') throw new Refused('possibleMiss.dismissed');
  const own = uuidv5(commandOf(id), 'stream');
  if (caseIds.some((caseId) => caseId !== own)) throw new Refused('possibleMiss.confirmed', { caseIds });
}

async function numbersOf({ suspicion }: PossibleMissStory, readStream: QueryContext['readStream']) {
  if (!suspicion) return [];
  const agenda = await readStream<PoliticalAgendaEvent>(`politicalAgenda-${suspicion.agendaId}`);
  return numbersOfItem(agenda, suspicion.itemId);
}

async function register(id: string, message: object, { engine }: ActTools, request: ActRequest): Promise<Receipt> {
  const { actor, correlationId } = request;
  const command = { command: 'RegisterChange', message, actor, commandId: commandOf(id), correlationId };
  try {
    return await engine.dispatch({ ...command, byPerson: true });
  } catch (error) {
    // Somebody else was faster, and said something else.
    if (error instanceof Refused && error.code === 'command.key-reused') throw new Refused('possibleMiss.confirmed');
    throw error;
  }
}

/** Without what was not said. */
const given = (said: Omit<ConfirmPossibleMiss, 'id'>): SaidOfCase =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
