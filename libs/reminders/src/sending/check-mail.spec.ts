import type { Contact, DomainEvent, RecordedEvent } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { MailAbout } from '../due.types.js';
import { at, claimed, referenceOf, told } from '../testing/told.js';
import { whatIsLeft } from './check-mail.js';

const SECRETARY = idOf('secretary');
const given = [
  at(
    '2026-01-05',
    'SecretariatMemberAppointed',
    { appointmentId: idOf('a'), committeeId: null, personId: SECRETARY, from: '2026-01-01' },
    'functions-administration',
  ),
  at('2026-05-08', 'PossibleMissReported', { title: 'Flytning' }, `possibleMiss-${idOf('p')}`),
];
const log = recorded(given);
const context = {
  now: '2026-05-11T06:00:00.000Z',
  reference: () => Promise.resolve(referenceOf(log)),
  readStream: <E extends DomainEvent>(stream: string) =>
    Promise.resolve(log.filter((event) => event.stream === stream) as RecordedEvent<E>[]),
};
const { about } = claimed('2026-05-11', SECRETARY, told(...given).due('2026-05-11')).data as unknown as {
  about: MailAbout;
};
const leftFor = (more: Partial<Contact>, world: typeof context = context) =>
  whatIsLeft(about, world, (ids) =>
    Promise.resolve(
      new Map(ids.map((id) => [id, { address: 'a@eksempel.dk', language: 'da', notices: 'digest', ...more }])),
    ),
  );

describe('what is left of a mail when it is about to go', () => {
  it('is all of it for somebody who wants it and can be reached', async () => {
    expect(about.items).toHaveLength(1);
    expect(await leftFor({})).toMatchObject({ about: { to: SECRETARY, items: [{ kind: 'possibleMissWaiting' }] } });
  });

  it('is nothing for somebody who unsubscribed while it waited', async () => {
    expect(await leftFor({ notices: 'none' })).toBe('not-wanted');
  });

  it('is for whoever stands in since it was found due as well, so that nobody counts everybody as told before', async () => {
    const substituteId = idOf('substitute');
    const named = { appointmentId: idOf('b'), personId: SECRETARY, substituteId, from: '2026-05-11' };
    const since = recorded([...given, at('2026-05-11', 'SubstituteNamed', named, 'functions-administration')]);
    const world = { ...context, reference: () => Promise.resolve(referenceOf(since)) };
    expect(await leftFor({}, world)).toMatchObject({ about: { items: [{ of: [SECRETARY, substituteId] }] } });
  });

  it('is nothing for somebody who lost their address', async () => {
    expect(await leftFor({ address: null })).toBe('no-address');
  });
});
