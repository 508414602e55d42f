import { casesFeature } from '@rettidig/cases';
import type { Act, ActRequest, TokenRequest, TokenRoute } from '@rettidig/event-sourcing';
import { hashOf, idOf } from '@rettidig/event-sourcing';
import { memoryEngine, requestOf, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { meetingsFeature } from '@rettidig/meetings';
import { organisationFeature } from '@rettidig/organisation';
import { rulesFeature } from '@rettidig/rules';
import ical from 'ical.js';
import { remindersFeature } from '../reminders.feature.js';
import { getCalendarFeed, setCalendarFeed } from './calendar-feed.js';
import { chooseNotices, getContact, keepContact } from './contacts.js';
import { unsubscribeUrls } from './tokens.js';
import { unsubscribe } from './unsubscribe.js';

const NOW = '2026-05-04T10:00:00.000Z';
const [KIM, BO] = [idOf('kim'), idOf('bo')];
const features = [organisationFeature, rulesFeature, meetingsFeature, casesFeature, remindersFeature];

async function started() {
  const { engine, privateStore } = memoryEngine(features, { clock: new ScriptedClock(NOW) });
  await engine.start();
  return { engine, privateStore };
}
let tools: Awaited<ReturnType<typeof started>>;
beforeEach(async () => {
  tools = await started();
});
afterEach(() => tools.engine.stop());

const requestBy = (id: string, key = 'key'): ActRequest => ({
  ...{ actor: { id, role: 'manager' }, now: NOW, language: 'da' as const },
  ...{ commandId: idOf(id, key), correlationId: idOf('c') },
});
const act = <Message extends object, Answer extends object>(
  one: Act<Message, Answer>,
  message: Message,
  key?: string,
) => one.act(message, tools, requestBy(KIM, key));
const askOf = (route: TokenRoute, token: string, more: Partial<TokenRequest> = {}) =>
  route.answer(
    { ...{ method: 'GET', token, now: NOW, language: null, ifNoneMatch: null, publicUrl: null }, ...more },
    tools,
  );

describe('how a person can be reached', () => {
  it('is kept part by part, and only an address is an address', async () => {
    await act(keepContact, { personId: BO, address: 'bo@eksempel.dk' });
    const contact = await act(keepContact, { personId: BO, language: 'en' });
    expect(contact).toEqual({ personId: BO, address: 'bo@eksempel.dk', language: 'en', notices: 'digest' });
    expect(() => act(keepContact, { personId: BO, address: 'bo@eksempel.dk\r\nBcc: alle@eksempel.dk' })).toThrow(
      expect.objectContaining({ code: 'contact.not-an-address' }),
    );
    await act(chooseNotices, { notices: 'atOnce' });
    const asked = getContact.handle({ personId: KIM }, tools.engine.queryContext(requestBy(KIM).actor, 'da'));
    expect(await asked).toEqual({ personId: KIM, address: null, language: 'da', notices: 'atOnce' });
    expect(keepContact.resource!({ personId: BO })).toEqual({ ownerId: BO });
  });
});

describe('the digest', () => {
  const tokenFor = async (personId: string): Promise<string> =>
    /preferences\/(.+)\/unsubscribe$/.exec((await unsubscribeUrls(tools.privateStore, 'https://r.dk'))(personId))![1]!;
  const noticesOf = async (id: string) => (await tools.privateStore.contacts([id])).get(id)!.notices;

  it('is ended by the form alone, never by looking at the page', async () => {
    await act(keepContact, { personId: KIM, address: 'kim@eksempel.dk', language: 'en' });
    const token = await tokenFor(KIM);
    const page = await askOf(unsubscribe, token);
    expect(page!.body).toContain('<form method="post">');
    expect(await noticesOf(KIM)).toBe('digest');
    const done = await askOf(unsubscribe, token, { method: 'POST', language: 'da' });
    expect(done!.body).toContain('Du får ikke længere');
    expect(await noticesOf(KIM)).toBe('none');
  });

  it('is nobody’s under a token that was made up, and of somebody who was erased', async () => {
    await act(keepContact, { personId: KIM, address: 'kim@eksempel.dk' });
    await act(keepContact, { personId: BO, address: 'bo@eksempel.dk' });
    const token = await tokenFor(KIM);
    for (const other of [`${BO}${token.slice(36)}`, `${token}x`, token.slice(0, 40), KIM, '']) {
      expect(await askOf(unsubscribe, other, { method: 'POST' })).toBeNull();
    }
    await tools.privateStore.erasePerson(KIM);
    expect(await askOf(unsubscribe, token, { method: 'POST' })).toBeNull();
    expect([...(await tools.privateStore.contacts([KIM, BO])).values()]).toMatchObject([{ notices: 'digest' }]);
  });
});

describe('a calendar feed', () => {
  const say = async (command: string, message: object): Promise<Record<string, string>> => {
    const { answer, subjectId } = await tools.engine.dispatch(requestOf(command, message));
    return { id: subjectId, ...answer };
  };
  const feedOf = async (key = 'key'): Promise<string> => {
    const { path } = await act(setCalendarFeed, { wanted: true }, key);
    return /calendar-feeds\/(.+)\.ics$/.exec(path!)![1]!;
  };
  const entriesIn = (body: string) =>
    new ical.Component(ical.parse(body) as string[])
      .getAllSubcomponents('vevent')
      .map((one) => [one.getFirstPropertyValue('dtstart')!.toString(), one.getFirstPropertyValue('summary'), one.getFirstPropertyValue('status')]); // prettier-ignore

  /** A main committee in which one person sits until the end of June, and its meetings. */
  async function town() {
    const { unitId } = await say('EstablishUnit', { name: 'Forvaltningen', parentId: null, validFrom: '2025-01-01' });
    const { committeeId } = await say('EstablishCommittee', {
      ...{ name: 'HovedMED', level: 'main', kind: 'main', covers: [unitId], parentId: null, validFrom: '2025-01-01' },
    });
    const seat = { committeeId, side: 'management', representativeKind: 'manager', from: '2025-01-01' };
    const { seatId } = await say('CreateSeat', seat);
    await say('FillSeat', { seatId, personId: KIM, from: '2025-01-01', to: '2026-07-01' });
    const meet = (on: string, more: object = {}) =>
      say('ScheduleMeeting', { committeeId, on, extraordinary: false, place: 'Et hemmeligt sted', ...more });
    await meet('2026-05-20', { startsAt: '09:00', endsAt: '11:00' });
    // A committee in which they have no seat called them in for one meeting, and for another no more.
    const other = await say('EstablishCommittee', {
      ...{ name: 'OmrådeMED', level: 'area', kind: 'area', covers: [unitId], parentId: committeeId },
      validFrom: '2025-01-01',
    });
    const { seatId: otherSeat } = await say('CreateSeat', { ...seat, committeeId: other.committeeId });
    const call = (meetingId: string, personId: string | null) =>
      tools.engine.dispatch(
        requestOf('CallDeputy', { seatId: otherSeat, personId }, { subjectId: meetingId, byPerson: false }),
      );
    const [as, not] = [await meet('2026-05-27', other), await meet('2026-05-28', other)];
    for (const one of [as, not]) await call(one.id!, KIM);
    await call(not.id!, null);
    const { id } = await meet('2026-06-10');
    await tools.engine.dispatch(
      requestOf('CancelMeeting', { reason: 'En hemmelig grund' }, { subjectId: id!, byPerson: false }),
    );
    await meet('2026-09-01');
    return { unitId: unitId! };
  }

  it('has the meetings of one’s seats and the dates of one’s cases, and no word of what they are about', async () => {
    const { unitId } = await town();
    const { position } = await tools.engine.dispatch(
      requestOf('RegisterChange', {
        ...{ title: 'En hemmelig sammenlægning', kind: 'reorganisation', unitId, ownerId: KIM },
        decider: { body: 'socialCommittee', managerUnitId: null },
        decisionPoints: [{ kind: 'decision', body: 'socialCommittee', when: { on: '2026-06-03' } }],
      }),
    );
    await tools.engine.reached(position);
    await act(keepContact, { personId: KIM, language: 'en' });
    const { body } = (await askOf(getCalendarFeed, await feedOf()))!;
    const entries = entriesIn(body);
    expect(entries).toContainEqual(['2026-05-20T07:00:00Z', 'Meeting of HovedMED', 'CONFIRMED']);
    expect(entries).toContainEqual(['2026-06-10', 'Meeting of HovedMED', 'CANCELLED']);
    expect(entries).toContainEqual(['2026-05-27', 'Meeting of OmrådeMED', 'CONFIRMED']);
    for (const on of ['2026-05-28', '2026-09-01']) expect(entries.map(([start]) => start)).not.toContain(on);
    expect(entries.filter(([, summary]) => /^2026-0001: /.test(String(summary))).length).toBeGreaterThan(1);
    expect(entries).toContainEqual(['2026-06-03', expect.stringMatching(/^2026-0001: /), 'CONFIRMED']);
    expect(body).toContain('METHOD:PUBLISH');
    expect(body).not.toContain('URL');
    const linked = (await askOf(getCalendarFeed, await feedOf(), { publicUrl: 'https://med.example' }))!.body;
    const urls = linked.replace(/\r\n /g, '').match(/(?<=^URL;VALUE=URI:).*$/gm)!;
    expect(urls).toHaveLength(entries.length);
    for (const url of urls) expect(url).toMatch(/^https:\/\/med\.example\/(meetings|changes)\/[0-9a-f-]{36}\?lang=en$/);
    expect(body).not.toMatch(/hemmelig/i);
  });

  it('is the same as long as nothing changes, and nobody’s once it was taken away or made anew', async () => {
    await town();
    const token = await feedOf();
    const first = await askOf(getCalendarFeed, token);
    expect(await askOf(getCalendarFeed, token)).toEqual(first);
    expect(await feedOf()).toBe(token);
    const other = await feedOf('another key');
    expect(other).not.toBe(token);
    expect(await askOf(getCalendarFeed, token)).toBeNull();
    expect((await askOf(getCalendarFeed, other))!.etag).toBe(first!.etag);
    expect(await tools.privateStore.personOfFeed(other)).toBeUndefined();
    expect(await tools.privateStore.personOfFeed(hashOf(other))).toBe(KIM);
    expect(await act(setCalendarFeed, { wanted: false }, 'away')).toEqual({ path: null });
    expect(await askOf(getCalendarFeed, other)).toBeNull();
  });
});
