import type { Act, ContactChange, Language, Notices, PrivateStore, QueryDefinition } from '@rettidig/event-sourcing';
import { impossible, unknownContact } from '@rettidig/event-sourcing';
import { isMailAddress } from '@rettidig/mail';
import { FreeText, Id, OneOf } from '@rettidig/vocabulary';
import { ContactShown, languages, noticesCodes, noticesField } from './contact.answer.js';

class KeepContact {
  @Id({ description: 'The person.' })
  personId!: string;

  @FreeText({
    description: 'The address; null when there is none any longer.',
    example: 'kim@eksempel.dk',
    max: 254,
    optional: true,
    nullable: true,
  })
  address?: string | null;

  @OneOf(languages, { description: 'The language of mails and of the calendar.', optional: true })
  language?: Language;

  @OneOf(noticesCodes, { ...noticesField, optional: true })
  notices?: Notices;
}

/**
 * How a person can be reached. What is left out stays as it was. An id that nothing names yet is accepted: whoever signs in
 * may have wishes without any function, and an address may be known before its person has a seat, a unit or a case.
 */
export const keepContact: Act<KeepContact, ContactShown> = {
  name: 'KeepContact',
  message: KeepContact,
  path: '/people/{personId}/contact',
  tag: 'reminders',
  summary: { da: 'Registrér en persons mailadresse og ønsker', en: 'Record the address and the wishes of a person' },
  refusals: ['contact.not-an-address'],
  answer: ContactShown,
  resource: ({ personId }) => ({ ownerId: personId }),
  act: ({ personId, ...change }, { privateStore }) => {
    const { address = null } = change;
    if (address !== null && !isMailAddress(address)) throw impossible('contact.not-an-address');
    return kept(privateStore, personId, change);
  },
};

class ChooseNotices {
  @OneOf(noticesCodes, noticesField)
  notices!: Notices;

  @OneOf(languages, { description: 'The language of mails and of the calendar.', optional: true })
  language?: Language;
}

/** What I want to be told, and how. */
export const chooseNotices: Act<ChooseNotices, ContactShown> = {
  name: 'ChooseNotices',
  message: ChooseNotices,
  path: '/me/notices',
  tag: 'reminders',
  summary: { da: 'Vælg, hvordan jeg vil have mails', en: 'Choose how I want to be told' },
  answer: ContactShown,
  act: (change, { privateStore }, { actor }) => kept(privateStore, actor.id, change),
};

async function kept(store: PrivateStore, personId: string, change: ContactChange): Promise<ContactShown> {
  await store.keepContact(personId, change);
  return shown(personId, (await store.contacts([personId])).get(personId));
}

const shown = (personId: string, contact = unknownContact): ContactShown => ({ personId, ...contact });

class WhoseContact {
  @Id({ description: 'The person.' })
  personId!: string;
}

export const getContact: QueryDefinition<WhoseContact, ContactShown, unknown> = {
  name: 'GetContact',
  parameters: WhoseContact,
  answer: ContactShown,
  path: '/people/{personId}/contact',
  tag: 'reminders',
  summary: { da: 'En persons mailadresse og ønsker', en: 'The address and the wishes of a person' },
  resource: ({ personId }) => ({ ownerId: personId }),
  handle: async ({ personId }, { contacts }) => shown(personId, (await contacts([personId])).get(personId)),
};

class Nothing {}

export const getMyNotices: QueryDefinition<Nothing, ContactShown, unknown> = {
  name: 'GetMyNotices',
  parameters: Nothing,
  answer: ContactShown,
  path: '/me/notices',
  tag: 'reminders',
  summary: { da: 'Hvordan jeg får mails', en: 'How I am told' },
  handle: async (_none, { actor, contacts }) => shown(actor.id, (await contacts([actor.id])).get(actor.id)),
};
