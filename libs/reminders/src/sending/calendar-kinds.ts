/** Kinds whose mails put a meeting into the receiver's calendar, change it there or take it away. */
const CALENDAR_KINDS: ReadonlySet<string> = new Set(['meetingComing', 'meetingChanged']);

/** Whether a mail about it carries the meeting for the receiver's calendar. */
export const isCalendarKind = (kind: string): boolean => CALENDAR_KINDS.has(kind);
