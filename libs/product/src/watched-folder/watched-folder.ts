import { Refused, TryLater, type SentFile, type Text } from '@rettidig/event-sourcing';
import { access, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { deliveriesIn, type Delivery } from './deliveries.js';

/** Where a delivery goes once it was read, and where it goes with a reason when it could not be. */
export const READ = 'indlaest';
export const REFUSED = 'afvist';

export interface WatchedFolderParts {
  readonly folder: string;
  /** The largest file that is opened, in bytes. */
  readonly most: number;
  /** Takes a file in. Throws Refused when nobody can use it as it is, TryLater when it should come again. */
  readonly take: (file: SentFile) => Promise<void>;
  /** The sentence for an error, in both languages. */
  readonly explain: (error: unknown) => Text;
  readonly log: (level: 'info' | 'warn', line: string, fields?: Readonly<Record<string, string | number>>) => void;
}

/**
 * A folder into which a document system publishes its agendas. What was taken in is moved to `indlaest`, what was
 * refused to `afvist` with the reason beside it, and the next one is read. Taking the same file in again changes nothing,
 * so that a crash between the two is mended by the next sweep.
 */
export class WatchedFolder {
  private waiting = new Map<string, string>();

  constructor(private readonly parts: WatchedFolderParts) {}

  /** Takes in everything that has not changed since the sweep before: a file that grows is still being written. */
  async sweep(): Promise<void> {
    const deliveries = await deliveriesIn(this.parts.folder, [READ, REFUSED]);
    const before = this.waiting;
    this.waiting = new Map(deliveries.map(({ name, mark }) => [name, mark]));
    for (const delivery of deliveries) {
      if (before.get(delivery.name) === delivery.mark) await this.takeIn(delivery);
    }
  }

  private async takeIn(delivery: Delivery): Promise<void> {
    try {
      await this.takeFiles(delivery);
    } catch (error) {
      if (error instanceof TryLater) {
        this.parts.log('warn', 'a delivery in the watched folder has to wait', { code: error.code });
        return;
      }
      await this.setAside(delivery, error);
      return;
    }
    await this.move(delivery, READ);
    this.parts.log('info', 'a delivery in the watched folder was read', { files: delivery.files.length });
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

  private async setAside(delivery: Delivery, error: unknown): Promise<void> {
    const { da, en } = this.parts.explain(error);
    const name = await this.move(delivery, REFUSED);
    if (name === undefined) return;
    await writeFile(join(this.parts.folder, REFUSED, `${name}.aarsag.txt`), `${da}\n\n${en}\n`);
    const code = error instanceof Refused ? error.code : 'error.internal';
    this.parts.log('warn', 'a delivery in the watched folder was refused and set aside', { code });
  }

  /** Moves a delivery under a name that is free there; undefined when that is not possible and it stays. */
  private async move({ name, path }: Delivery, to: string): Promise<string | undefined> {
    const folder = join(this.parts.folder, to);
    try {
      await mkdir(folder, { recursive: true });
      const free = await freeName(folder, name);
      await rename(path, join(folder, free));
      this.waiting.delete(name);
      return free;
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      this.parts.log('warn', 'a delivery in the watched folder could not be moved', { code });
      return undefined;
    }
  }
}

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
