import type { Language, Notices } from '@rettidig/event-sourcing';
import { FreeText, Id, OneOf } from '@rettidig/vocabulary';

const notices: readonly Notices[] = ['atOnce', 'digest', 'none'];
export const languages: readonly Language[] = ['da', 'en'];

export const noticesField = {
  description:
    'How to be told what needs nothing done: at once, once a day, or not at all. What has to be done in time always comes.',
};
export const noticesCodes = notices;

/** How a person can be reached, and wants to be. */
export class ContactShown {
  @Id({ description: 'The person.' })
  personId!: string;

  @FreeText({
    description: 'The address; null while none is known, and mails are undeliverable.',
    max: 254,
    nullable: true,
  })
  address!: string | null;

  @OneOf(languages, { description: 'The language of mails and of the calendar.' })
  language!: Language;

  @OneOf(notices, noticesField)
  notices!: Notices;
}
