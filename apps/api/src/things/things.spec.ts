import type { QueryContext } from '@rettidig/event-sourcing';
import type { Asking } from '../page/asking.js';
import { loadForum } from './load-forum.js';
import { loadMeeting } from './load-meeting.js';
import { loadQuestion } from './load-question.js';
import type { ThingPage } from './thing.model.js';

/** Asks nobody: each query has the answer that is told here. */
const told = (answers: Readonly<Record<string, object>>, language: Asking['language'] = 'da'): Asking => ({
  ...{ language, asOf: {}, context: {} as QueryContext },
  ask: <Answer>(query: string) => Promise.resolve(answers[query] as Answer),
});

const fact = ({ facts }: ThingPage, wanted: string) => facts.find(({ label }) => label === wanted)?.value;
const none = { items: [], total: 0, facets: {}, nextCursor: null };

describe('the page of a meeting', () => {
  const meeting = {
    ...{ meetingId: 'm', committeeId: 'c', committeeName: 'HovedMED', on: '2026-09-18', heldOn: null },
    ...{ status: 'scheduled', startsAt: '10:00', endsAt: '12:00', place: null, extraordinary: false },
    ...{ itemsDueOn: '2026-09-04', materialDueOn: '2026-09-11', waived: [], flags: [], moves: [], items: [] },
    ...{ calledDeputies: [], attendance: null, approvals: [], imports: [], cancelledBecause: null },
  };
  const page = (changes: object, language: Asking['language'] = 'da') =>
    loadMeeting('m', told({ GetMeeting: { ...meeting, ...changes } }, language));
  const move = (from: string, to: string) => ({ from, to, startsAt: null, endsAt: null, reason: 'r' });
  const [day, hours] = [move('2026-09-11', '2026-09-18'), move('2026-09-18', '2026-09-18')];

  it('says for which day it was called, also when its hours were said after it moved', async () => {
    const movedFrom = 'Mødet er flyttet. Det var indkaldt til fredag den 11. september 2026 (uge 37).';
    expect((await page({ moves: [day] })).notices).toEqual([movedFrom]);
    expect((await page({ moves: [day, hours] })).notices).toEqual([movedFrom]);
    expect((await page({ moves: [hours, day] })).notices).toEqual([movedFrom]);
    expect((await page({ moves: [hours] })).notices).toEqual(['Mødet har fået nyt klokkeslæt.']);
    expect((await page({})).notices).toEqual([]);
  });

  it('tells a deadline that both chairs let be from one that nobody agreed', async () => {
    const waived = await page({ materialDueOn: null, waived: ['materialDue'] });
    expect(fact(waived, 'Materialet udsendes senest')).toEqual(['fraveget af formand og næstformand']);
    expect(fact(waived, 'Punkter meldes ind senest')).toEqual(['fredag den 4. september 2026 (uge 36)']);
    const both = await page({ itemsDueOn: null, materialDueOn: null, waived: ['itemsDue'] }, 'en');
    expect(fact(both, 'Items are due')).toEqual(['waived by chair and deputy chair']);
    expect(fact(both, 'The material is due')).toEqual(['no deadline agreed']);
  });

  it('says for which seats a deputy is called, as long as the meeting is to come', async () => {
    const calledDeputies = [
      { seatId: 's', represents: 'DSR', personId: 'p' },
      { seatId: 't', represents: null, personId: 'q' },
    ];
    expect(fact(await page({ calledDeputies }), 'Suppleant indkaldt på')).toEqual([
      { text: 'DSR', href: '/committees/c#seat-s' },
      { text: 'Plads', href: '/committees/c#seat-t' },
    ]);
    expect(fact(await page({ calledDeputies, status: 'cancelled' }), 'Suppleant indkaldt på')).toBeUndefined();
    expect(fact(await page({}), 'Suppleant indkaldt på')).toBeUndefined();
  });

  it('says of what was agreed that it is done with the word of the whole product', async () => {
    const followUp = {
      ...{ followUpId: 'f', what: 'svar', owner: null, due: { on: null, nextMeeting: false } },
      ...{ doneOn: '2026-09-20', how: null, missing: [] },
    };
    const item = { number: 1, title: 'Punkt', caseIds: [], status: 'discussed', form: null, followUps: [followUp] };
    const { parts } = await page({ items: [{ ...item, withdrawnBecause: null }] });
    const rows = parts.find(({ id }) => id === 'follow-ups')!.table!.rows;
    expect(rows[0]!.cells.at(-1)).toEqual(['udført 20.09.2026']);
  });
});

describe('the page of a question', () => {
  it('calls the cases that it became by their numbers', async () => {
    const detail = {
      ...{ possibleMissId: 'q', title: 'Flytning', whatIsKnown: null, suspicion: null, sourceText: null },
      ...{ originText: 'skrevet af', recordedBy: 'næstformand', bodyText: 'byrådet', whenText: 'ikke oplyst' },
      ...{ stateText: 'blev til en sag', dismissals: [], recordedOn: '2026-09-01', unitName: 'Bosted' },
      ...{ caseIds: ['one', 'two'], next: [], history: [] },
    };
    const cases = { ...none, items: [{ changeId: 'one', number: '2026-7' }] };
    const page = await loadQuestion('q', told({ GetPossibleMiss: detail, ListChanges: cases }));
    // The list may not have reached the second one.
    expect(fact(page, 'Sager')).toEqual([
      { text: '2026-7', href: '/changes/one' },
      { text: 'two', href: '/changes/two' },
    ]);
  });
});

describe('the page of a forum', () => {
  const page = (endedOn: string | null) => {
    const forum = { forumId: 'f', name: 'Direktionen', rhythmText: 'hver måned', from: '2026-01-01', endedOn };
    return loadForum('f', told({ ListScreeningForums: { ...none, items: [forum] }, ListScreeningRounds: none }));
  };

  it('says on which day it last held, when it has ended', async () => {
    expect(fact(await page('2026-10-01'), 'Til og med')).toEqual(['onsdag den 30. september 2026 (uge 40)']);
    expect(fact(await page(null), 'Til og med')).toBeUndefined();
  });
});
