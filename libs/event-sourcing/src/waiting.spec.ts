import { Turns } from './waiting.js';

describe('work that waits for its turn', () => {
  const late = (): Error => new Error('late');

  it('is never begun when its turn does not come in time, and does not hold up what comes after', async () => {
    const turns = new Turns();
    const done: string[] = [];
    let end = (): void => {};
    const first = turns.inTurnWithin(1, 'key', () => new Promise<void>((resolve) => (end = resolve)), late);
    const work = (name: string) => async (): Promise<void> => void done.push(name);
    await expect(turns.inTurnWithin(1, 'key', work('second'), late)).rejects.toThrow('late');
    const third = turns.inTurnWithin(60_000, 'key', work('third'), late);
    end();
    await Promise.all([first, third]);
    expect(done).toEqual(['third']);
  });

  it('may take its time once it has begun, and fails with its own error', async () => {
    const turns = new Turns();
    const first = turns.inTurnWithin(1, 'key', () => new Promise((resolve) => setTimeout(resolve, 20)), late);
    const failing = turns.inTurnWithin(60_000, 'key', () => Promise.reject(new Error('its own')), late);
    await expect(failing).rejects.toThrow('its own');
    await expect(first).resolves.toBeUndefined();
    await expect(turns.inTurnWithin(1, 'key', () => Promise.resolve('next'), late)).resolves.toBe('next');
  });
});
