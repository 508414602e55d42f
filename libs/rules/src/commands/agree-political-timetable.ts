import { Refused } from '@rettidig/event-sourcing';
import { PoliticalTimetableFields } from '../timetable.fields.js';
import { plain, ruleBookCommand } from './rule-book-command.js';

/** A political body wants recommendations so many days before it decides, from a day on. */
class AgreePoliticalTimetable extends PoliticalTimetableFields {}

export const agreePoliticalTimetable = ruleBookCommand({
  name: 'AgreePoliticalTimetable',
  message: AgreePoliticalTimetable,
  path: '/political-timetables',
  summary: { da: 'Registrér et politisk udvalgs frist', en: 'Agree on the deadline of a political body' },
  refusals: ['rules.timetable-taken'],
  decide: ({ politicalTimetables }, message) => {
    const timetable = plain(message);
    const { body, version } = timetable;
    if (politicalTimetables.some(({ value }) => value.body === body && value.version === version)) {
      throw new Refused('rules.timetable-taken', { version });
    }
    return [{ type: 'PoliticalTimetableAgreed', data: timetable }];
  },
});
