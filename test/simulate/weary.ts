import { unsubscribe } from '../../libs/reminders/src/preferences/unsubscribe.js';
import type { Random } from '../support/random.js';
import type { Office } from './office.js';
import type { Delivered } from './post.js';

/** Whoever reads a notice has had enough of them with this chance. */
const HAD_ENOUGH = 0.02;

/** Readers who end their notices by the link in a mail, as their mail programs do it. */
export class Weary {
  /** Links by person. */
  private readonly links = new Map<string, string>();

  constructor(
    private readonly office: Office,
    private readonly random: Random,
  ) {}

  reads(personId: string, mail: Delivered): void {
    if (mail.unsubscribe && this.random.chance(HAD_ENOUGH)) this.links.set(personId, mail.unsubscribe.url);
  }

  /**
   * Who wants none any more.
   * @throws Error when a link leads nowhere.
   */
  async unsubscribe(): Promise<readonly string[]> {
    const { engine, privateStore, clock } = this.office.running;
    const personIds = [...this.links.keys()];
    for (const [personId, url] of this.links) {
      const token = /\/mail-preferences\/([^/]+)\/unsubscribe$/.exec(url)?.[1] ?? '';
      const asked = { method: 'POST', token, now: clock.now() } as const;
      const request = { ...asked, language: null, ifNoneMatch: null, publicUrl: null };
      const page = await unsubscribe.answer(request, { engine, privateStore });
      if (!page) throw new Error(`${url} leads nowhere for ${personId}`);
    }
    this.links.clear();
    return personIds;
  }
}
