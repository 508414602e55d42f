import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readMinutes } from './read-minutes.js';

const file = resolve(__dirname, '../../../../shared/minutes/hovedmed-2026-04-24.txt');
/** The real minutes are no part of the project: they are read where they lie beside the checkout. */
const minutes = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
const where = minutes === undefined ? describe.skip : describe;
if (minutes === undefined)
  it.skip('reads the real minutes of 24 April 2026: ../shared/minutes is not beside the checkout', () => undefined);

where('the real minutes of 24 April 2026', () => {
  const lines = (minutes ?? '').split('\n');
  const draft = readMinutes(lines);
  const item = (number: number) => draft.items.find((one) => one.number === number)!;

  it('say which meeting it was', () => {
    expect(draft.committee?.value).toBe('HovedMED');
    expect(draft.heldOn).toEqual({ value: '2026-04-24', line: 7, confidence: 'certain' });
    expect([draft.startsAt?.value, draft.endsAt?.value]).toEqual(['10:00', '12:00']);
    expect(draft.place?.line).toBe(9);
    expect(draft.documentDate?.value).toBe('2026-04-13');
    expect(draft.extraordinary).toBe(false);
  });

  it('carry the numbers of other systems and the case officer', () => {
    expect(draft.numbers.map(({ value: { system, of, value }, line }) => [system, of, value, line])).toEqual([
      ['F2', 'case', '2026-8340', 15],
      ['F2', 'document', '10643749', 18],
      ['eDoc', 'case', '2026-0139410', 21],
    ]);
    expect(draft.caseOfficer?.line).toBe(24);
  });

  it('list 14 present, one of them a deputy, and 9 excused, with both chairs', () => {
    const there = (presence: string) => draft.roster.filter((person) => person.presence === presence);
    expect([there('present').length, there('excused').length, there('absent').length]).toEqual([14, 9, 0]);
    expect(there('present').filter(({ capacity }) => capacity === 'deputy')).toMatchObject([
      { line: 36, side: 'employees' },
    ]);
    expect(draft.roster.filter(({ office }) => office === 'chair')).toMatchObject([{ line: 29, side: 'management' }]);
    expect(draft.roster.filter(({ office }) => office === 'deputyChair')).toMatchObject([
      { line: 33, side: 'employees' },
    ]);
    expect(
      draft.roster.every(
        ({ name, position, represents }) =>
          ![name, position, represents].some((text) => text?.includes('- ') && !text.includes('- og ')),
      ),
    ).toBe(true);
    expect(new Set(draft.roster.map(({ side }) => side))).toEqual(new Set(['management', 'employees']));
  });

  it('have nine items, three of them standing, with the titles of the agenda', () => {
    expect(draft.items.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(draft.items.filter(({ standing }) => standing).map(({ number }) => number)).toEqual([1, 8, 9]);
    expect(draft.items.every(({ title, confidence }) => confidence === 'certain' && !/[*#]|^\d/.test(title))).toBe(
      true,
    );
    expect(draft.items.map(({ line }) => line)).toEqual([74, 78, 120, 204, 339, 372, 385, 407, 441]);
  });

  it('have a joint summary of six rows under item 6 and nothing under item 9', () => {
    expect(item(6).form).toBe('jointSummary');
    expect(item(6).jointSummary?.map(({ line }) => line)).toEqual([377, 378, 380, 381, 382, 383]);
    expect(
      item(6).jointSummary?.every(
        ({ employeeSide, managementSide }) => employeeSide.length > 40 && managementSide.length > 30,
      ),
    ).toBe(true);
    expect(item(9).form).toBe('nothingSaid');
  });

  it('have five demands with answers; the first runs on over the page break', () => {
    expect(draft.demands.map(({ itemNumber, line }) => [itemNumber, line])).toEqual([
      [5, 356],
      [5, 359],
      [5, 360],
      [5, 361],
      [5, 362],
    ]);
    expect(draft.demands.every(({ answer }) => answer !== undefined)).toBe(true);
    expect(draft.demands[0]?.text.split(' ')).toHaveLength(35);
    expect(draft.warnings).toContainEqual({ code: 'minutes.row-continued', line: 358, details: {} });
  });

  it('name a day of a political body, annexes and what comes at the next meeting', () => {
    expect(draft.items.flatMap(({ politicalDates }) => politicalDates)).toMatchObject([
      { body: 'socialCommittee', on: '2026-06-03', line: 333, confidence: 'likely' },
    ]);
    expect(draft.items.flatMap(({ annexes }) => annexes.map(({ value, line }) => [value, line]))).toEqual([
      ['3.2', 128],
      ['8.1', 423],
    ]);
    const next = draft.items.flatMap(({ number, followUps }) =>
      followUps.filter(({ due }) => 'nextMeeting' in due).map(({ line, confidence }) => [number, line, confidence]),
    );
    expect(next).toEqual([
      [3, 202, 'certain'],
      [4, 331, 'likely'],
      [6, 378, 'likely'],
    ]);
  });

  it('leave out only talk, headings, blank lines and what belongs to the page', () => {
    expect(draft.leftOut.filter(({ why }) => why === 'notUnderstood')).toEqual([]);
    expect(draft.leftOut.filter(({ why }) => why === 'noise').map(({ from, to }) => [from, to])).toEqual([[42, 44]]);
    expect(draft.warnings.filter(({ code }) => code.startsWith('minutes.roster'))).toEqual([]);
  });
});
