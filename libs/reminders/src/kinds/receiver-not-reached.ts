import type { SubjectKind } from '../kind.js';
import type { MailStory } from '../mail-story.js';
import { workdays } from './days.js';

/**
 * A mail to somebody was given up, as a rule because the mail server knows no such mailbox: the secretariat is told, who can
 * find the right address. Not of a mail that told of nothing else: two dead mailboxes would tell of each other for ever.
 */
export const receiverNotReached: SubjectKind<MailStory | undefined> = {
  name: 'receiverNotReached',
  subject: 'effect',
  lane: 'dated',
  whenPast: 'sendLate',
  steps: [{ offset: workdays(0), to: ['secretariat'], on: true }],
  occasions: (mail, mailId) =>
    mail?.failedOn && mail.kinds.some((kind) => kind !== 'receiverNotReached')
      ? [{ item: mailId, anchor: mail.failedOn, about: { committeeId: null, personId: mail.to } }]
      : [],
};
