import type { CalendarEntry, Extract } from '@rettidig/documents';
import { idOf } from '@rettidig/event-sourcing';
import { metadata } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent, Meetings } from '@rettidig/meetings';
import { meetingsFeature } from '@rettidig/meetings';
import type { OrganisationEvent } from '@rettidig/organisation';
import { organisationOf, planContext } from './structure-files.js';
import type { MeetingPlanDecisions } from '../meeting-plan/decisions.js';
import type { PlanFound } from '../meeting-plan/details.js';
import { planMeetings } from '../meeting-plan/plan.js';

/** The headings of a plan as a table. */
export const HEAD = 'udvalg;dato;start;slut;sted;ekstraordinært';
const committee = (name: string, validTo?: string): OrganisationEvent => ({
  type: 'CommitteeEstablished',
  data: {
    ...{ committeeId: idOf(name), name, level: 'local', kind: 'local', parentId: null },
    ...{ covers: [idOf('unit')], validFrom: '2025-01-01', predecessors: [], ...(validTo && { validTo }) },
  },
});
const organisation = organisationOf([
  committee('HovedMED'),
  committee('LokalMED'),
  committee('LokalMED Nord'),
  committee('Gammelt udvalg', '2026-01-01'),
]);

type Meeting = readonly [meetingId: string, ...events: readonly MeetingEvent[]];
/** A meeting of the committee of that name was called for a day. */
export const called = (name: string, on: string): MeetingEvent => ({
  type: 'MeetingScheduled',
  data: { committeeId: idOf(name), on, extraordinary: false },
});
const part = meetingsFeature.reference!.meetings!;
/** The meetings of a register, by their events. */
export const meetingsOf = (...meetings: readonly Meeting[]): Meetings =>
  meetings
    .flatMap(([id, ...events]) => events.map((event) => ({ ...event, stream: `meeting-${id}` })))
    .reduce<Meetings>(
      (known, event) =>
        part.evolve(known, { ...event, id: '', revision: 0, position: '', meta: metadata() }) as Meetings,
      part.initial as Meetings,
    );

/** What would come of a plan beside some meetings, of which times and places may be known. */
export const planned = (
  extract: Extract,
  decisions?: MeetingPlanDecisions,
  meetings = meetingsOf(),
  details: PlanFound['details'] = new Map(),
) =>
  planMeetings(extract, decisions, {
    ...planContext(organisation),
    reference: { organisation, meetings },
    found: { details },
  });
/** The commands of a plan. */
export const stepsOf = ({ steps }: ReturnType<typeof planned>) =>
  steps.map((step) => 'command' in step && [step.command, step.subjectId, step.message]);

/** An entry of a calendar. */
export const entry = (
  uid: string,
  summary: string,
  on: string,
  changes: Partial<CalendarEntry> = {},
): CalendarEntry => ({
  ...{ uid, summary, on, cancelled: false },
  ...changes,
});
export const calendar = (...entries: readonly CalendarEntry[]): Extract => ({ kind: 'calendar', entries });
export const meetingOf = (uid: string): string => idOf('meetingPlan', uid);
