import type { PlanCause } from './plan.events.js';
import { planTold } from './plan.words.js';
import { plan } from './testing/given-cases.js';

const committee = (): string => 'HovedMED';
const told = (cause: PlanCause, ...plans: ReturnType<typeof plan>[]): string =>
  planTold({ plans, cause }, committee).da;

describe('a plan in a sentence', () => {
  it.each<[PlanCause, string]>([
    [{ what: 'case' }, 'Plan: '],
    [
      { what: 'meeting', did: 'scheduled', on: '2026-05-12' },
      'Planen er ændret, fordi der er indkaldt til møde den 12.05.2026: ',
    ],
    [
      { what: 'meeting', did: 'cancelled', on: '2026-05-12' },
      'Planen er ændret, fordi mødet den 12.05.2026 er aflyst: ',
    ],
    [{ what: 'meeting', did: 'held', on: '2026-05-12' }, 'Planen er ændret, fordi mødet den 12.05.2026 er holdt: '],
    [
      { what: 'meeting', did: 'onAgenda', on: '2026-05-12' },
      'Planen er ændret, fordi sagen er sat på dagsordenen til mødet den 12.05.2026: ',
    ],
    [
      { what: 'meeting', did: 'offAgenda', on: '2026-05-12' },
      'Planen er ændret, fordi sagen er taget af dagsordenen til mødet den 12.05.2026: ',
    ],
    [{ what: 'meeting' }, 'Planen er ændret, fordi mødeplanen er ændret: '],
    [{ what: 'structure' }, 'Planen er ændret, fordi MED-strukturen er ændret: '],
    [{ what: 'rules' }, 'Planen er ændret, fordi reglerne er ændret: '],
    [{ what: 'calendar' }, 'Planen er ændret, fordi kommunens lukkedage er ændret: '],
    [{ what: 'timetable' }, 'Planen er ændret, fordi der er aftalt andre frister: '],
    [{ what: 'readings' }, 'Planen er ændret, fordi der er aftalt et andet antal politiske behandlinger: '],
    [{ what: 'waiver' }, 'Planen er ændret, fordi formand og næstformand har fraveget en frist: '],
    [{ what: 'dayCame', on: '2026-06-01' }, 'Planen er ændret, fordi en ændring er trådt i kraft den 01.06.2026: '],
  ])('says why: %j', (cause, beginning) => {
    expect(told(cause, plan())).toBe(`${beginning}HovedMED på mødet den 12.05.2026, før den 03.06.2026.`);
  });

  it('says what is missing where nothing can be aimed at', () => {
    const undated = { reviewBefore: null, pastFrom: null };
    expect(told({ what: 'case' }, plan('one', undated))).toBe('Plan: HovedMED på mødet den 12.05.2026.');
    expect(told({ what: 'case' }, plan('one', { ...undated, meetingOn: null }))).toBe(
      'Plan: HovedMED: der er endnu intet møde.',
    );
    expect(told({ what: 'case' }, plan('one', { meetingOn: null }))).toBe(
      'Plan: HovedMED: intet møde før den 03.06.2026.',
    );
    expect(told({ what: 'case' })).toBe('Plan: der er ikke mere at planlægge.');
  });
});
