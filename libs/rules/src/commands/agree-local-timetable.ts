import { notFound } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { isKnownCommittee } from '@rettidig/organisation';
import { Id } from '@rettidig/vocabulary';
import { checkTimetable } from '../timetable-checks.js';
import { LocalTimetableFields } from '../timetable.fields.js';
import { plain, ruleBookCommand } from './rule-book-command.js';

/**
 * A committee's deadlines hold from a day on, as its local agreement or rules of procedure have them. What is left out is
 * not agreed: nobody is late for it.
 */
export class AgreeLocalTimetable extends LocalTimetableFields {
  @Id({ description: 'The committee.' })
  committeeId!: string;
}

export const agreeLocalTimetable = ruleBookCommand<AgreeLocalTimetable, { readonly organisation: Organisation }>({
  name: 'AgreeLocalTimetable',
  message: AgreeLocalTimetable,
  path: '/committees/{committeeId}/timetables',
  summary: { da: 'Registrér et udvalgs aftalte frister', en: 'Agree on the deadlines of a committee' },
  refusals: ['rules.committee-unknown', 'rules.timetable-taken', 'rules.timetable-collides'],
  decide: (ruleBook, message, { reference }) => {
    const timetable = plain(message);
    const { committeeId } = timetable;
    if (!isKnownCommittee(reference.organisation, committeeId))
      throw notFound('rules.committee-unknown', { committeeId });
    checkTimetable(timetable, ruleBook);
    return [{ type: 'LocalTimetableAgreed', data: { timetable } }];
  },
});
