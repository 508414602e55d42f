import { Refused, TryLater, type SentFile } from '@rettidig/event-sourcing';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READ, REFUSED, WatchedFolder, type WatchedFolderParts } from './watched-folder.js';

const MOST = 1000;
const SETTLED = 20;

describe('a watched folder', () => {
  let folder: string;
  let taken: string[];
  let answer: (file: SentFile) => void;
  let watched: WatchedFolder;

  const parts = (): WatchedFolderParts => ({
    folder,
    most: MOST,
    settledAfter: SETTLED,
    take: (file) =>
      Promise.resolve().then(() => {
        answer(file);
        taken.push(`${file.fileName}: ${Buffer.from(file.bytes).toString()}`);
      }),
    explain: (error) => ({ da: `Grund: ${(error as Refused).code}`, en: `Reason: ${(error as Refused).code}` }),
    log: () => {},
  });
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const lying = (inside = ''): string[] => (existsSync(join(folder, inside)) ? readdirSync(join(folder, inside)) : []);
  const reasonOf = (name: string): string => readFileSync(join(folder, REFUSED, `${name}.aarsag.txt`), 'utf8');
  /** As a worker does: what has settled is taken in, and what has to wait is left for the next look. */
  const sweep = async (): Promise<void> => {
    for (const key of await watched.settled()) await watched.takeIn(key).catch(mustBeTryLater);
  };
  /** So that what does not change has settled. */
  const later = () => new Promise((resolve) => setTimeout(resolve, SETTLED + 1));
  const sweepTwice = async (): Promise<void> => {
    await sweep();
    await later();
    await sweep();
  };
  const mustBeTryLater = (error: unknown): void => expect(error).toBeInstanceOf(TryLater);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rettidig-watched-'));
    taken = [];
    answer = () => {};
    watched = new WatchedFolder(parts());
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes in a file that has stopped growing, once, and moves it', async () => {
    put('a.xml', 'en');
    await sweepTwice();
    expect(taken).toEqual(['a.xml: en']);
    put('b.xml', 'en');
    await sweep();
    await later();
    put('b.xml', 'en halv');
    await sweep();
    expect(taken).toHaveLength(1);
    await later();
    await sweep();
    await sweep();
    expect(taken).toEqual(['a.xml: en', 'b.xml: en halv']);
    expect(lying(READ)).toEqual(['a.xml', 'b.xml']);
  });

  it('means the same by a delivery as another process that looks, and something else once it is put there anew', async () => {
    const other = new WatchedFolder({ ...parts(), settledAfter: 0 });
    put('a.xml', 'en');
    await watched.settled();
    await later();
    const [key] = await watched.settled();
    expect(key).toMatch(/^[0-9a-f-]{36}$/);
    expect(await other.settled()).toEqual([key]);
    expect([await watched.takeIn(key!), await other.has(key!), await other.takeIn(key!)]).toEqual([
      'taken-in',
      false,
      'gone',
    ]);
    put('a.xml', 'en');
    const [again] = await other.settled();
    expect(again).not.toBe(key);
    expect(await other.takeIn(again!)).toBe('taken-in');
    expect(lying(READ)).toEqual(['a.xml', 'a.xml.2']);
  });

  it('waits for a folder that cannot be reached or written to', async () => {
    put('a.xml', 'en');
    put(READ, 'a file in the place of the folder');
    await watched.settled();
    await later();
    const [key] = await watched.settled();
    await expect(watched.takeIn(key!)).rejects.toMatchObject({ code: 'folder.out-of-reach' });
    expect(lying()).toEqual(['a.xml', READ]);
    const nowhere = new WatchedFolder({ ...parts(), folder: join(folder, 'nowhere') });
    await expect(nowhere.settled()).rejects.toMatchObject({ code: 'folder.out-of-reach', details: { code: 'ENOENT' } });
  });

  it('moves what it refused aside with the reason beside it, and goes on', async () => {
    answer = ({ fileName }) => {
      if (fileName === 'a.xml') throw new Refused('agenda.nonsense', {}, 422);
    };
    put('a.xml', 'vrøvl');
    put('b.xml', 'godt');
    await sweepTwice();
    expect(taken).toEqual(['b.xml: godt']);
    expect(lying(REFUSED).sort()).toEqual(['a.xml', 'a.xml.aarsag.txt']);
    expect(reasonOf('a.xml')).toBe('Grund: agenda.nonsense\n\nReason: agenda.nonsense\n');
  });

  it('keeps both of two refused files of one name', async () => {
    answer = () => {
      throw new Refused('agenda.nonsense', {}, 422);
    };
    put('a.xml', 'en');
    await sweepTwice();
    put('a.xml', 'to');
    await sweepTwice();
    expect(lying(REFUSED).sort()).toEqual(['a.xml', 'a.xml.2', 'a.xml.2.aarsag.txt', 'a.xml.aarsag.txt']);
  });

  it('leaves a file where it is while the service cannot take it, and takes it later', async () => {
    answer = () => {
      throw new TryLater('store.disk-full', 30);
    };
    put('a.xml', 'en');
    await sweepTwice();
    expect([taken, lying()]).toEqual([[], ['a.xml']]);
    answer = () => {};
    await sweep();
    expect([taken, lying(READ)]).toEqual([['a.xml: en'], ['a.xml']]);
  });

  it('takes the manifests of a delivered folder and moves the folder whole', async () => {
    mkdirSync(join(folder, 'moede-7'));
    put('moede-7/dagsorden.xml', 'punkter');
    put('moede-7/bilag 1.pdf', 'bilag');
    mkdirSync(join(folder, 'kun-bilag'));
    put('kun-bilag/bilag.pdf', 'bilag');
    await sweepTwice();
    expect(taken).toEqual(['dagsorden.xml: punkter']);
    expect(lying(join(READ, 'moede-7')).sort()).toEqual(['bilag 1.pdf', 'dagsorden.xml']);
    expect(reasonOf('kun-bilag')).toContain('folder.no-manifest');
  });

  it('opens neither links nor what is too large, and leaves unfinished files alone', async () => {
    symlinkSync('/etc/hostname', join(folder, 'genvej.xml'));
    put('stor.csv', '');
    truncateSync(join(folder, 'stor.csv'), MOST + 1);
    put('.skjult', 'x');
    put('hentes.part', 'x');
    await sweepTwice();
    expect(taken).toEqual([]);
    expect(reasonOf('genvej.xml')).toContain('folder.not-a-file');
    expect(reasonOf('stor.csv')).toContain('document.too-large');
    expect(lying().sort()).toEqual(['.skjult', REFUSED, 'hentes.part']);
  });
});
