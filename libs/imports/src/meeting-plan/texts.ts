import type { Text } from '@rettidig/event-sourcing';
import { meetingsFeature } from '@rettidig/meetings';
import { structureTexts } from '../structure/texts.js';
import { tableObstacles } from '../tables/obstacles.js';

const text = (da: string, en: string): Text => ({ da, en });

/** Why a meeting plan cannot be committed as it is. */
export const meetingPlanObstacles = {
  'import.plan-unknown': text(
    'Overskrifterne er ikke dem fra en mødeplan. Hent skabelonen, og brug dens første række.',
    'The headings are not those of a meeting plan. Download the template and use its first row.',
  ),
  'import.no-meetings': text(
    'Kalenderen nævner ikke noget MED-udvalg; antal begivenheder: {count}. Vælg udvalget for hele planen, hvis det er dets møder.',
    'The calendar names no committee; number of events: {count}. Choose the committee for the whole plan if they are its meetings.',
  ),
  'import.committee-unknown': text('MED-udvalget {committeeId} findes ikke.', 'There is no committee {committeeId}.'),
  'import.cannot-move-there': text(
    'Mødet den {days} kan ikke flyttes til den valgte række. Vælg en række med samme udvalg, som ellers ville blive indkaldt, og kun ét møde til hver.',
    'The meeting on {days} cannot be moved to the chosen row. Choose a row of the same committee that would be called otherwise, one meeting for each.',
  ),
  ...tableObstacles,
} satisfies Readonly<Record<string, Text>>;

/** Why an entry is not read, by code. */
export const meetingPlanTexts: Readonly<Record<string, Text>> = {
  ...meetingsFeature.refusals,
  ...structureTexts,
  'entry.cancelled-in-title': text(
    'Titlen siger, at mødet er aflyst, men kalenderen har det ikke som aflyst. Aflys det i kalenderen, eller vælg, at det er et møde i udvalget.',
    'The title says that it is cancelled, but the calendar does not. Cancel it there, or choose that it is a meeting of the committee.',
  ),
  'entry.other-gathering': text(
    'Titlen nævner udvalget, men lyder som noget andet end et møde i det, for eksempel et formøde. Er det et møde i udvalget?',
    'The title names the committee but sounds like something else than its meeting, a pre-meeting for instance. Is it a meeting of the committee?',
  ),
  'entry.more-than-name': text(
    'Titlen siger mere end udvalgets navn. Er det et møde i udvalget?',
    'The title says more than the name of the committee. Is it a meeting of the committee?',
  ),
  'row.unknown-time': text(
    '{value} er ikke et klokkeslæt. Skriv for eksempel 10:00 eller 10.30.',
    '{value} is no time of day. Write for instance 10:00 or 10.30.',
  ),
  'row.other-committee': text(
    '“{name}” er et andet udvalg end det, der er valgt for planen. Fjern rækken, eller vælg det rigtige udvalg.',
    '“{name}” is another committee than the one chosen for the plan. Remove the row or choose the right committee.',
  ),
  'row.several-committees': text(
    '“{name}” kan være flere udvalg. Skriv udvalgets fulde navn, eller vælg udvalget for hele planen.',
    '“{name}” could be several committees. Write the full name or choose the committee for the whole plan.',
  ),
  'row.committee-not-there': text(
    'Udvalget i “{name}” findes ikke den {on}. Ret datoen, eller opret udvalget fra den dag.',
    'The committee of “{name}” does not exist on {on}. Mend the day, or establish the committee from then on.',
  ),
};
