import { Day, Name, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import type { Rhythm } from '@rettidig/vocabulary';
import type { ScreeningCommand } from '../screening.checks.js';
import { onForum } from '../screening.checks.js';
import { rhythms } from '../screening.words.js';

/** A meeting of management gets MED as its standing item: from then on a period without a round is visible (C1). */
export class AgreeScreeningForum {
  @Name({ description: 'What the meeting is called.', example: 'Direktionens månedsmøde' })
  name!: string;

  @OneOf(rhythms, { description: 'How often it meets.', example: 'monthly' })
  rhythm!: Rhythm;

  @Day({ description: 'From when on.' })
  from!: string;

  @One(() => SourceOfFact, { description: 'Where it was agreed.', optional: true })
  source?: SourceOfFact;
}

export const agreeScreeningForum: ScreeningCommand<AgreeScreeningForum> = {
  ...onForum,
  name: 'AgreeScreeningForum',
  message: AgreeScreeningForum,
  target: 'new',
  path: '/screening-forums',
  summary: {
    da: 'Aftal MED som fast punkt på et ledelsesmøde',
    en: 'Agree on MED as a standing item of a management meeting',
  },
  refusals: [],
  decide: (_none, message) => [{ type: 'ScreeningForumAgreed', data: { ...message } }],
};
