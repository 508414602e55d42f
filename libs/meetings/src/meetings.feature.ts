import type { Feature } from '@rettidig/event-sourcing';
import { addAgendaItem } from './commands/add-agenda-item.js';
import { agreeFollowUp } from './commands/agree-follow-up.js';
import { assignFollowUp } from './commands/assign-follow-up.js';
import { approveMinutes } from './commands/approve-minutes.js';
import { callDeputy } from './commands/call-deputy.js';
import { cancelMeeting } from './commands/cancel-meeting.js';
import { completeFollowUp } from './commands/complete-follow-up.js';
import { discussItem } from './commands/discuss-item.js';
import { importMinutes } from './commands/import-minutes.js';
import { cancelImportedMeeting, moveImportedMeeting, scheduleImportedMeeting } from './commands/imported-meetings.js';
import { moveMeeting } from './commands/move-meeting.js';
import { recordAttendance } from './commands/record-attendance.js';
import { recordGroupDiscussion } from './commands/record-group-discussion.js';
import { scheduleMeeting } from './commands/schedule-meeting.js';
import { summariseItemJointly } from './commands/summarise-item-jointly.js';
import { waiveDeadline } from './commands/waive-deadline.js';
import { withdrawAgendaItem } from './commands/withdraw-agenda-item.js';
import { meetingSealedFields } from './meeting.events.js';
import { meetingsPart } from './meetings.js';
import { meetingsProjection } from './projections/meetings.projection.js';
import { getMeeting } from './queries/get-meeting.js';
import { listMeetings } from './queries/list-meetings.js';
import { meetingRefusals } from './texts.js';

/** Everything that meetings add to the product. */
export const meetingsFeature: Feature = {
  name: 'meetings',
  tags: {
    meetings:
      'Meetings of the MED committees: plan, agenda, attendance, discussion, follow-up and approval of the minutes.',
  },
  commands: [
    scheduleMeeting,
    scheduleImportedMeeting,
    moveImportedMeeting,
    cancelImportedMeeting,
    moveMeeting,
    cancelMeeting,
    addAgendaItem,
    withdrawAgendaItem,
    callDeputy,
    recordAttendance,
    discussItem,
    summariseItemJointly,
    agreeFollowUp,
    assignFollowUp,
    completeFollowUp,
    waiveDeadline,
    approveMinutes,
    importMinutes,
    recordGroupDiscussion,
  ],
  queries: [listMeetings, getMeeting],
  projections: [meetingsProjection],
  reactions: [],
  sealedFields: meetingSealedFields,
  reference: { meetings: meetingsPart },
  refusals: meetingRefusals,
};
