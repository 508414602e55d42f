import type { PoliticalBody } from '@rettidig/vocabulary';
import { Count, Day, OneOf, Pattern, politicalBodies } from '@rettidig/vocabulary';
import type { Readings } from './readings.events.js';

/** What was agreed on readings, without where it stands: told and shown in the same form. */
export class ReadingsFields implements Omit<Readings, 'source'> {
  @Pattern(/^[a-z][A-Za-z]{1,59}$/, { description: 'The kind of change.', example: 'budgetProposal' })
  kind!: string;

  @OneOf(politicalBodies, {
    description: 'The political body; left out: every one that nothing more exact was agreed for.',
    example: 'socialCommittee',
    optional: true,
  })
  body?: PoliticalBody;

  @Pattern(/^[A-Za-z0-9][A-Za-z0-9:._-]{0,59}$/, { description: 'Unique for the kind and the body.', example: '2027' })
  version!: string;

  @Day({ description: 'First day on which it holds. Past days are accepted.', example: '2027-01-01' })
  effectiveFrom!: string;

  @Count({
    description:
      'How many times the body treats the case, the one in which it decides included. One: no second chance.',
    min: 1,
    max: 9,
    example: 2,
  })
  readings!: number;
}
