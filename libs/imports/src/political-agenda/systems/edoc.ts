import type { FieldMap } from '../field-map.js';

/**
 * eDoc, one file a meeting. Verified against a public importer: everything down to `MeetingAgendaItem` with
 * `AgendaItemNumber`, `FullText` and `Document` (`documentid`, `Title`, `PublishingType`, where only `SKAL PUBLICERES` is
 * open), and that `AgendaType` says `lukket` of a closed part. Assumed: the case number.
 */
export const edoc: FieldMap = {
  source: 'edoc',
  root: 'Meeting',
  holds: 'MeetingAgendaTypes/MeetingAgendaType',
  body: ['Committee'],
  day: ['MeetingDate'],
  kind: ['MeetingState'],
  part: 'MeetingAgendaTypes/MeetingAgendaType',
  partAccess: 'AgendaType',
  items: 'MeetingAgendaItems/MeetingAgendaItem',
  item: {
    key: ['Document/@documentid'],
    number: ['AgendaItemNumber'],
    title: ['Document/Title'],
    text: ['FullText'],
    access: ['Document/PublishingType'],
    openIs: ['skal publiceres'],
    numbers: [
      { path: 'Document/CaseNumber', system: 'eDoc' },
      { path: 'CaseNumber', system: 'eDoc' },
    ],
  },
};
