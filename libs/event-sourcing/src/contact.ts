import type { Language } from './language.js';

/** How somebody wants to be told what needs nothing done: at once, once a day, or not at all. */
export type Notices = 'atOnce' | 'digest' | 'none';

/** How a person can be reached, and wants to be. Never in the log. */
export interface Contact {
  /** Null while none is known: mails to them are undeliverable. */
  readonly address: string | null;
  readonly language: Language;
  readonly notices: Notices;
}

/** A part of it that becomes another one. */
export type ContactChange = Partial<Contact>;

/** What holds for somebody of whom nothing is known. */
export const unknownContact: Contact = { address: null, language: 'da', notices: 'digest' };

/** What is known after a change. */
export const contactAfter = (before: Contact, { address, language, notices }: ContactChange): Contact => ({
  address: address === undefined ? before.address : address,
  language: language ?? before.language,
  notices: notices ?? before.notices,
});
