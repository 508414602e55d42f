import { randomUUID } from 'node:crypto';
import { clientOf } from './client.js';
import type { SharedProcess } from './shared-process.js';

/** A small organisation with one meeting, on whose agenda cases can be put. */
export class TownHall {
  private constructor(
    private readonly api: SharedProcess,
    readonly meetingId: string,
    private etag: string,
  ) {}

  static async found(api: SharedProcess): Promise<TownHall> {
    const validFrom = '2025-01-01';
    const { unitId } = await done(api, '/units', { name: 'Forvaltningen', parentId: null, validFrom });
    const committee = { name: 'HovedMED', level: 'main', kind: 'main', covers: [unitId], parentId: null, validFrom };
    const { committeeId } = await done(api, '/committees', committee);
    const { id, etag } = await done(api, '/meetings', { committeeId, on: '2027-04-24' });
    return new TownHall(api, id!, etag!);
  }

  /**
   * Puts cases on the agenda in one item; a reaction then writes on each of them that it is there. Sends the same again
   * until it is answered.
   */
  async putOnAgenda(title: string, caseIds: readonly string[]): Promise<string> {
    const key = randomUUID();
    const path = `/meetings/${this.meetingId}/items`;
    for (let tries = 1; ; tries += 1) {
      const { status, body } = await clientOf(this.api.url, 'secretariat').post(
        path,
        { title, caseIds },
        { 'Idempotency-Key': key, 'If-Match': this.etag },
      );
      if (status === 200) {
        this.etag = body.etag;
        return body.itemId;
      }
      if (status !== 503 || tries === 50) throw new Error(`${status}: ${JSON.stringify(body)}`);
    }
  }
}

async function done(api: SharedProcess, path: string, message: object): Promise<Record<string, string>> {
  const { status, body } = await clientOf(api.url, 'secretariat').post(path, message);
  if (status !== 200 && status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  return body;
}
