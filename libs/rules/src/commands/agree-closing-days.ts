import type { ClosingDays } from '@rettidig/calendar';
import { One, SourceOfFact } from '@rettidig/vocabulary';
import { checkClosingDays } from '../timetable-checks.js';
import { ClosingDaysFields } from '../timetable.fields.js';
import { plain, ruleBookCommand } from './rule-book-command.js';

/** The municipality is closed on these days from a day on, beside the holidays. They replace the earlier ones. */
export class AgreeClosingDays extends ClosingDaysFields {
  @One(() => SourceOfFact, { description: 'Where the agreement stands.', optional: true })
  source?: SourceOfFact;
}

export const agreeClosingDays = ruleBookCommand({
  name: 'AgreeClosingDays',
  message: AgreeClosingDays,
  path: '/closing-days',
  summary: { da: 'Registrér lukkedage', en: 'Agree on closing days' },
  refusals: [
    'rules.closing-days-taken',
    'rules.avoid-window-unclear',
    'rules.yearly-day-unknown',
    'rules.no-workday-left',
  ],
  decide: (ruleBook, message) => {
    const { source, ...closingDays }: ClosingDays & Pick<AgreeClosingDays, 'source'> = plain(message);
    checkClosingDays(closingDays, ruleBook);
    return [{ type: 'ClosingDaysAgreed', data: { closingDays, ...(source && { source }) } }];
  },
});
