import { Refused } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { structureOn } from '@rettidig/organisation';
import type { LocalDate } from '@rettidig/vocabulary';
import type { Stage } from './meeting.events.js';
import type { AgendaItem } from './meeting.js';
import type { Meetings, MeetingState } from './meetings.js';
import { itemsWithCase } from './meetings.js';

/** A case that is about to be put on an agenda. */
export interface Intended {
  readonly caseId: string;
  readonly meetingId: string;
  readonly committeeId: string;
  readonly on: LocalDate;
  /** How far the material has come; missing when nobody said. */
  readonly stage: Stage | undefined;
}

interface References {
  readonly organisation: Organisation;
  readonly meetings: Meetings;
}

/**
 * One case at one stage is treated in one committee (B14). Another stage is another treatment (A14), and a local
 * committee's own item stands beside that of a higher one, never instead (B19). What nobody said the stage of cannot be
 * told from what the other committee has; in the same committee it may be the same talk going on.
 * @throws Refused naming the other treatment: committee, day and item.
 */
export function notTreatedTwice(intended: Intended, references: References): void {
  const others = itemsWithCase(references.meetings, intended.caseId).filter(
    ({ meeting, item }) => meeting.meetingId !== intended.meetingId && isTreatment(meeting, item),
  );
  for (const { meeting, item } of others) {
    const { caseId } = intended;
    const other = { caseId, on: meeting.heldOn ?? meeting.on, number: item.number };
    if (meeting.committeeId !== intended.committeeId) {
      if (!isSecondBody(intended, { ...other, committeeId: meeting.committeeId, stage: item.stage }, references))
        continue;
      throw new Refused('meeting.case-treated-elsewhere', { ...other, committeeId: meeting.committeeId });
    }
    if (item.status === 'discussed' && item.stage && item.stage === intended.stage) {
      throw new Refused('meeting.case-discussed-at-this-stage', { ...other, stage: item.stage });
    }
  }
}

type Treatment = Pick<Intended, 'committeeId' | 'on' | 'stage'>;

/** Two committees that both count, neither of them local, at what may be the same stage. */
function isSecondBody(intended: Treatment, other: Treatment, { organisation }: References): boolean {
  if (intended.stage !== undefined && intended.stage !== other.stage) return false;
  return [intended, other].every(({ committeeId, on }) => {
    const committee = structureOn(organisation, on).committees.get(committeeId);
    return committee?.levelInForce === true && committee.level !== 'local';
  });
}

/** It is to be discussed there, or was. A briefing treats nothing. */
const isTreatment = (meeting: MeetingState, item: AgendaItem): boolean =>
  item.status === 'discussed'
    ? item.form === 'discussion'
    : item.status === 'planned' && meeting.status === 'scheduled';
