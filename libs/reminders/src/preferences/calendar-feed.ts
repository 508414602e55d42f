import type { Act, TokenRoute } from '@rettidig/event-sourcing';
import { hashOf, unknownContact } from '@rettidig/event-sourcing';
import { Flag, FreeText } from '@rettidig/vocabulary';
import type { RemindersReference } from '../kind.js';
import { myCalendar } from './my-calendar.js';
import { feedToken } from './tokens.js';

class SetCalendarFeed {
  @Flag({ description: 'True for a new address, which takes the place of the one before; false for none.' })
  wanted!: boolean;
}

class CalendarFeedAddress {
  @FreeText({
    description:
      'Where a calendar program subscribes, on this server. It is shown once and can be read by whoever has it; null when there is none.',
    example: '/api/v1/calendar-feeds/Zk3v0c5mVq2hT1yLr8sWn4xJbE7uKgPdAiQoCfHt9Mw.ics',
    max: 200,
    nullable: true,
  })
  path!: string | null;
}

/** Only a hash of the token is kept, so that nobody reads it out of the store. */
export const setCalendarFeed: Act<SetCalendarFeed, CalendarFeedAddress> = {
  name: 'SetCalendarFeed',
  message: SetCalendarFeed,
  path: '/me/calendar-feed',
  tag: 'reminders',
  summary: { da: 'Få eller fjern adressen på min kalender', en: 'Get or take away the address of my calendar' },
  answer: CalendarFeedAddress,
  act: async ({ wanted }, { privateStore }, { actor, commandId }) => {
    const token = wanted ? await feedToken(privateStore, actor.id, commandId) : null;
    await privateStore.keepFeed(actor.id, token === null ? null : hashOf(token));
    return { path: token === null ? null : `/api/v1/calendar-feeds/${token}.ics` };
  },
};

/** My meetings and deadlines, for a calendar program to look at again and again. */
export const getCalendarFeed: TokenRoute = {
  name: 'GetCalendarFeed',
  path: '/calendar-feeds/{token}.ics',
  tag: 'reminders',
  methods: {
    GET: {
      summary: { da: 'Mine møder og frister som kalender', en: 'My meetings and deadlines as a calendar' },
      mediaType: 'text/calendar; charset=utf-8',
    },
  },
  answer: async ({ token, now, publicUrl }, { privateStore, engine }) => {
    const personId = await privateStore.personOfFeed(hashOf(token));
    if (personId === undefined) return null;
    const { language } = (await privateStore.contacts([personId])).get(personId) ?? unknownContact;
    const { reference, views } = engine.queryContext({ id: personId, role: 'employee' }, language);
    const body = myCalendar({
      ...{ personId, language, now, views, publicUrl },
      reference: reference as RemindersReference,
    });
    return {
      body,
      etag: `"${hashOf(body).slice(0, 32)}"`,
      headers: { 'content-disposition': 'inline; filename="rettidig.ics"' },
    };
  },
};
