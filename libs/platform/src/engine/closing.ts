import { within } from '@rettidig/event-sourcing';

/** Lets go of something; told how many milliseconds there are for it. */
export type Closer = (milliseconds: number) => void | Promise<void>;

/** Each may take so much of the time that is left, so that those after it have some too. */
const SHARE = 0.6;
/** Even when the time is up each is asked to let go, in milliseconds. */
const LEAST_MS = 100;

/**
 * What was opened, let go of in the opposite order within a time: an engine that does not answer must not keep the
 * process from ending, and what it held is left to its leases.
 */
export class Closing {
  private readonly closers: { readonly what: string; readonly close: Closer }[] = [];

  constructor(private readonly log: (line: string) => void) {}

  add(what: string, close: Closer): void {
    this.closers.push({ what, close });
  }

  async all(milliseconds: number): Promise<void> {
    const end = performance.now() + milliseconds;
    for (const { what, close } of this.closers.splice(0).reverse()) {
      const share = Math.max(LEAST_MS, (end - performance.now()) * SHARE);
      try {
        await within(share, Promise.resolve(close(share)), () => new Error('it took too long'));
      } catch (error) {
        this.log(`${what} could not be closed in order: ${error instanceof Error ? error.message : typeof error}`);
      }
    }
  }
}
