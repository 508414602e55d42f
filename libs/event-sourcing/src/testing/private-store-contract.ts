import { TryLater } from '../errors.js';
import type { PrivateStore } from '../private-store.js';

/** A place for a private store: `open` gives one more instance on the same, at first empty, data. */
export interface PrivateStorePlace {
  readonly open: () => Promise<PrivateStore>;
  readonly remove: () => Promise<void> | void;
}

/** What every adapter of the private store does. `make` gives an empty place; the suite closes and removes it. */
export function privateStoreContract(name: string, make: () => Promise<PrivateStorePlace>): void {
  describe(`${name} as a private store`, () => {
    let place: PrivateStorePlace;
    let opened: PrivateStore[];
    let store: PrivateStore;
    const open = async (): Promise<PrivateStore> => {
      const one = await place.open();
      opened.push(one);
      return one;
    };
    beforeEach(async () => {
      opened = [];
      place = await make();
      store = await open();
    });
    afterEach(async () => {
      for (const one of opened) await one.close();
      await place.remove();
    });

    keys(() => store, open);
    cards(() => store, open);
    contacts(() => store, open);
    documents(() => store, open);
    closing(() => store);
  });
}

type Opened = () => PrivateStore;
type Open = () => Promise<PrivateStore>;

function keys(store: Opened, open: Open): void {
  describe('keys', () => {
    it('are made once, differ from each other, and are there for another instance', async () => {
      const [one, again] = await Promise.all([store().ensure(['case-1']), store().ensure(['case-1', 'case-2'])]);
      expect(one.get('case-1')).toHaveLength(32);
      expect(bytes(again.get('case-1'))).toEqual(bytes(one.get('case-1')));
      expect(bytes(again.get('case-2'))).not.toEqual(bytes(one.get('case-1')));
      const found = await (await open()).find(['case-1', 'case-2']);
      expect(bytes(found.get('case-1'))).toEqual(bytes(one.get('case-1')));
      expect(bytes(found.get('case-2'))).toEqual(bytes(again.get('case-2')));
    });

    it('are the same for two instances that ask for them at the same time, in whatever order', async () => {
      const other = await open();
      const scopes = Array.from({ length: 100 }, (_, index) => `case-${index}`);
      const asked = await Promise.all([
        ...scopes.map((scope) => store().ensure([scope])),
        other.ensure([...scopes].reverse()),
        ...scopes.map((scope) => other.ensure([scope, 'all'])),
      ]);
      for (const scope of scopes) {
        const got = asked.flatMap((answer) => (answer.has(scope) ? [bytes(answer.get(scope))] : []));
        expect(got).toHaveLength(3);
        expect(new Set(got).size).toBe(1);
      }
      const forAll = asked.flatMap((answer) => (answer.has('all') ? [bytes(answer.get('all'))] : []));
      expect(forAll).toHaveLength(100);
      expect(new Set(forAll).size).toBe(1);
    });

    it('are found only where there are some', async () => {
      await store().ensure(['case-1', 'case-1/room']);
      expect([...(await store().find(['case-1', 'case-2', 'case-1/room', 'case-1'])).keys()].sort()).toEqual([
        'case-1',
        'case-1/room',
      ]);
      expect((await store().find(['case-2', 'case-\0'])).size).toBe(0);
      expect((await store().find([])).size).toBe(0);
      expect((await store().ensure([])).size).toBe(0);
    });

    it('are gone once erased, the other ones stay, and a new one is another', async () => {
      const before = await store().ensure(['case-1', 'case-2']);
      await store().eraseKey('case-1');
      expect([...(await store().find(['case-1', 'case-2'])).keys()]).toEqual(['case-2']);
      expect((await (await open()).find(['case-1'])).size).toBe(0);
      const after = await store().ensure(['case-1', 'case-2']);
      expect(bytes(after.get('case-1'))).not.toEqual(bytes(before.get('case-1')));
      expect(bytes(after.get('case-2'))).toEqual(bytes(before.get('case-2')));
      await store().eraseKey('never-there');
    });

    it('are missing only before the first one', async () => {
      expect(await store().hasNoKeys()).toBe(true);
      await store().namePerson('p1', 'Kirsten Kimer');
      expect(await store().hasNoKeys()).toBe(true);
      await store().ensure(['case-1']);
      expect(await store().hasNoKeys()).toBe(false);
      expect(store().status()).toEqual({ trouble: null });
    });
  });
}

