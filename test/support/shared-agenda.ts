import { clientOf } from './client.js';
import type { SharedProcess } from './shared-process.js';

/** A meeting on whose agenda cases can be placed. */
export async function agendaThrough({ url }: SharedProcess) {
  const post = async (path: string, body: object, etag?: string) => {
    const answer = await clientOf(url, 'secretariat').post(path, body, etag === undefined ? {} : { 'If-Match': etag });
    if (answer.status >= 300) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const validFrom = '2025-01-01';
  const { unitId } = await post('/units', { name: 'Forvaltningen', parentId: null, validFrom });
  const main = { name: 'HovedMED', level: 'main', kind: 'main', covers: [unitId], parentId: null, validFrom };
  const { committeeId } = await post('/committees', main);
  let meeting = await post('/meetings', { committeeId, on: '2027-04-24', startsAt: '10:00', endsAt: '12:00' });
  return {
    add: async (caseIds: readonly string[]): Promise<void> => {
      meeting = await post(`/meetings/${meeting.id}/items`, { title: 'Sagerne', caseIds }, meeting.etag);
    },
  };
}
