import { Day, Id, Ids, Name, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { CommitteeKind, CommitteeLevel } from '../organisation.events.js';
import { committeeLevels } from '../structure.js';
import { committeeKinds } from '../words.js';
import { EstablishedCommittee } from './answers.js';
import { organisationCommand, told } from './organisation-command.js';

/** A MED committee exists from a day on. A working group is no committee and is not entered here (B6). */
export class EstablishCommittee {
  @Name({ description: 'What it is called.', example: 'HovedMED' })
  name!: string;

  @OneOf(committeeLevels, { description: 'Its level.', example: 'main' })
  level!: CommitteeLevel;

  @OneOf(committeeKinds, {
    description:
      'What kind of MED body it is; must stand at its level. A transitional local committee counts from its agreement on (B5).',
    example: 'main',
  })
  kind!: CommitteeKind;

  @Ids({ description: 'Units it covers, each with everything below it.', min: 1, max: 500 })
  covers!: string[];

  @Id({ description: 'The committee above it; null for the main committee or when not known.', nullable: true })
  parentId!: string | null;

  @Day({ description: 'First day on which it exists.', example: '2025-01-01' })
  validFrom!: string;

  @Day({
    description: 'First day on which it no longer exists, when known beforehand (B4: transitional bodies).',
    example: '2027-01-01',
    optional: true,
  })
  validTo?: string;

  @Ids({ description: 'Committees it took the place of; none when left out.', optional: true })
  predecessors?: string[];

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const establishCommittee = organisationCommand({
  name: 'EstablishCommittee',
  message: EstablishCommittee,
  path: '/committees',
  summary: { da: 'Opret et MED-udvalg', en: 'Establish a MED committee' },
  refusals: [
    'organisation.ends-before-it-starts',
    'organisation.kind-not-at-level',
    'organisation.main-committee-exists',
    'organisation.unit-unknown',
    'organisation.unit-not-there',
    'organisation.unit-named-twice',
    'organisation.committee-unknown',
    'organisation.committee-not-there',
    'organisation.committee-left-without-units',
    'organisation.predecessor-not-earlier',
  ],
  decide: (organisation, message, context) => {
    const { predecessors = [] } = message;
    const data = { committeeId: context.newId('committee'), ...message, predecessors };
    return told(organisation, { type: 'CommitteeEstablished', data });
  },
  answer: (_organisation, _message, context): EstablishedCommittee => ({ committeeId: context.newId('committee') }),
  answerType: EstablishedCommittee,
});
