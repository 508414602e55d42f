import type { Contact } from '@rettidig/event-sourcing';
import { reachable } from './reachable.js';

const contact = (address: string | null): Contact => ({ address, language: 'da', notices: 'digest' });

describe('who can be reached', () => {
  const addresses = new Map([
    ['ole', contact(null)],
    ['ida', contact('ida@kommune.example')],
  ]);
  const asked: string[][] = [];
  const contactsOf = (ids: readonly string[]) => {
    asked.push([...ids]);
    return Promise.resolve(new Map([...addresses].filter(([id]) => ids.includes(id))));
  };
  const chain = ['ole', 'per', 'ida', 'kim'];

  it('is the first of those after one another who has an address, and each is asked for once', async () => {
    const answer = await reachable(
      (unreachable) => [[{ personId: chain.find((id) => !unreachable.has(id))! }]],
      contactsOf,
    );
    expect(answer.found).toEqual([[{ personId: 'ida' }]]);
    expect(asked).toEqual([['ole'], ['per'], ['ida']]);
    expect(answer.contacts.get('per')).toEqual(contact(null));
  });

  it('may be nobody', async () => {
    const answer = await reachable(
      (unreachable) => [['ole', 'kim'].filter((id) => !unreachable.has(id)).map((personId) => ({ personId }))],
      contactsOf,
    );
    expect(answer.found).toEqual([[]]);
  });
});