function cards(store: Opened, open: Open): void {
  describe('names and labels', () => {
    it('are given by id in the order of asking, the latest one', async () => {
      await store().namePerson('p1', 'Old');
      await store().namePerson('p1', 'Søren Åkjær \u{1f600} "x"');
      await store().labelSeat('s1', 'Kreds 3');
      await store().labelSeat('s1', 'Kreds 4');
      const expected = [
        ['s1', { name: 'Kreds 4' }],
        ['p1', { name: 'Søren Åkjær \u{1f600} "x"' }],
      ];
      expect([...(await store().people(['s1', 'unknown', 'p1', 's1', 'p\0']))]).toEqual(expected);
      expect([...(await (await open()).people(['s1', 'p1']))]).toEqual(expected);
      expect((await store().people([])).size).toBe(0);
    });

    it('are kept by the thousand in one go, over what was there', async () => {
      await store().namePerson('p7', 'Old');
      const people = new Map(Array.from({ length: 3000 }, (_, index) => [`p${index}`, `Navn ${index}`]));
      const seats = new Map(Array.from({ length: 1000 }, (_, index) => [`s${index}`, `Kreds ${index}`]));
      await store().keepCards(people, seats);
      const kept = await store().people([...people.keys(), ...seats.keys()]);
      expect([...kept]).toEqual([...people, ...seats].map(([id, name]) => [id, { name }]));
      await store().keepCards(new Map(), new Map());
    });

    it('can be kept by many at the same time, in whatever order', async () => {
      const other = await open();
      const people = Array.from({ length: 2000 }, (_, index) => [`p${index}`, 'N'] as const);
      const [there, back] = [new Map(people), new Map([...people].reverse())];
      const keeping = [1, 2, 3].flatMap(() => [store().keepCards(there, back), other.keepCards(back, there)]);
      await Promise.all(keeping);
      expect((await store().people([...there.keys()])).size).toBe(2000);
    });

    it('are gone once erased, the other ones stay', async () => {
      await store().keepCards(new Map([['p1', 'A'], ['p2', 'B']]), new Map([['s1', 'C'], ['s2', 'D']])); // prettier-ignore
      await store().erasePerson('p1');
      await store().eraseSeatLabel('s1');
      await store().erasePerson('s2');
      expect([...(await store().people(['p1', 'p2', 's1', 's2'])).keys()]).toEqual(['p2', 's2']);
    });

    it('may hold a character that a database has no place for', async () => {
      await store().namePerson('p1', 'a\0b\ud800c');
      expect((await store().people(['p1'])).get('p1')!.name).toMatch(/^a[\0\ufffd]b\ufffd+c$/u);
    });
  });
}

