import { idOf } from '@rettidig/event-sourcing';
import { isLocalDate, plusCalendarDays } from '@rettidig/vocabulary';
import type { Life } from './life.js';

const FIRST = '2026-01-01';
const CENTRES = 6;
/** With the administration and its centres sixty units. */
const SERVICES = 53;

/** Sixty units, twenty-five committees: a main one, one for each centre, three local ones below each. */
export interface Municipality {
  readonly top: string;
  readonly centres: readonly string[];
  /** By centre. */
  readonly services: readonly (readonly string[])[];
  readonly main: string;
  readonly areas: readonly string[];
  /** By centre, for its first three services. */
  readonly locals: readonly (readonly string[])[];
}

/** The weekday on or after a day: nobody calls a meeting for a Sunday. */
export function weekday(day: string): string {
  const at = new Date(`${day}T12:00:00Z`).getUTCDay();
  return at === 6 ? plusCalendarDays(day, 2) : at === 0 ? plusCalendarDays(day, 1) : day;
}

const offices = [
  ['management', 'chair'],
  ['employees', 'deputyChair'],
] as const;

export async function foundMunicipality(life: Life): Promise<Municipality> {
  const unit = async (name: string, parentId: string | null): Promise<string> =>
    (await life.does('EstablishUnit', { name, parentId, validFrom: FIRST }))['unitId']!;
  const committee = async (name: string, level: string, covers: string, parentId: string | null): Promise<string> =>
    (await life.does('EstablishCommittee', { name, level, kind: level, covers: [covers], parentId, validFrom: FIRST }))[
      'committeeId'
    ]!;
  const top = await unit('Forvaltningen', null);
  const centres: string[] = [];
  for (let n = 0; n < CENTRES; n += 1) centres.push(await unit(`Center ${n + 1}`, top));
  const services: string[][] = centres.map(() => []);
  for (let n = 0; n < SERVICES; n += 1)
    services[n % CENTRES]!.push(await unit(`Tilbud ${n + 1}`, centres[n % CENTRES]!));
  const main = await committee('HovedMED', 'main', top, null);
  const areas: string[] = [];
  const locals: string[][] = [];
  for (const [n, centre] of centres.entries()) {
    const area = await committee(`OmrådeMED ${n + 1}`, 'area', centre, main);
    areas.push(area);
    const below: string[] = [];
    for (const service of services[n]!.slice(0, 3)) below.push(await committee('LokalMED', 'local', service, area));
    locals.push(below);
  }
  for (const committeeId of [main, ...areas]) {
    for (const [side, office] of offices) {
      const { seatId } = await life.does('CreateSeat', {
        ...{ committeeId, side, office, representativeKind: 'manager', from: FIRST },
      });
      await life.does('FillSeat', { seatId, personId: idOf('persona', office), from: FIRST });
    }
  }
  return { top, centres, services, main, areas, locals };
}

/** What the committees and the politicians agreed on; two of three local committees agreed on nothing. */
export async function agreeTimetables(life: Life, { main, areas, locals }: Municipality): Promise<void> {
  const agree = (committeeId: string, days: object) =>
    life.does('AgreeLocalTimetable', { committeeId, version: '2026-1', effectiveFrom: FIRST, ...days });
  const days = (count: number, kind = 'calendar') => ({ count, kind });
  await agree(main, { itemsDue: days(21), materialDue: days(14), preMeeting: days(7), draftReady: days(28) });
  for (const [n, area] of areas.entries()) {
    await agree(
      area,
      n % 2 === 0
        ? { itemsDue: days(10, 'workday'), materialDue: days(7, 'workday') }
        : { alignment: days(40), contactCommittee: days(12), materialDue: days(8, 'weekdayInclSaturday') },
    );
  }
  for (const below of locals) await agree(below[0]!, { materialDue: days(5, 'workday') });
  const political = [
    ['socialCommittee', days(14)],
    ['financeCommittee', days(8, 'workday')],
  ] as const;
  for (const [body, recommendationDue] of political)
    await life.does('AgreePoliticalTimetable', { body, version: '2026-1', effectiveFrom: FIRST, recommendationDue });
}

/** The plan of meetings: the last ones of the main committee lie in week 53 and after the turn of the year. */
export async function callMeetings(life: Life, { main, areas, locals }: Municipality): Promise<void> {
  const call = (committeeId: string, on: string) => life.does('ScheduleMeeting', { committeeId, on: weekday(on) });
  const ofMain = ['01-22', '03-05', '04-10', '04-24', '06-11', '08-27', '10-08', '11-19', '12-28'];
  for (const day of ofMain) await call(main, `2026-${day}`);
  await call(main, '2027-01-14');
  for (const [n, area] of areas.entries())
    for (const month of ['02', '04', '06', '09', '11'])
      await call(area, `2026-${month}-${String(3 + n * 4).padStart(2, '0')}`);
  for (const [n, below] of locals.entries())
    for (const [m, local] of below.entries())
      for (const month of ['01', '03', '05', '08', '10', '12']) await call(local, dayIn(month, 8 + 2 * n + 5 * m));
}

function dayIn(month: string, day: number): string {
  const wanted = `2026-${month}-${String(day).padStart(2, '0')}`;
  return isLocalDate(wanted) ? wanted : `2026-${month}-28`;
}
