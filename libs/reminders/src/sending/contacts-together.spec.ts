import { unknownContact, type Contact } from '@rettidig/event-sourcing';
import { contactsTogether } from './contacts-together.js';

const of = (id: string): Contact => ({ ...unknownContact, address: `${id}@kommunen.eksempel.dk` });

function asking() {
  const asked: string[][] = [];
  const contactsOf = contactsTogether((ids) => {
    asked.push([...ids]);
    return ids.includes('nobody')
      ? Promise.reject(new Error('away'))
      : Promise.resolve(new Map(ids.map((id) => [id, of(id)])));
  });
  return { asked, contactsOf };
}

describe('contacts that are asked for in the same moment', () => {
  it('are one question, in which each person comes once', async () => {
    const { asked, contactsOf } = asking();
    const answers = await Promise.all([contactsOf(['ole']), contactsOf(['mette', 'ole']), contactsOf(['per'])]);
    expect(asked).toEqual([['ole', 'mette', 'per']]);
    expect(['ole', 'mette', 'per'].map((id, n) => answers[n]!.get(id))).toEqual(['ole', 'mette', 'per'].map(of));
  });

  it('are asked for anew in the next one: they may have changed', async () => {
    const { asked, contactsOf } = asking();
    await contactsOf(['ole']);
    await contactsOf(['ole']);
    expect(asked).toEqual([['ole'], ['ole']]);
  });

  it('that cannot be had are an error for all who asked, and for nobody after them', async () => {
    const { contactsOf } = asking();
    const both = await Promise.allSettled([contactsOf(['ole']), contactsOf(['nobody'])]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await contactsOf(['ole'])).get('ole')).toEqual(of('ole'));
  });
});
