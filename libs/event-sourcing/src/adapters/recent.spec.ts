import { metadata } from '../testing/index.js';
import { RecentEvents } from './recent.js';

const meta = JSON.stringify(metadata());
const stored = (name: string, data: object = { name }) => ({
  id: name,
  type: 'Happened',
  data: JSON.stringify(data),
  meta,
});

const idsAfter = (recent: RecentEvents, position: number, limit = 100, categories?: string[]): string[] | undefined =>
  recent.after(position, categories, limit)?.map((event) => event.id);

describe('the recent events', () => {
  it('begin at the head of the log and leave what lies before it to the disk', () => {
    const recent = new RecentEvents(7);
    expect(recent.head).toBe(7);
    expect(idsAfter(recent, 7)).toEqual([]);
    expect(idsAfter(recent, 6)).toBeUndefined();
  });

  it('give an event as the disk would', () => {
    const recent = new RecentEvents(0);
    recent.add('thing-1', 4, 2, [stored('a'), stored('b')]);
    expect(recent.after(0, undefined, 10)).toEqual([
      {
        id: 'a',
        type: 'Happened',
        data: { name: 'a' },
        meta: metadata(),
        stream: 'thing-1',
        revision: 3,
        position: '0000000000000001',
      },
      {
        id: 'b',
        type: 'Happened',
        data: { name: 'b' },
        meta: metadata(),
        stream: 'thing-1',
        revision: 4,
        position: '0000000000000002',
      },
    ]);
  });

  it('give pages, and only the categories asked for', () => {
    const recent = new RecentEvents(0);
    for (let n = 1; n <= 6; n += 1) recent.add(n % 2 ? 'odd-1' : 'even-1', n, n, [stored(`${n}`)]);
    expect(idsAfter(recent, 0, 4)).toEqual(['1', '2', '3', '4']);
    expect(idsAfter(recent, 1, 2, ['odd'])).toEqual(['3', '5']);
    expect(idsAfter(recent, 6)).toEqual([]);
  });

  it('forget the oldest when there are too many', () => {
    const recent = new RecentEvents(0, { events: 4, characters: 1e6 });
    for (let n = 1; n <= 11; n += 1) recent.add('thing-1', n, n, [stored(`${n}`)]);
    expect(idsAfter(recent, 6)).toBeUndefined();
    expect(idsAfter(recent, 7)).toEqual(['8', '9', '10', '11']);
  });

  it('forget the oldest when they are too long, even all of them', () => {
    const recent = new RecentEvents(0, { events: 100, characters: 2000 });
    for (let n = 1; n <= 5; n += 1) recent.add('thing-1', n, n, [stored(`${n}`, { text: 'x'.repeat(300) })]);
    expect(idsAfter(recent, 1)).toBeUndefined();
    expect(idsAfter(recent, 3)).toEqual(['4', '5']);
    recent.add('thing-1', 6, 6, [stored('6', { text: 'x'.repeat(5000) })]);
    expect(idsAfter(recent, 5)).toBeUndefined();
    expect(idsAfter(recent, 6)).toEqual([]);
  });

  it('are shared by all who follow, so nobody can change them', () => {
    const recent = new RecentEvents(0);
    recent.add('thing-1', 0, 1, [stored('a', { list: [{ text: 'x' }] })]);
    const [one] = recent.after(0, undefined, 1)!;
    const [other] = recent.after(0, undefined, 1)!;
    expect(one).toBe(other);
    expect(() => {
      (one!.data as { list: { text: string }[] }).list[0]!.text = 'y';
    }).toThrow(TypeError);
  });
});
