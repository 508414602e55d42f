import type { Text } from '@rettidig/event-sourcing';
import type { TableDefinition } from '../tables/column.js';

const text = (da: string, en: string): Text => ({ da, en });

/** The table of a meeting plan. */
export const meetingPlanTable: TableDefinition = {
  name: 'meetingPlan',
  text: text('mødeplan', 'meeting plan'),
  columns: [
    {
      key: 'committee',
      heading: text('udvalg', 'committee'),
      needs: 'heading',
      says: text(
        'MED-udvalget; navn eller nummer. Tom, når ét udvalg vælges for hele planen.',
        'The committee; name or number. Empty when one committee is chosen for the whole plan.',
      ),
      example: 'LokalMED Nord',
    },
    {
      key: 'on',
      heading: text('dato', 'date'),
      needs: 'value',
      says: text('Mødets dag.', 'The day of the meeting.'),
      example: '2026-09-18',
    },
    {
      key: 'startsAt',
      heading: text('start', 'start'),
      needs: 'nothing',
      says: text('Klokkeslæt.', 'Time of day.'),
      example: '10:00',
    },
    {
      key: 'endsAt',
      heading: text('slut', 'end'),
      needs: 'nothing',
      says: text('Klokkeslæt.', 'Time of day.'),
      example: '12:00',
    },
    {
      key: 'place',
      heading: text('sted', 'place'),
      needs: 'nothing',
      says: text('Hvor mødet holdes.', 'Where it is held.'),
      example: 'Mødelokale 2',
    },
    {
      key: 'extraordinary',
      heading: text('ekstraordinært', 'extraordinary'),
      needs: 'nothing',
      says: text('ja, når mødet ligger uden for årsplanen.', 'yes when it is outside the yearly plan.'),
      example: 'nej',
    },
  ],
};
