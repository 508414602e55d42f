import { foldText, idOf, impossible, Refused } from '@rettidig/event-sourcing';
import { FreeText, Id, One } from '@rettidig/vocabulary';
import type { CandidateOrigin } from '../screening.events.js';
import type { ScreeningCommand } from '../screening.checks.js';
import { knownUnit, onForum, openRound } from '../screening.checks.js';

/** Where a candidate comes from, when it was not brought up at the meeting. */
export class OriginOfCandidate {
  @Id({ description: 'A possible miss.', optional: true })
  possibleMissId?: string;

  @Id({ description: 'An earlier round of any forum, with `candidateId`.', optional: true })
  roundId?: string;

  @Id({ description: 'The candidate of that round.', optional: true })
  candidateId?: string;

  @Id({ description: 'A case.', optional: true })
  caseId?: string;
}

/** Something that the meeting shall look at: shall it go to MED? */
export class AddCandidate {
  @Id({ description: 'The round.' })
  roundId!: string;

  @FreeText({ description: 'What it is about.', example: 'Ny vagtplan på botilbuddene', max: 200 })
  title!: string;

  @One(() => OriginOfCandidate, { description: 'Where it comes from; a manager when left out.', optional: true })
  origin?: OriginOfCandidate;

  @Id({ description: 'The unit that it hits.', optional: true })
  unitId?: string;
}

/** The candidate that was added. */
export class AddedCandidate {
  @Id({ description: 'The new candidate.' })
  candidateId!: string;
}

export const addCandidate: ScreeningCommand<AddCandidate, AddedCandidate> = {
  ...onForum,
  name: 'AddCandidate',
  message: AddCandidate,
  path: '/screening-forums/{id}/rounds/{roundId}/candidates',
  summary: { da: 'Sæt et punkt på screeningsmødet', en: 'Add a candidate to a screening round' },
  refusals: [
    'screeningForum.unknown',
    'screening.round-unknown',
    'screening.round-held',
    'screening.unit-unknown',
    'screening.origin-unclear',
    'screening.candidate-twice',
    'screening.title-twice',
  ],
  decide: (state, { roundId, title, origin: said, unitId }, context) => {
    const round = openRound(state, roundId);
    knownUnit(unitId, context);
    const origin = originOf(said);
    const key = JSON.stringify(origin);
    const isThere = [...round.candidates.values()].some((one) => JSON.stringify(one.origin) === key);
    if (isThere && !('manager' in origin)) throw new Refused('screening.candidate-twice');
    const titleKey = idOf(
      'candidate-title',
      roundId,
      foldText(title)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    );
    if ([...round.candidates.values()].some((one) => one.titleKey === titleKey)) {
      throw new Refused('screening.title-twice');
    }
    const candidateId = context.newId('candidate');
    const data = { roundId, candidateId, title, titleKey, origin, ...(unitId && { unitId }) };
    return [{ type: 'CandidateAdded', data }];
  },
  answer: (_forum, _message, context): AddedCandidate => ({ candidateId: context.newId('candidate') }),
  answerType: AddedCandidate,
};

/** One place at most. */
function originOf({ possibleMissId, roundId, candidateId, caseId }: OriginOfCandidate = {}): CandidateOrigin {
  const named = [possibleMissId, roundId ?? candidateId, caseId].filter((id) => id !== undefined);
  if (named.length > 1) throw impossible('screening.origin-unclear');
  if (possibleMissId) return { possibleMissId };
  if (caseId) return { caseId };
  if (roundId && candidateId) return { roundId, candidateId };
  if (roundId ?? candidateId) throw impossible('screening.origin-unclear');
  return { manager: true };
}
