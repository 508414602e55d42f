import type { EngineStatus } from '@rettidig/event-sourcing';
import { causesOf } from './health.js';

const well: EngineStatus = {
  ready: true,
  head: '9',
  reference: '9',
  lag: 0,
  views: [{ name: 'register', version: 2, state: 'live', position: '9', done: 0, total: 0, eventsPerSecond: 0 }],
  reactions: [],
  parked: [],
  trouble: null,
};
const PLENTY = 10 ** 10;
const parked = (reaction: string, eventId: string) => ({
  reaction,
  eventId,
  position: '1',
  error: 'Error',
  attempts: 10,
});

describe('why the service is not ready', () => {
  it('is nothing when all is well, and not a short lag', () => {
    expect(causesOf(well, PLENTY, 'da')).toEqual([]);
    expect(causesOf({ ...well, lag: 500 }, PLENTY, 'da')).toEqual([]);
  });

  it('is a view that is being built, with how far it is', () => {
    const views = [{ ...well.views[0]!, state: 'building' as const, done: 250, total: 1000 }];
    expect(causesOf({ ...well, views }, PLENTY, 'da')).toEqual([
      { code: 'view-building', about: 'register', detail: 'Visningen register er ved at blive bygget: 25 %.' },
    ]);
  });

  it('is not a view that is filled anew while the old one serves', () => {
    const views = [well.views[0]!, { ...well.views[0]!, state: 'building' as const, done: 250, total: 1000 }];
    expect(causesOf({ ...well, views }, PLENTY, 'da')).toEqual([]);
  });

  it('is a view that stopped, a lag, and a store that fails', () => {
    const views = [{ ...well.views[0]!, state: 'failed' as const }];
    const codes = causesOf({ ...well, views, lag: 20_000, trouble: 'store.disk-full' }, PLENTY, 'en');
    expect(codes.map(({ code }) => code)).toEqual(['view-failed', 'view-behind', 'store-trouble']);
    expect(codes[1]!.detail).toBe('The views are 20000 events behind.');
  });

  it('is each reaction that gave events up, with how many', () => {
    const status = { ...well, parked: [parked('mirror', 'a'), parked('mirror', 'b'), parked('confirm', 'c')] };
    expect(causesOf(status, PLENTY, 'en').map(({ detail }) => detail)).toEqual([
      'The reaction mirror has given up 2 events.',
      'The reaction confirm has given up 1 events.',
    ]);
  });

  it('is a disk that is nearly full', () => {
    expect(causesOf(well, 5 * 1024 * 1024, 'da')).toEqual([
      { code: 'disk-full', about: 'data', detail: 'Der er kun 5 MiB plads tilbage i datamappen.' },
    ]);
  });
});
