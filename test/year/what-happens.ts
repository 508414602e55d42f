import { defaultRuleSet } from '@rettidig/rules';
import type { Life } from './life.js';
import type { Municipality } from './municipality.js';

/** What happens around the cases on one day of the year. */
export async function whatHappensOn(day: string, life: Life, town: Municipality): Promise<void> {
  await happenings[day]?.(life, town);
}

const because = { reason: 'Lokalet er optaget' };
const REORGANISED_ON = '2026-06-01';

/** The meeting of a committee that is called for a day. */
function meetingOn(life: Life, committeeId: string, on: string): string {
  const meeting = life.world.meetings.find((one) => one.committeeId === committeeId && one.on === on);
  if (!meeting) throw new Error(`no meeting on ${on}`);
  return meeting.meetingId;
}

const happenings: Readonly<Record<string, (life: Life, town: Municipality) => Promise<unknown>>> = {
  // Three working days are lost between the meeting and its papers at Easter.
  '2026-02-20': (life, { main }) =>
    life.doesAsAsked({
      ...{ command: 'MoveMeeting', id: meetingOn(life, main, '2026-04-10'), message: { to: '2026-04-28', ...because } },
    }),
  '2026-03-16': (life) =>
    life.doesAsAsked({
      command: 'AgreeClosingDays',
      message: {
        ...{ version: '2026-1', effectiveFrom: '2026-04-01', single: ['2026-05-15'], avoid: [{ week: 42 }] },
        yearly: [
          { month: 5, day: 1 },
          { month: 6, day: 5 },
          { month: 12, day: 24 },
          { month: 12, day: 31 },
        ],
      },
    }),
  '2026-04-15': reorganise,
  // Ten days after the first of two decisions that were planned for one body.
  '2026-04-27': (life) =>
    life.doesAsAsked({
      command: 'AgreeReadings',
      message: {
        ...{ kind: 'newService', body: 'socialCommittee', version: '2026-1' },
        ...{ effectiveFrom: '2026-04-01', readings: 2 },
      },
    }),
  // One meeting of an area that is no more by then, one that was to be the last before many a decision.
  '2026-05-12': (life, { main }) =>
    life.doesAsAsked({ command: 'CancelMeeting', id: meetingOn(life, main, '2026-06-11'), message: because }),
  '2026-05-20': (life, { main }) =>
    life.doesAsAsked({
      command: 'ScheduleMeeting',
      message: { committeeId: main, on: '2026-06-18', extraordinary: true },
    }),
  '2026-07-01': agreeOnTransitionalBodies,
  '2026-08-10': (life) =>
    life.doesAsAsked({
      command: 'PublishRuleSet',
      message: {
        ...defaultRuleSet,
        ...{ version: '2026-2', effectiveFrom: '2026-08-24' },
        rules: defaultRuleSet.rules
          .filter(({ id }) => !['moreSectionManagersToMainCommittee', 'alsoLocalCommitteeOfUnit'].includes(id))
          .map(({ before, ...rule }) => ({
            ...rule,
            ...(before && { before: before.filter((id) => id !== 'moreSectionManagersToMainCommittee') }),
          })),
      },
    }),
  '2026-08-17': (life, { main }) =>
    life.doesAsAsked({
      command: 'AgreeLocalTimetable',
      message: {
        ...{ committeeId: main, version: '2026-2', effectiveFrom: '2026-09-01' },
        ...{ itemsDue: { count: 15, kind: 'workday' }, materialDue: { count: 10, kind: 'workday' } },
      },
    }),
  '2026-09-21': async (life, { main }) => {
    const said = { deadline: 'materialDue', on: '2026-09-21', reason: 'Forslagene kommer fra en anden forvaltning' };
    for (const role of ['chair', 'deputyChair'])
      await life.does('WaiveDeadline', said, { role, on: meetingOn(life, main, '2026-10-08') });
  },
  // Into week 53, between Christmas and New Year.
  '2026-11-05': (life, { main }) =>
    life.doesAsAsked({
      ...{ command: 'MoveMeeting', id: meetingOn(life, main, '2026-11-19'), message: { to: '2026-12-30', ...because } },
    }),
  '2026-11-12': moveADecision,
};

/**
 * From June on two levels only: four new services with transitional local committees, eight services that go over into
 * them, two areas that end.
 */
async function reorganise(life: Life, { centres, services, areas, locals, main }: Municipality): Promise<void> {
  await life.doesAsAsked({
    command: 'DeclareTransitionPeriod',
    message: { levelsInForce: ['main', 'local'], from: REORGANISED_ON },
  });
  for (const centre of [0, 1, 2, 3]) {
    const { unitId } = await life.does('EstablishUnit', {
      ...{ name: `Nyt tilbud ${centre + 1}`, parentId: centres[centre], validFrom: REORGANISED_ON },
    });
    await life.does('EstablishCommittee', {
      ...{ name: `OvergangslokalMED ${centre + 1}`, level: 'local', kind: 'transitionalLocal', covers: [unitId] },
      ...{ parentId: main, validFrom: REORGANISED_ON, predecessors: [locals[centre]![2]] },
    });
    await life.doesAsAsked({
      command: 'DissolveCommittee',
      message: { committeeId: locals[centre]![2], on: REORGANISED_ON },
    });
    for (const closed of services[centre]!.slice(2, 4))
      await life.doesAsAsked({
        command: 'CloseUnit',
        message: { unitId: closed, on: REORGANISED_ON, successors: [unitId] },
      });
  }
  for (const area of areas.slice(0, 2))
    await life.doesAsAsked({ command: 'DissolveCommittee', message: { committeeId: area, on: REORGANISED_ON } });
}

async function agreeOnTransitionalBodies(life: Life): Promise<void> {
  const transitional = life.events
    .filter(
      ({ type, data }) => type === 'CommitteeEstablished' && (data as { kind: string }).kind === 'transitionalLocal',
    )
    .map(({ data }) => (data as { committeeId: string }).committeeId);
  for (const committeeId of transitional.slice(0, 3)) {
    await life.does('ScheduleMeeting', { committeeId, on: '2026-09-15' });
    await life.does('ScheduleMeeting', { committeeId, on: '2026-11-24' });
    await life.doesAsAsked({ command: 'AgreeOnTransitionalBody', message: { committeeId, from: '2026-07-06' } });
  }
}

/** The decisions of open cases are put off, into January and into February. */
async function moveADecision(life: Life): Promise<void> {
  const to = ['2027-01-06', '2027-02-03'];
  for (const [n, [changeId, { points, decided, started }]] of [...life.world.cases].entries()) {
    const point = [...points.values()].find(({ when }) => 'on' in when && when.on > '2026-12-01');
    if (!point || decided.length > 0 || started.length > 0) continue;
    const message = { pointId: point.pointId, to: { on: to[n % to.length] }, reason: 'Forhandlingerne er udskudt' };
    await life.doesAsAsked({ command: 'MoveDecisionPoint', id: changeId, message });
  }
}
