import type { Feature } from '@rettidig/event-sourcing';
import { getCalendarFeed, setCalendarFeed } from './preferences/calendar-feed.js';
import { chooseNotices, getContact, getMyNotices, keepContact } from './preferences/contacts.js';
import { unsubscribe } from './preferences/unsubscribe.js';
import { remindersView } from './projections/reminders.projection.js';
import { reminderStepsSealedFields } from './reminder-steps.events.js';
import { reminderStepsPart } from './reminder-steps.js';
import { remindersRefusals } from './refusals.js';

/** Who is told of what, when, and who was. */
export const remindersFeature: Feature = {
  name: 'reminders',
  tags: { reminders: 'Who is told of what, when and how, and who was.' },
  commands: [],
  queries: [getContact, getMyNotices],
  acts: [keepContact, chooseNotices, setCalendarFeed],
  byToken: [unsubscribe, getCalendarFeed],
  projections: [remindersView],
  reactions: [],
  sealedFields: reminderStepsSealedFields,
  reference: { reminderSteps: reminderStepsPart },
  refusals: remindersRefusals,
};
