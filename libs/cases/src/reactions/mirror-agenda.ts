import type { DomainEvent, RecordedEvent, ReactionCommand } from '@rettidig/event-sourcing';
import { reaction, subjectOf } from '@rettidig/event-sourcing';
import type { MeetingEvent } from '@rettidig/meetings';
import { meetingOf } from '@rettidig/meetings';
import type { ChangeReference } from '../checks.js';

/** The meeting owns placement; the case shows it. */
export const mirrorAgenda = reaction<MeetingEvent, ChangeReference>({
  name: 'mirror-agenda-on-cases',
  startAt: 'start',
  on: {
    AgendaItemAdded: (event) => event.data.caseIds.map((caseId) => placement(caseId, event.stream, event.data.itemId)),
    AgendaItemWithdrawn: (event) =>
      event.data.caseIds.map((caseId) => removal(caseId, event, event.data.itemId, 'itemWithdrawn')),
    // With other hours of the same day it stands where it stood. A case told so would plan anew, and give the agenda as the
    // reason for what became another plan because of something else.
    MeetingMoved: (event, { reference }) =>
      event.data.from === event.data.to
        ? []
        : casesOf(event, reference).map(({ caseId, itemId }) => placement(caseId, event.stream, itemId)),
    MeetingCancelled: (event, { reference }) =>
      casesOf(event, reference).map(({ caseId, itemId }) => removal(caseId, event, itemId, 'meetingCancelled')),
  },
});

/** What stands on the meeting's agenda, item by item. */
function casesOf({ stream }: RecordedEvent, { meetings }: ChangeReference): { caseId: string; itemId: string }[] {
  const items = [...(meetingOf(meetings, subjectOf(stream))?.items.values() ?? [])];
  return items
    .filter(({ status }) => status !== 'withdrawn')
    .flatMap(({ itemId, caseIds }) => caseIds.map((caseId) => ({ caseId, itemId })));
}

const placement = (caseId: string, stream: string, itemId: string): ReactionCommand => ({
  command: 'MirrorPlacement',
  subjectId: caseId,
  message: { meetingId: subjectOf(stream), itemId },
});

const removal = (
  caseId: string,
  { stream, meta, data }: RecordedEvent<DomainEvent<string, { readonly reason: string }>>,
  itemId: string,
  because: string,
): ReactionCommand => ({
  command: 'MirrorRemovalFromAgenda',
  subjectId: caseId,
  message: {
    meetingId: subjectOf(stream),
    itemId,
    because,
    personId: meta.actor.id,
    role: meta.actor.role,
    reason: data.reason,
  },
});
