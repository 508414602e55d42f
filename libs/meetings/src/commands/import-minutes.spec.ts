import { decision } from '@rettidig/event-sourcing/testing';
import type { MeetingEvent } from '../meeting.events.js';
import { approved, MAIN, reference, rosterOf24April, told } from '../testing/main-committee.js';
import { importedFollowUpId, importedItemId, importMinutes } from './import-minutes.js';
import type { ImportedItem, ImportMinutes } from './import-minutes.message.js';

const MEETING = '00000000-0000-4000-8000-0000000000f7';
const item = (number: number, more: Partial<ImportedItem> = {}): ImportedItem => ({
  number,
  title: `Punkt ${number}`,
  standing: false,
  followUps: [],
  annexes: [],
  politicalDates: [],
  reference: `linje ${number}`,
  ...more,
});
const followUp = {
  followUpId: importedFollowUpId(MEETING, 2, 0),
  kind: 'nextMeeting' as const,
  what: 'En sag om kriterier',
  due: { nextMeeting: true },
  reference: 'linje 20',
};
const message: ImportMinutes = {
  importId: '00000000-0000-4000-8000-000000000091',
  committeeId: MAIN,
  heldOn: '2026-04-24',
  called: { startsAt: '10:00', endsAt: '12:00', extraordinary: false },
  attendance: [...rosterOf24April],
  items: [
    item(1, { standing: true }),
    item(2, { form: 'discussion', followUps: [followUp], annexes: ['2.1'] }),
    item(3, { jointSummary: [{ employeeSide: 'Bekymring', managementSide: 'Opfølgning', reference: 'linje 30' }] }),
  ],
  externalNumbers: [{ system: 'F2', value: '2026-1' }],
  documentDate: '2026-04-13',
  tellsDocument: true,
  reference: 'Referat af 24-04-2026',
};
const spec = decision(importMinutes, { reference, subjectId: MEETING });
const first = spec.given().when(message).decided();

describe('imported minutes', () => {
  it('tell a meeting that nobody knew of, in one append', () => {
    expect(first.map(({ type }) => type)).toEqual([
      'MeetingScheduled',
      'AgendaItemAdded',
      'AgendaItemAdded',
      'AgendaItemAdded',
      'AttendanceRecorded',
      'ItemDiscussed',
      'FollowUpAgreed',
      'ItemDiscussedWithJointSummary',
      'MinutesImported',
    ]);
    expect(first[2]!.data).toMatchObject({ itemId: importedItemId(MEETING, 2), source: { reference: 'linje 2' } });
    expect(first.at(-1)!.data).toMatchObject({
      documentDate: '2026-04-13',
      items: [{ itemId: importedItemId(MEETING, 2), annexes: ['2.1'] }],
    });
  });

  it('add nothing the second time, whichever import they come by', () => {
    spec
      .given(...first)
      .when(message)
      .then();
    const again = { ...message, importId: '00000000-0000-4000-8000-000000000092', tellsDocument: false };
    spec
      .given(...first)
      .when(again)
      .then();
  });

  it('add what is missing, and nothing else', () => {
    const [called, itemOne] = first;
    const types = spec
      .given(called!, itemOne!)
      .when(message)
      .decided()
      .map(({ type }) => type);
    expect(types.filter((type) => type === 'AgendaItemAdded')).toHaveLength(2);
    expect(types).not.toContain('MeetingScheduled');
    spec
      .given(...first.filter(({ type }) => type !== 'ItemDiscussed'))
      .when(message)
      .thenTypes('ItemDiscussed');
  });

  it('follow the minutes about who came where somebody chose so, once, and not after approval', () => {
    const came = rosterOf24April.find(({ presence }) => presence === 'present')!;
    const others = rosterOf24April.filter((entry) => entry !== came);
    const corrected = { ...message, attendance: [...others, { ...came, presence: 'excused' as const }] };
    spec
      .given(...first)
      .when(corrected)
      .then();
    const replacing = { ...corrected, replacesAttendance: true };
    const replaced = spec
      .given(...first)
      .when(replacing)
      .decided();
    expect(replaced.map(({ type }) => type)).toEqual(['AttendanceRecorded']);
    spec
      .given(...first, ...replaced)
      .when(replacing)
      .then();
    spec
      .given(...first, approved('chair', false), approved('deputyChair', true))
      .when(replacing)
      .then();
  });

  it('record nothing of what was said while it is not settled who came', () => {
    const { attendance: _unsettled, ...rest } = message;
    const unsettled = spec.given().when(rest).decided();
    expect(unsettled.map(({ type }) => type)).toEqual([
      'MeetingScheduled',
      'AgendaItemAdded',
      'AgendaItemAdded',
      'AgendaItemAdded',
      'MinutesImported',
    ]);
    spec
      .given(...unsettled)
      .when(message)
      .thenTypes('AttendanceRecorded', 'ItemDiscussed', 'FollowUpAgreed', 'ItemDiscussedWithJointSummary');
  });

  it('leave items alone that were taken off, and promises that somebody entered', () => {
    const withdrawn: MeetingEvent = {
      type: 'AgendaItemWithdrawn',
      data: { itemId: importedItemId(MEETING, 2), caseIds: [], reason: 'Udsat' },
    };
    const before = first.slice(0, 5);
    const types = spec
      .given(...before, withdrawn)
      .when(message)
      .decided()
      .map(({ type }) => type);
    expect(types).toEqual(['ItemDiscussedWithJointSummary', 'MinutesImported']);
    const entered = { ...first[6]!, data: { ...first[6]!.data, followUpId: 'by-hand' } } as MeetingEvent;
    spec
      .given(...before, entered)
      .when(message)
      .thenTypes('ItemDiscussed', 'ItemDiscussedWithJointSummary', 'MinutesImported');
  });

  it('change nothing of approved minutes, and are refused for a cancelled meeting or one to come', () => {
    spec.given(first[0]!, approved('chair', false), approved('deputyChair', true)).when(message).then();
    spec
      .given(first[0]!, { type: 'MeetingCancelled', data: { reason: 'Sygdom' } })
      .when(message)
      .thenRefused('meeting.cancelled');
    spec
      .given()
      .when({ ...message, heldOn: '2026-04-25' })
      .thenRefused('meeting.held-in-the-future');
    spec
      .given()
      .when({ ...message, committeeId: 'nobody' })
      .thenRefused('meeting.committee-unknown');
  });

  it('leave an approval as it was given when they only say where the minutes lie', () => {
    const [meeting, chair] = [
      told(...first.slice(0, -1), approved('chair', false), first.at(-1)!),
      { office: 'chair' },
    ];
    expect(meeting!.approvals).toMatchObject([chair]);
  });
});
