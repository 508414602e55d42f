import { impossible, notFound } from '@rettidig/event-sourcing';
import { isKnownCommittee } from '@rettidig/organisation';
import { Day, FreeText, Id, OneOf } from '@rettidig/vocabulary';
import type { CandidateOutcome } from '../screening.js';
import type { ScreeningCommand } from '../screening.checks.js';
import { onForum, openRound } from '../screening.checks.js';
import { candidateOutcomes } from '../screening.words.js';

/** Shall it go to MED: yes or no, where, when, why, who (C2). Said again, the last word counts. */
export class AssessCandidate {
  @Id({ description: 'The round.' })
  roundId!: string;

  @Id({ description: 'The candidate.' })
  candidateId!: string;

  @OneOf(candidateOutcomes, { description: 'Shall it go to MED?', example: 'no' })
  outcome!: CandidateOutcome;

  @Id({ description: 'The committee; must be named when it goes to MED.', optional: true })
  committeeId?: string;

  @Day({ description: 'By when it shall be with that committee; not with `no`.', optional: true })
  by?: string;

  @FreeText({ description: 'Why.', example: 'Vagtplanen ændrer arbejdstiden for alle.', max: 2000, multiline: true })
  why!: string;

  @FreeText({
    description: 'Which function takes it further, never the name of a person.',
    example: 'Centerchefen',
    max: 200,
    optional: true,
  })
  who?: string;

  @Id({ description: 'The case that it is, when there is one.', optional: true })
  caseId?: string;
}

export const assessCandidate: ScreeningCommand<AssessCandidate> = {
  ...onForum,
  name: 'AssessCandidate',
  message: AssessCandidate,
  path: '/screening-forums/{id}/rounds/{roundId}/candidates/{candidateId}/assessment',
  summary: { da: 'Vurdér, om et punkt skal i MED', en: 'Assess whether a candidate goes to MED' },
  refusals: [
    'screeningForum.unknown',
    'screening.round-unknown',
    'screening.round-held',
    'screening.candidate-unknown',
    'screening.committee-missing',
    'screening.committee-unknown',
    'screening.day-without-a-duty',
  ],
  decide: (state, message, { reference }) => {
    const { roundId, candidateId, outcome, committeeId, by } = message;
    if (!openRound(state, roundId).candidates.has(candidateId)) {
      throw notFound('screening.candidate-unknown', { candidateId });
    }
    if (outcome === 'yes' && !committeeId) throw impossible('screening.committee-missing');
    if (by && outcome === 'no') throw impossible('screening.day-without-a-duty');
    if (committeeId && !isKnownCommittee(reference.organisation, committeeId)) {
      throw notFound('screening.committee-unknown', { committeeId });
    }
    return [{ type: 'CandidateAssessed', data: { ...message } }];
  },
};
