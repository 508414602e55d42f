import type { QueryContext } from '@rettidig/event-sourcing';
import { NO_STREAM } from '@rettidig/event-sourcing';
import { memoryEngine, recorded, requestOf } from '@rettidig/event-sourcing/testing';
import { organisationFeature } from '@rettidig/organisation';
import { rulesFeature } from '@rettidig/rules';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { meetingsFeature } from './meetings.feature.js';
import { getMeeting } from './queries/get-meeting.js';
import { listMeetings } from './queries/list-meetings.js';
import { CHAIR, DEPUTY_CHAIR, MAIN, rosterOf24April, structure, SECRETARY } from './testing/main-committee.js';

/** The meeting of 24 April 2026 through an engine with all real parts, each message checked as HTTP checks it. */
async function playedMeeting() {
  const parts = memoryEngine([organisationFeature, rulesFeature, meetingsFeature]);
  await parts.store.append('organisation-administration', NO_STREAM, recorded(structure));
  await parts.engine.start();
  let meetingId: string | undefined;
  let etag: string | undefined;
  const say = async (name: string, plain: object, by = SECRETARY) => {
    const { message } = meetingsFeature.commands.find((command) => command.name === name)!;
    const checked = plainToInstance(message, plain);
    expect(validateSync(checked, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    const receipt = await parts.engine.dispatch(
      requestOf(name, checked, {
        actor: { id: by, role: 'secretariat' },
        ...(meetingId && { subjectId: meetingId }),
        ...(etag && { ifMatch: etag }),
      }),
    );
    meetingId = receipt.subjectId;
    etag = receipt.etag;
    return receipt.answer as Record<string, string>;
  };
  const source = { kind: 'minutes', reference: 'linje 1-9' };
  await say('ScheduleMeeting', { committeeId: MAIN, on: '2026-04-24', startsAt: '10:00', endsAt: '12:00', source });
  const second = await say('AddAgendaItem', { number: 2, title: 'Tilbud til unge', caseIds: [MAIN], source });
  const sixth = await say('AddAgendaItem', { number: 6, title: 'Status uden referat' });
  const counted = await say('RecordAttendance', {
    heldOn: '2026-04-24',
    entries: rosterOf24April,
  });
  await say('DiscussItem', { itemId: second['itemId'], form: 'discussion', source });
  await say('SummariseItemJointly', {
    itemId: sixth['itemId'],
    summary: [{ employeeSide: 'Ventetiden er lang', managementSide: 'Takker for det', source }],
  });
  const followUp = await say('AgreeFollowUp', {
    itemId: second['itemId'],
    kind: 'nextMeeting',
    what: 'Sag om kriterier',
    due: { nextMeeting: true },
    source,
  });
  await say('ApproveMinutes', { on: '2026-04-24' }, CHAIR);
  const approval = await say('ApproveMinutes', { on: '2026-04-24' }, DEPUTY_CHAIR);
  await parts.engine.settled();
  const context = parts.engine.queryContext({ id: CHAIR, role: 'chair' }, 'da') as QueryContext<never>;
  return { ...parts, meetingId: meetingId!, etag, counted, followUp, approval, context };
}

describe('the meeting of 24 April 2026, through the engine', () => {
  let played: Awaited<ReturnType<typeof playedMeeting>>;
  beforeAll(async () => {
    played = await playedMeeting();
  });
  afterAll(() => played.engine.stop());

  it('answers its commands with what was counted, what is missing and who approved', () => {
    expect(played.counted).toMatchObject({ seats: 22, present: 14, deputies: 1, excused: 9, flags: [] });
    expect(played.followUp).toMatchObject({ missing: ['owner'] });
    expect(played.approval).toMatchObject({ byBoth: true });
  });

  it('keeps no free text in the clear in the log', async () => {
    const stored = JSON.stringify(await played.store.readStream(`meeting-${played.meetingId}`));
    for (const text of ['Tilbud til unge', 'Ventetiden', 'Takker', 'kriterier', 'linje 1-9']) {
      expect(stored).not.toContain(text);
    }
  });

  it('gives the ETag in detail that the last command gave', async () => {
    const { etag } = await getMeeting.handle({ id: played.meetingId }, played.context);
    expect(`"${etag}"`).toBe(played.etag);
  });

  it('shows in the list and in detail what was said', async () => {
    expect(await listMeetings.handle({ text: 'unge' }, played.context)).toMatchObject({
      total: 1,
      items: [{ meetingId: played.meetingId, status: 'held', present: 14, excused: 9, minutesApproved: true }],
    });
    const detail = await getMeeting.handle({ id: played.meetingId }, played.context);
    expect(detail).toMatchObject({
      minutesApproved: true,
      source: { reference: 'linje 1-9' },
      items: [
        { title: 'Tilbud til unge', form: 'discussion', followUps: [{ what: 'Sag om kriterier' }] },
        { jointSummary: [{ employeeSide: 'Ventetiden er lang', managementSide: 'Takker for det' }] },
      ],
      attendance: { both: { present: 14 } },
    });
  });
});
