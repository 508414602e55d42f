import { Day, Id } from '@rettidig/vocabulary';
import { organisationCommand, told } from './organisation-command.js';

/** A committee no longer exists from a day on. Its seats stay until they are vacated: minutes may wait for approval. */
class DissolveCommittee {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @Day({ description: 'First day on which it no longer exists.', example: '2026-06-01' })
  on!: string;
}

export const dissolveCommittee = organisationCommand({
  name: 'DissolveCommittee',
  message: DissolveCommittee,
  path: '/committees/{committeeId}/dissolution',
  summary: { da: 'Nedlæg et MED-udvalg', en: 'Dissolve a committee' },
  refusals: [
    'organisation.committee-unknown',
    'organisation.committee-dissolved',
    'organisation.committee-ended',
    'organisation.ends-before-it-starts',
  ],
  decide: (organisation, { committeeId, on }) =>
    told(organisation, { type: 'CommitteeDissolved', data: { committeeId, on } }),
});