function contacts(store: Opened, open: Open): void {
  describe('how people can be reached', () => {
    const known = { address: 'kim@eksempel.dk', language: 'en', notices: 'atOnce' } as const;

    it('is what was said of it last, part by part, and the rest is as for anybody', async () => {
      await store().keepContacts(new Map([['p1', { address: 'old@eksempel.dk' }], ['p2', { notices: 'none' }]])); // prettier-ignore
      await store().keepContacts(new Map([['p1', known]]));
      await store().keepContacts(new Map([['p2', { language: 'en', address: undefined }]]));
      const expected = { p1: known, p2: { address: null, language: 'en', notices: 'none' } };
      for (const one of [store(), await open()]) {
        expect(Object.fromEntries(await one.contacts(['p2', 'p1', 'unknown', 'p1']))).toEqual(expected);
      }
      await store().keepContacts(new Map([['p1', { address: null }]]));
      expect((await store().contacts(['p1'])).get('p1')).toEqual({ ...known, address: null });
      expect((await store().contacts([])).size).toBe(0);
      await store().keepContacts(new Map());
    });

    it('is kept by the thousand in one go', async () => {
      const many = new Map(Array.from({ length: 2000 }, (_, at) => [`p${at}`, { address: `p${at}@eksempel.dk` }]));
      await store().keepContacts(many);
      expect((await store().contacts([...many.keys()])).size).toBe(2000);
    });

    it('has a calendar feed under the latest token only, until it is taken away', async () => {
      await store().keepContacts(new Map([['p1', known]]));
      await store().keepFeed('p1', 'first');
      await store().keepFeed('p2', 'another');
      expect(await (await open()).personOfFeed('first')).toBe('p1');
      await store().keepFeed('p1', 'second');
      expect(await store().personOfFeed('first')).toBeUndefined();
      expect(await store().personOfFeed('second')).toBe('p1');
      await store().keepFeed('p1', null);
      expect(await store().personOfFeed('second')).toBeUndefined();
      expect(await store().personOfFeed('another')).toBe('p2');
      expect((await store().contacts(['p1'])).get('p1')).toEqual(known);
    });

    it('is gone with the person', async () => {
      await store().namePerson('p1', 'Kim');
      await store().keepContacts(new Map([['p1', known], ['p2', known]])); // prettier-ignore
      await store().keepFeed('p1', 'token');
      await store().erasePerson('p1');
      expect([...(await store().contacts(['p1', 'p2'])).keys()]).toEqual(['p2']);
      expect(await store().personOfFeed('token')).toBeUndefined();
      expect((await store().people(['p1'])).size).toBe(0);
      await store().erasePerson('p1');
    });
  });
}

function documents(store: Opened, open: Open): void {
  describe('documents', () => {
    const every = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256));
    const minutes = { mediaType: 'text/plain', fileName: 'referat æøå.txt', extract: { lines: ['a\0b', '\\u0000'] } };

    it('come back as they were kept, to the byte, and what was read out of them', async () => {
      await store().keepDocument('d1', minutes, every);
      await store().keepDocument('d2', { ...minutes, fileName: null }, new Uint8Array());
      for (const one of [store(), await open()]) {
        expect(await one.document('d1')).toEqual(minutes);
        expect(bytes(await one.documentBytes('d1'))).toBe(bytes(every));
        expect((await one.document('d2'))!.fileName).toBeNull();
        expect(await one.documentBytes('d2')).toHaveLength(0);
      }
    });

    it('are kept once: what is there stays as it is', async () => {
      await store().keepDocument('d1', minutes, every);
      await store().keepDocument('d1', { ...minutes, fileName: 'other' }, Buffer.from('other'));
      expect(await store().document('d1')).toEqual(minutes);
      expect(bytes(await store().documentBytes('d1'))).toBe(bytes(every));
    });

    it('are as large as an upload may be', async () => {
      const large = Buffer.alloc(25 * 1024 * 1024, every);
      await store().keepDocument('large', minutes, large);
      expect(large.equals((await store().documentBytes('large'))!)).toBe(true);
    });

    it('are gone once erased, or were never there', async () => {
      await store().keepDocument('d1', minutes, every);
      await store().eraseDocument('d1');
      for (const id of ['d1', 'never', 'd\0']) {
        expect(await store().document(id)).toBeUndefined();
        expect(await store().documentBytes(id)).toBeUndefined();
      }
      await store().eraseDocument('never');
    });
  });
}

function closing(store: Opened): void {
  it('answers nothing after it was closed, not even what it remembers, and may be closed twice', async () => {
    await store().ensure(['case-1']);
    await store().close();
    const asked: (() => Promise<unknown>)[] = [
      () => store().ensure(['case-1']),
      () => store().find(['case-1']),
      () => store().eraseKey('case-1'),
      () => store().namePerson('p1', 'A'),
      () => store().people(['p1']),
      () => store().contacts(['p1']),
      () => store().personOfFeed('token'),
      () => store().document('d1'),
      () => store().hasNoKeys(),
    ];
    for (const ask of asked) {
      const error: unknown = await ask().catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(TryLater);
      expect(error).toMatchObject({ code: 'store.stopping' });
    }
    await store().close();
  });
}

const bytes = (some: Uint8Array | undefined): string => Buffer.from(some!).toString('hex');
