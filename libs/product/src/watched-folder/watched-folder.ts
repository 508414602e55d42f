import { idOf, Refused, stopwatch, TryLater, type SentFile, type Text } from '@rettidig/event-sourcing';
import { access, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deliveriesIn, type Delivery } from './deliveries.js';

/** Where a delivery goes once it was read, and where it goes with a reason when it could not be. */
export const READ = 'indlaest';
export const REFUSED = 'afvist';

/** What has not changed for so long, in milliseconds, is not being written any more. */
const SETTLED_MS = 4000;

export interface WatchedFolderParts {
  readonly folder: string;
  /** The largest file that is opened, in bytes. */
  readonly most: number;
  /** How long a delivery must not have changed, in milliseconds; four seconds when left out. */
  readonly settledAfter?: number;
  /** Takes a file in. Throws Refused when nobody can use it as it is, TryLater when it should come again. */
  readonly take: (file: SentFile) => Promise<void>;
  /** The sentence for an error, in both languages. */
  readonly explain: (error: unknown) => Text;
  readonly log: (level: 'info' | 'warn', line: string, fields?: Readonly<Record<string, string | number>>) => void;
}

/** A delivery as it was first seen in its present state. */
interface Seen {
  readonly mark: string;
  readonly seenFor: () => number;
}

/**
 * A folder into which a document system publishes its agendas. What was taken in is moved to `indlaest`, what was
 * refused to `afvist` with the reason beside it. A delivery is named by a key that tells nothing of its name and changes
 * whenever something is put there anew: several processes that look at one folder mean the same by it. Taking the same
 * file in again changes nothing, so that a crash before it was moved is mended by the next one.
 */
export class WatchedFolder {
  private seen = new Map<string, Seen>();

  constructor(private readonly parts: WatchedFolderParts) {}

  /** The keys of what has not changed for a while: a file that grows is still being written. */
  async settled(): Promise<string[]> {
    const deliveries = await this.deliveries();
    const before = this.seen;
    const seen = ({ name, mark }: Delivery): Seen => {
      const known = before.get(name);
      return known?.mark === mark ? known : { mark, seenFor: stopwatch() };
    };
    this.seen = new Map(deliveries.map((delivery) => [delivery.name, seen(delivery)]));
    const { settledAfter = SETTLED_MS } = this.parts;
    return deliveries.filter(({ name }) => this.seen.get(name)!.seenFor() >= settledAfter).map(keyOf);
  }

  async has(key: string): Promise<boolean> {
    return (await this.find(key)) !== undefined;
  }

  /**
   * Takes a delivery in and moves it. Answers with what came of it.
   * @throws TryLater when it stays where it is and is to come again.
   */
  async takeIn(key: string): Promise<'taken-in' | 'refused' | 'gone'> {
    const delivery = await this.find(key);
    if (!delivery) return 'gone';
    try {
      await this.takeFiles(delivery);
    } catch (error) {
      if (!(error instanceof TryLater)) return this.setAside(delivery, error);
      this.parts.log('warn', 'a delivery in the watched folder has to wait', { code: error.code });
      throw error;
    }
    await this.move(delivery, READ);
    this.parts.log('info', 'a delivery in the watched folder was read', { files: delivery.files.length });
    return 'taken-in';
  }

  private async find(key: string): Promise<Delivery | undefined> {
    return (await this.deliveries()).find((delivery) => keyOf(delivery) === key);
  }

  private deliveries(): Promise<Delivery[]> {
    return deliveriesIn(this.parts.folder, [READ, REFUSED]).catch((error: unknown) => {
      throw new TryLater('folder.out-of-reach', 10, { code: codeOf(error) });
    });
  }

  private async takeFiles({ files, odd }: Delivery): Promise<void> {
    if (odd) throw new Refused('folder.not-a-file');
    if (files.length === 0) throw new Refused('folder.no-manifest');
    for (const path of files) {
      const { size } = await stat(path);
      if (size > this.parts.most) throw new Refused('document.too-large', { limit: this.parts.most / 1024 / 1024 });
      const bytes = await readFile(path);
      await this.parts.take({ bytes, mediaType: 'application/octet-stream', fileName: basename(path) });
    }
  }

  private async setAside(delivery: Delivery, error: unknown): Promise<'refused'> {
    const { da, en } = this.parts.explain(error);
    const name = await this.move(delivery, REFUSED);
    await writeFile(join(this.parts.folder, REFUSED, `${name}.aarsag.txt`), `${da}\n\n${en}\n`);
    const code = error instanceof Refused ? error.code : 'error.internal';
    this.parts.log('warn', 'a delivery in the watched folder was refused and set aside', { code });
    return 'refused';
  }

  /**
   * Moves a delivery under a name that is free there.
   * @throws TryLater when that is not possible and it stays.
   */
  private async move({ name, path }: Delivery, to: string): Promise<string> {
    const folder = join(this.parts.folder, to);
    try {
      await mkdir(folder, { recursive: true });
      const free = await freeName(folder, name);
      await rename(path, join(folder, free));
      return free;
    } catch (error) {
      this.parts.log('warn', 'a delivery in the watched folder could not be moved', { code: codeOf(error) });
      throw new TryLater('folder.out-of-reach', 10, { code: codeOf(error) });
    }
  }
}

/** Names a delivery without telling its name, which could be that of a person. */
const keyOf = ({ name, mark }: Delivery): string => idOf('delivery', name, mark);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

/** `agenda.xml`, or `agenda.xml.2` when there is one already. */
async function freeName(folder: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}.${number}`;
    const taken = await access(join(folder, candidate)).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}
