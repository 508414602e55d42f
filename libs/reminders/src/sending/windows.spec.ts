import { freeKey, isOver, mailKey, type KeyState } from './windows.js';

const known =
  (states: Readonly<Record<string, KeyState>>) =>
  (key: string): KeyState =>
    states[key] ?? 'free';

describe('the key of a mail', () => {
  it('is the person and the window', () => {
    expect(mailKey('ole', '2026-05-04')).toBe('ole/2026-05-04');
    expect(freeKey('ole', '2026-05-04', false, known({}))).toBe('ole/2026-05-04');
  });

  it('of what came after the mail of its morning is that of another day, unless it cannot wait', () => {
    const used = known({ 'ole/2026-05-04': 'used' });
    expect(freeKey('ole', '2026-05-04', false, used)).toBeUndefined();
    expect(freeKey('ole', '2026-05-04', true, used)).toBe('ole/2026-05-04~2');
  });

  it('is the next one where nothing was sent in the end', () => {
    const skipped = known({ 'ole/2026-05-04': 'skipped', 'ole/2026-05-04~2': 'skipped' });
    expect(freeKey('ole', '2026-05-04', false, skipped)).toBe('ole/2026-05-04~3');
  });

  it('comes to an end when mail after mail is of no use', () => {
    expect(freeKey('ole', '2026-05-04', true, () => 'used')).toBeUndefined();
    expect(freeKey('ole', '2026-05-04', true, () => 'skipped')).toBeUndefined();
  });
});

describe('a window', () => {
  const dayOf = (instant: string): string => instant.slice(0, 10);

  it.each([
    ['2026-05-04', '2026-05-04', false],
    ['2026-05-04', '2026-05-05', true],
    ['2026-05-04/meeting', '2026-05-05', true],
    ['2026-05-04T10:00:00.000Z', '2026-05-04', false],
    ['2026-05-04T10:00:00.000Z/meeting', '2026-05-05', true],
  ])('%s is over on %s: %s', (window, today, over) => {
    expect(isOver(window, today, dayOf)).toBe(over);
  });
});
