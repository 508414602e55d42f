import type { Feature } from '@rettidig/event-sourcing';
import { remindersView } from './projections/reminders.projection.js';
import { reminderStepsSealedFields } from './reminder-steps.events.js';
import { reminderStepsPart } from './reminder-steps.js';

/** Who is told of what, when, and who was. */
export const remindersFeature: Feature = {
  name: 'reminders',
  commands: [],
  queries: [],
  projections: [remindersView],
  reactions: [],
  sealedFields: reminderStepsSealedFields,
  reference: { reminderSteps: reminderStepsPart },
  refusals: {},
};
