import { Day, Id, Ids } from '@rettidig/vocabulary';
import { organisationCommand, told } from './organisation-command.js';

/** A committee covers other units from a day on. */
class ChangeCommitteeCoverage {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @Ids({ description: 'All units it covers from then on, each with everything below it.', min: 1, max: 500 })
  covers!: string[];

  @Day({ description: 'First day with the new coverage.', example: '2026-06-01' })
  from!: string;
}

export const changeCommitteeCoverage = organisationCommand({
  name: 'ChangeCommitteeCoverage',
  message: ChangeCommitteeCoverage,
  path: '/committees/{committeeId}/coverage',
  summary: { da: 'Ændr, hvilke enheder et MED-udvalg dækker', en: 'Change which units a committee covers' },
  refusals: [
    'organisation.committee-unknown',
    'organisation.committee-not-there',
    'organisation.committee-left-without-units',
    'organisation.told-already',
    'organisation.unit-unknown',
    'organisation.unit-not-there',
    'organisation.unit-named-twice',
  ],
  decide: (organisation, { committeeId, covers, from }) =>
    told(organisation, { type: 'CommitteeCoverageChanged', data: { committeeId, covers, from } }),
});
