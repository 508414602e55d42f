import type { Text } from '@rettidig/event-sourcing';
import type { Words } from '@rettidig/vocabulary';
import type { When } from '../queries/terms.answer.js';
import { whenWords } from '../queries/terms.answer.js';
import type { AppointedTo } from './functions.js';

const text = (da: string, en: string): Text => ({ da, en });

export const appointedTos: Words<AppointedTo> = {
  unitManager: text('leder af enheden', 'manager of the unit'),
  secretariat: text('sekretariat', 'secretariat'),
  substitute: text('stedfortræder', 'substitute'),
};

/** How an appointment stands to a day. */
export type AppointmentState = When | 'inError';

export const appointmentStates: Words<AppointmentState> = {
  ...whenWords,
  inError: text('registreret ved en fejl', 'recorded in error'),
};
