import type { Text } from '@rettidig/event-sourcing';
import type { KindText, Said } from './texts.types.js';

const text = (da: string, en: string): Text => ({ da, en });
const said = (subject: Text, lead: Text): Said => ({ subject, lead });

const cancelled = said(
  text('Aflyst: mødet i {committee} {from}', 'Cancelled: the meeting of {committee} on {from}'),
  text('Mødet i {committee} {from} er aflyst.', 'The meeting of {committee} on {from} is cancelled.'),
);

const otherHours = said(
  text('Nyt klokkeslæt: mødet i {committee} {on} er {time}', 'New time: the meeting of {committee} on {on} is {time}'),
  text('Mødet i {committee} {on} har fået et andet klokkeslæt.', 'The meeting of {committee} on {on} has a new time.'),
);

const withoutOwner = (da: string, en: string): Said =>
  said(
    text(
      `Opfølgning fra {committee}, registreret {day}, mangler ${da}`,
      `Follow-up from {committee}, recorded on {day}, has ${en}`,
    ),
    text(
      `På mødet i {committee} {meetingDay} blev der aftalt noget{ofCase}, og der mangler ${da}.`,
      `At the meeting of {committee} on {meetingDay} something was agreed{ofCase}, and it has ${en}.`,
    ),
  );

/** Kinds that follow from meetings and from the seats of committees. */
export const textsOfMeetings = {
  meetingComing: {
    name: text('et møde nærmer sig', 'a meeting is near'),
    ...said(
      text('Møde i {committee} {day}', 'Meeting of {committee} on {day}'),
      text('{committee} holder møde {day}.', '{committee} meets on {day}.'),
    ),
    todo: text(
      'Kan du ikke komme, så meld afbud til sekretariatet, så din suppleant kan blive indkaldt.',
      'If you cannot come, tell the secretariat, so that your deputy can be called.',
    ),
    dayLabel: text('Mødet er', 'The meeting is'),
    page: 'meeting',
  },
  meetingChanged: {
    name: text('et møde er ændret eller aflyst', 'a meeting was changed or cancelled'),
    ...said(
      text('Flyttet: mødet i {committee} er nu {on}', 'Moved: the meeting of {committee} is now on {on}'),
      text(
        'Mødet i {committee}, der var indkaldt til {from}, er flyttet til {on}.',
        'The meeting of {committee} that was called for {from} was moved to {on}.',
      ),
    ),
    variants: { cancelled, hours: otherHours },
    todo: text('Kalenderen rettes med den vedhæftede fil.', 'The attached file corrects your calendar.'),
    dayLabel: text('Ændret', 'Changed'),
    page: 'meeting',
  },
  followUp: {
    name: text('en aftalt opfølgning', 'an agreed follow-up'),
    ...said(
      text('Opfølgning fra {committee} senest {day}', 'Follow-up from {committee} by {day}'),
      text(
        'På mødet i {committee} {meetingDay} blev der aftalt noget{ofCase}, som skal være gjort senest {day}.',
        'At the meeting of {committee} on {meetingDay} something was agreed{ofCase} that must be done by {day}.',
      ),
    ),
    past: said(
      text('Opfølgning fra {committee} skulle være gjort {day}', 'Follow-up from {committee} was due on {day}'),
      text(
        'På mødet i {committee} {meetingDay} blev der aftalt noget{ofCase}, som skulle have været gjort {day}. Det er ikke registreret som gjort.',
        'At the meeting of {committee} on {meetingDay} something was agreed{ofCase} that was due on {day}. It is not recorded as done.',
      ),
    ),
    todo: text(
      'Se på siden, hvad der blev aftalt, og registrér det dér, når det er gjort.',
      'See on the page what was agreed, and record it there when it is done.',
    ),
    dayLabel: text('Aftalt til', 'Agreed for'),
    isDeadline: true,
    page: 'followUp',
  },
  followUpWithoutOwnerOrDate: {
    name: text('en opfølgning mangler ansvarlig eller dato', 'a follow-up has no owner or date'),
    ...withoutOwner('en ansvarlig og en dato', 'no owner and no date'),
    variants: {
      owner: withoutOwner('en ansvarlig', 'no owner'),
      date: withoutOwner('en dato', 'no date'),
    },
    todo: text(
      'Find ud af, hvem der gør det og hvornår, og registrér ansvarlig og dato på opfølgningen.',
      'Find out who does it and by when, and record owner and date on the follow-up.',
    ),
    dayLabel: text('Registreret', 'Recorded'),
    page: 'followUp',
  },
  seatEnds: {
    name: text('en plads bliver ledig', 'a seat becomes vacant'),
    ...said(
      text('En plads i {committee} bliver ledig efter {day}', 'A seat in {committee} becomes vacant after {day}'),
      text(
        'En plads i {committee} er besat til og med {day}, og ingen er registreret som efterfølger.',
        'A seat in {committee} is held up to and including {day}, and no successor is recorded.',
      ),
    ),
    todo: text(
      'Sørg for, at der udpeges eller vælges en efterfølger, og registrér det på udvalget.',
      'See to it that a successor is appointed or elected, and record it on the committee.',
    ),
    dayLabel: text('Sidste dag', 'Last day'),
    page: 'seat',
  },
  minutesDue: {
    name: text('referatet mangler', 'the minutes are missing'),
    ...said(
      text(
        'Referatet fra {committee} {on} skal være klar {day}',
        'The minutes of {committee} of {on} are due on {day}',
      ),
      text(
        'Referatet fra mødet i {committee} {on} skal være klar senest {day}.',
        'The minutes of the meeting of {committee} on {on} must be ready by {day}.',
      ),
    ),
    past: said(
      text(
        'Referatet fra {committee} {on} skulle være klar {day}',
        'The minutes of {committee} of {on} were due on {day}',
      ),
      text(
        'Referatet fra mødet i {committee} {on} skulle have været klar {day}.',
        'The minutes of the meeting of {committee} on {on} should have been ready by {day}.',
      ),
    ),
    todo: text(
      'Læg referatet ind på mødet, så formand og næstformand kan godkende det.',
      'Import the minutes, so that chair and deputy chair can approve them.',
    ),
    dayLabel: text('Klar senest', 'Ready by'),
    isDeadline: true,
    page: 'minutes',
  },
} satisfies Readonly<Record<string, KindText>>;
