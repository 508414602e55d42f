import { idOf } from '@rettidig/event-sourcing';
import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Random } from '../support/random.js';
import type { Office } from './office.js';

export const FIRST_DAY = '2026-01-01';
const CENTRES = 6;
/** With the administration and its centres sixty units. */
const SERVICES = 53;

/** A MED committee with the seats that it was founded with. */
export interface TownCommittee {
  readonly committeeId: string;
  readonly level: 'main' | 'area' | 'local';
  readonly covers: string;
  readonly seats: readonly { readonly seatId: string; readonly personId: string; readonly office?: string }[];
}

/** Sixty units, twenty-five committees, and the people who hold their seats. */
export interface Town {
  readonly top: string;
  readonly centres: readonly string[];
  /** By centre. */
  readonly services: readonly (readonly string[])[];
  readonly committees: readonly TownCommittee[];
}

/** Names a person: the same name is the same person in every run. */
export const personOf = (name: string): string => idOf('simulated person', name);

/** The manager of a unit: the number counts those who were it before. */
export const managerOf = (unitId: string, number: number): string => personOf(`leder ${unitId} ${number}`);

const seatsOf = (level: string) =>
  [
    ['management', 'chair'],
    ['employees', 'deputyChair'],
    ...(level === 'main' ? ([['management', 'secretary']] as const) : []),
    ['management', undefined],
    ['employees', undefined],
    ['employees', undefined],
    ...(level === 'local'
      ? []
      : ([
          ['employees', undefined],
          ['employees', undefined],
        ] as const)),
  ] as const;

/** Founds it: units, committees with their seats, what they agreed on, and meetings for two years and a quarter. */
export async function foundTown(office: Office, random: Random): Promise<Town> {
  const unit = async (name: string, parentId: string | null): Promise<string> =>
    (await office.does('EstablishUnit', { name, parentId, validFrom: FIRST_DAY }))['unitId']!;
  const committees: TownCommittee[] = [];
  const committee = async (name: string, level: TownCommittee['level'], covers: string, parentId: string | null) => {
    const founded = { name, level, kind: level, covers: [covers], parentId, validFrom: FIRST_DAY };
    const { committeeId } = await office.does('EstablishCommittee', founded);
    committees.push({
      committeeId: committeeId!,
      level,
      covers,
      seats: await fillSeats(office, { committeeId: committeeId!, name, level, covers }),
    });
    return committeeId!;
  };
  const top = await unit('Forvaltningen', null);
  const centres: string[] = [];
  for (let n = 0; n < CENTRES; n += 1) centres.push(await unit(`Center ${n + 1}`, top));
  const services: string[][] = centres.map(() => []);
  for (let n = 0; n < SERVICES; n += 1)
    services[n % CENTRES]!.push(await unit(`Tilbud ${n + 1}`, centres[n % CENTRES]!));
  const main = await committee('HovedMED', 'main', top, null);
  for (const [n, centre] of centres.entries()) {
    const area = await committee(`OmrådeMED ${n + 1}`, 'area', centre, main);
    for (const [m, service] of services[n]!.slice(0, 3).entries())
      await committee(`LokalMED ${n + 1}.${m + 1}`, 'local', service, area);
  }
  const town = { top, centres, services, committees };
  await agreeTimetables(office, town);
  await callMeetings(office, town, random);
  return town;
}

async function fillSeats(
  office: Office,
  { committeeId, name, level, covers }: Readonly<Record<'committeeId' | 'name' | 'level' | 'covers', string>>,
): Promise<TownCommittee['seats']> {
  const seats: { seatId: string; personId: string; office?: string }[] = [];
  for (const [n, [side, held]] of seatsOf(level).entries()) {
    const { seatId } = await office.does('CreateSeat', {
      ...{ committeeId, side, from: FIRST_DAY, ...(held && { office: held }) },
      representativeKind: side === 'management' ? 'manager' : 'unionRepresentative',
    });
    // The manager of what it covers is the chair.
    const personId = held === 'chair' ? managerOf(covers, 0) : personOf(`${name} ${n}`);
    await office.does('FillSeat', { seatId, personId, from: FIRST_DAY });
    seats.push({ seatId: seatId!, personId, ...(held && { office: held }) });
  }
  return seats;
}

/** Every second local committee agreed on nothing. */
async function agreeTimetables(office: Office, { committees }: Town): Promise<void> {
  const days = (count: number, kind = 'calendar') => ({ count, kind });
  for (const [n, { committeeId, level }] of committees.entries()) {
    if (level === 'local' && n % 2 === 0) continue;
    const agreed =
      level === 'main'
        ? { itemsDue: days(21), materialDue: days(14), minutesDue: days(14) }
        : { itemsDue: days(10, 'workday'), materialDue: days(7, 'workday'), minutesDue: days(10, 'workday') };
    await office.does('AgreeLocalTimetable', { committeeId, version: '2026-1', effectiveFrom: FIRST_DAY, ...agreed });
  }
  for (const body of ['socialCommittee', 'financeCommittee'])
    await office.does('AgreePoliticalTimetable', {
      ...{ body, version: '2026-1', effectiveFrom: FIRST_DAY, recommendationDue: days(14) },
    });
}

/** Every committee meets every six to nine weeks; some meetings have a time of day. */
async function callMeetings(office: Office, { committees }: Town, random: Random): Promise<void> {
  for (const [n, { committeeId, level }] of committees.entries()) {
    const every = level === 'main' ? 42 : 49 + random.below(14);
    for (let at = 14 + n; at < 2 * 365 + 90; at += every) {
      const on = weekday(plusCalendarDays(FIRST_DAY, at));
      const times = random.chance(0.8) ? { startsAt: '10:00', endsAt: '12:00' } : {};
      await office.does('ScheduleMeeting', { committeeId, on, ...times });
    }
  }
}

/** The weekday on or after a day: nobody calls a meeting for a Sunday. */
export function weekday(day: string): string {
  const at = new Date(`${day}T12:00:00Z`).getUTCDay();
  return at === 6 ? plusCalendarDays(day, 2) : at === 0 ? plusCalendarDays(day, 1) : day;
}
