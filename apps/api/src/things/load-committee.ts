import type { MeetingList } from '@rettidig/meetings';
import type { CommitteeAnswer, SeatList } from '@rettidig/organisation';
import { offices, representativeKinds } from '@rettidig/organisation';
import { dayInProse } from '@rettidig/planning';
import { plusCalendarDays, sides } from '@rettidig/vocabulary';
import type { Asking } from '../page/asking.js';
import { pathOf } from '../page/paths.js';
import type { Part, ThingPage } from './thing.model.js';
import { thingWordsIn } from './thing.words.js';

/** More seats than any committee has, and so many meetings to come. */
const MOST_SEATS = 200;
const MOST_MEETINGS = 20;

/** One committee: its seats with how long each is held, and its meetings to come. */
export async function loadCommittee(id: string, asking: Asking & { readonly today: string }): Promise<ThingPage> {
  const committee = await asking.ask<CommitteeAnswer>('GetCommittee', { committeeId: id });
  const seats = await asking.ask<SeatList>('ListSeats', { committee: id, limit: MOST_SEATS });
  const meetings = await asking.ask<MeetingList>('ListMeetings', {
    ...{ committee: [id], status: ['scheduled'], from: asking.today, sort: 'on', limit: MOST_MEETINGS },
  });
  const { language } = asking;
  const word = thingWordsIn(language);
  return {
    language,
    path: `/committees/${id}`,
    title: committee.name,
    notices: [],
    facts: [{ label: word('seats'), value: [String(committee.seatList.length)] }],
    parts: [
      seatsOf(seats, asking),
      {
        id: 'meetings',
        heading: word('comingMeetings'),
        lines: meetings.items.map(({ meetingId, on }) => ({
          text: dayInProse(on, language),
          href: pathOf('meetings', meetingId, language),
        })),
      },
    ],
  };
}

function seatsOf({ items }: SeatList, { language }: Asking): Part {
  const word = thingWordsIn(language);
  return {
    id: 'seats',
    heading: word('seats'),
    table: {
      headings: [word('seat'), word('side'), word('holder'), word('until')],
      rows: items.map(({ seatId, office, representativeKind, side, personId, name, to, vacantFrom }) => ({
        id: `seat-${seatId}`,
        cells: [
          [representativeKinds[representativeKind][language], ...(office ? [offices[office][language]] : [])],
          [sides[side][language]],
          [personId === null ? word('vacant') : (name ?? word('held'))],
          personId === null
            ? []
            : [
                to === null ? word('noEnd') : dayInProse(plusCalendarDays(to, -1), language),
                ...(vacantFrom === null ? [] : [word('nobodyAfter')]),
              ],
        ],
      })),
    },
  };
}
