import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { FuzzyDate } from '@rettidig/vocabulary';
import type { ChangeEvent } from '../change.events.js';
import { dispatched, event, owing, review } from '../testing/given-cases.js';
import { AREA, MAIN } from '../testing/town.js';
import { noStory } from './case-story.js';
import { medFirst, seenBy } from './first-seen.js';
import { tell } from './tell.js';

const sent = (on: string, committeeId = MAIN, version = '2') =>
  event('PapersDispatched', dispatched({ dispatchId: idOf('dispatch', on, committeeId), committeeId, on, version }));
const presented = (when: FuzzyDate, body: 'socialCommittee' | 'council' = 'socialCommittee', version = '2') =>
  event('PapersPresented', { version, body, when });

const seen = (...events: readonly GivenEvent<ChangeEvent>[]) =>
  seenBy(recorded([...owing(), ...events]).reduce(tell, noStory), '2');
const whoFirst = (...events: readonly GivenEvent<ChangeEvent>[]) => medFirst(seen(...events));

describe('who saw a version first (A13)', () => {
  it('tells them in their order, each with the first day, and whom nobody knows a day of last', () => {
    const events = [
      ...[presented({ notStated: true }, 'council'), presented({ on: '2026-04-20' })],
      ...[
        sent('2026-04-14'),
        sent('2026-04-24'),
        event('MedReviewHeld', review({ paperVersion: '2', committeeId: AREA })),
      ],
      ...[sent('2026-04-01', MAIN, '1'), presented({ on: '2026-04-01' }, 'council', '1')],
    ];
    expect(seen(...events)).toEqual([
      { committeeId: MAIN, when: { on: '2026-04-14' } },
      { body: 'socialCommittee', when: { on: '2026-04-20' } },
      { committeeId: AREA, when: { on: '2026-04-24' } },
      { body: 'council', when: { notStated: true } },
    ]);
  });

  it('says that MED did only where the days show it', () => {
    expect(whoFirst(sent('2026-04-14'))).toBe('notPresented');
    expect(whoFirst(sent('2026-04-14'), presented({ on: '2026-04-15' }))).toBe('yes');
    expect(whoFirst(sent('2026-04-14'), presented({ on: '2026-04-14' }))).toBe('notKnown');
    expect(whoFirst(sent('2026-04-14'), presented({ onOrBefore: '2026-04-20' }))).toBe('notKnown');
    expect(whoFirst(sent('2026-04-14'), presented({ notStated: true }))).toBe('notKnown');
    expect(whoFirst(sent('2026-04-14'), presented({ onOrBefore: '2026-04-13' }))).toBe('no');
    expect(whoFirst(sent('2026-04-14'), presented({ on: '2026-04-13' }))).toBe('no');
  });

  it('says that MED did not where it never saw that version, and where one body of several was earlier', () => {
    expect(whoFirst(sent('2026-04-14', MAIN, '1'), presented({ on: '2026-04-20' }))).toBe('no');
    const later = presented({ on: '2026-04-20' });
    expect(whoFirst(sent('2026-04-14'), later, presented({ on: '2026-04-13' }, 'council'))).toBe('no');
    expect(whoFirst(sent('2026-04-14'), later, presented({ notStated: true }, 'council'))).toBe('notKnown');
  });

  it('keeps what was said last of a version and a body', () => {
    expect(whoFirst(sent('2026-04-14'), presented({ notStated: true }), presented({ on: '2026-04-20' }))).toBe('yes');
  });
});
