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
    'Ingen af kalenderens {count} begivenheder nævner et MED-udvalg. Vælg udvalget for hele planen, hvis de alle er dets møder.',
    'None of the {count} events of the calendar names a committee. Choose the committee for the whole plan if all are its meetings.',
  ),
  'import.committee-unknown': text('MED-udvalget {committeeId} findes ikke.', 'There is no committee {committeeId}.'),
  ...tableObstacles,
} satisfies Readonly<Record<string, Text>>;

/** Why an entry is not read, by code. */
export const meetingPlanTexts: Readonly<Record<string, Text>> = {
  ...meetingsFeature.refusals,
  ...structureTexts,
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
