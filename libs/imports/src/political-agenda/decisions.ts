import { Day, Flag, OneOf, politicalBodies } from '@rettidig/vocabulary';
import type { PoliticalBody } from '@rettidig/vocabulary';

/** What a person chooses where the document does not say it. */
export class PoliticalAgendaDecisions {
  @OneOf(politicalBodies, {
    description: 'Whose agenda it is, where the document does not say it in words that are known.',
    example: 'socialCommittee',
    optional: true,
  })
  body?: PoliticalBody;

  @Day({ description: 'The day of the meeting, where the document does not say it.', optional: true })
  on?: string;

  @Flag({
    description:
      'It is the whole agenda: items that it does not hold are withdrawn. Left out: as the document says, and no when a part of it was not understood.',
    optional: true,
  })
  complete?: boolean;

  @Flag({
    description: 'It names another administration than this one, and is to be imported all the same.',
    optional: true,
  })
  fromAnotherAdministration?: boolean;
}
