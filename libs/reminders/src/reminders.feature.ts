import type { Feature } from '@rettidig/event-sourcing';
import { agreeReminderSteps } from './commands/agree-reminder-steps.js';
import { getCalendarFeed, setCalendarFeed } from './preferences/calendar-feed.js';
import { chooseNotices, getContact, getMyNotices, keepContact } from './preferences/contacts.js';
import { unsubscribe } from './preferences/unsubscribe.js';
import { remindersView } from './projections/reminders.projection.js';
import { listCaseMails, listMails } from './queries/list-mails.js';
import { listPeopleWithoutAddress } from './queries/list-people-without-address.js';
import { listReminderKinds } from './queries/list-reminder-kinds.js';
import { listUndeliverable } from './queries/list-undeliverable.js';
import { reminderStepsSealedFields } from './reminder-steps.events.js';
import { reminderStepsPart } from './reminder-steps.js';
import { remindersRefusals } from './refusals.js';

/** Who is told of what, when, and who was. */
export const remindersFeature: Feature = {
  name: 'reminders',
  tags: { reminders: 'Who is told of what, when and how, and who was.' },
  commands: [agreeReminderSteps],
  queries: [
    listMails,
    listCaseMails,
    listUndeliverable,
    listPeopleWithoutAddress,
    listReminderKinds,
    getContact,
    getMyNotices,
  ],
  acts: [keepContact, chooseNotices, setCalendarFeed],
  byToken: [unsubscribe, getCalendarFeed],
  projections: [remindersView],
  reactions: [],
  sealedFields: reminderStepsSealedFields,
  reference: { reminderSteps: reminderStepsPart },
  refusals: remindersRefusals,
};
