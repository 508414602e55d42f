import { dayCountText } from '@rettidig/calendar';
import type { Text } from '@rettidig/event-sourcing';
import { dayInWords, latestDay, sides } from '@rettidig/vocabulary';
import type { Lateness, PapersEvent } from './change.events.js';
import type { History } from './history.types.js';
import { told } from './history.types.js';
import { body, capital, stop, when } from './history.words.js';
import { timingOf } from './papers.words.js';

/** What happened to the papers, as sentences. */
export const papersHistory: History<PapersEvent> = {
  PapersFiled: ({ version, on, note }) => {
    const about = note ? `: ${note}` : '';
    return told(
      `Materialet blev registreret i version ${version}${about}${stop(about)}`,
      `Version ${version} of the papers was filed${about}${stop(about)}`,
      on,
    );
  },
  PapersDispatched: (data, names) => {
    const { version, committeeId, meetingOn, recipients, on, reason } = data;
    const committee = names.committee(committeeId);
    const to = recipients === null ? '' : ` (${recipients})`;
    const why = reason
      ? { da: ` Begrundelse: ${reason}${stop(reason)}`, en: ` Reason: ${reason}${stop(reason)}` }
      : none;
    const how = standsTo(data);
    return told(
      `Version ${version} blev udsendt${to} til mødet i ${committee} den ${dayInWords(meetingOn)}: ${how.da}.${why.da}`,
      `Version ${version} went out${to} for the meeting of ${committee} on ${dayInWords(meetingOn)}: ${how.en}.${why.en}`,
      on,
    );
  },
  DispatchJudgedAnew: (data) => {
    const [how, day] = [standsTo(data), dayInWords(data.meetingOn)];
    return told(
      `Udsendelsen blev sammenholdt med mødet den ${day} igen: ${how.da}.`,
      `What went out was compared with the meeting on ${day} anew: ${how.en}.`,
    );
  },
  LatenessExplained: ({ reason }) =>
    told(
      `Begrundelse for, at materialet kom sent: ${reason}${stop(reason)}`,
      `Why the papers came late: ${reason}${stop(reason)}`,
    ),
  PapersRemarkedOn: ({ side, remark }) =>
    told(
      `${capital(sides[side].da)} bemærkede om materialet: ${remark}${stop(remark)}`,
      `${capital(sides[side].en)} remarked on the papers: ${remark}${stop(remark)}`,
    ),
  PapersPresented: ({ version, body: who, when: day }) =>
    told(
      `Version ${version} blev forelagt ${body(who).da}. Dato: ${when(day).da}.`,
      `Version ${version} was put before ${body(who).en}. Date: ${when(day).en}.`,
      latestDay(day),
    ),
};

const none: Text = { da: '', en: '' };

/** `for sent udsendt, 4 kalenderdage (2 arbejdsdage) efter fristen 10.04.2026`. */
export function standsTo(lateness: Lateness & { readonly on?: string }): Text {
  const { deadline, lateByDays, lateByWorkdays } = lateness;
  const timing = timingOf(lateness);
  if (deadline.on === null || lateByDays === 0) return timing;
  const days = (language: 'da' | 'en'): string =>
    `${dayCountText({ count: lateByDays, kind: 'calendar' }, language)} (${dayCountText({ count: lateByWorkdays, kind: 'workday' }, language)})`;
  const day = dayInWords(deadline.on);
  return {
    da: `${timing.da}, ${days('da')} efter fristen ${day}`,
    en: `${timing.en}, ${days('en')} after the deadline ${day}`,
  };
}
