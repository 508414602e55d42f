import { Day, Flag, FreeText, Id, OneOf, Pattern } from '@rettidig/vocabulary';
import type { MeetingStatus } from '../words.js';
import { meetingStatuses } from '../words.js';

/** What the list and the meeting itself say of it. */
export abstract class MeetingInShort {
  @Id({ description: 'The meeting.' })
  meetingId!: string;

  @Id({ description: 'The committee that meets.' })
  committeeId!: string;

  @FreeText({ description: 'Its name.', max: 200 })
  committeeName!: string;

  @Day({ description: 'The day it is called for.' })
  on!: string;

  @Day({ description: 'The day it was held; null until that is recorded.', nullable: true })
  heldOn!: string | null;

  @Pattern(/^\d\d:\d\d$/, { description: 'Start, local time of day.', example: '10:00', nullable: true })
  startsAt!: string | null;

  @Pattern(/^\d\d:\d\d$/, { description: 'End, local time of day.', example: '12:00', nullable: true })
  endsAt!: string | null;

  @Flag({ description: 'Outside the yearly plan.' })
  extraordinary!: boolean;

  @OneOf(meetingStatuses, { description: 'Its state.' })
  status!: MeetingStatus;
}
