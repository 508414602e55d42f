import { effectStreamOf, effectsView, idOf, type Contact, type ReadDatabase } from '@rettidig/event-sourcing';
import { filledViews } from '@rettidig/event-sourcing/testing';
import type { MailAbout } from '../due.types.js';
import { remindersView } from '../projections/reminders.projection.js';
import { at, claimed, OWNER, owing, plan, planned, told } from '../testing/told.js';
import { findMails } from './find-mails.js';
import { mailKey, SEND_MAIL } from './windows.js';

const TODAY = '2026-05-11';
const NOW = `${TODAY}T06:00:00.000Z`;
const given = [...owing('2026-01-05'), planned('2026-01-05', [plan({ atRiskFrom: TODAY })])];
const reached: Contact = { address: 'a@eksempel.dk', language: 'da', notices: 'digest' };
const contactsOf = (ids: readonly string[]) => Promise.resolve(new Map(ids.map((id) => [id, reached])));

/** The mail of this morning to the owner, claimed. */
function claimOfToday(of = given) {
  const { due } = told(...of);
  const event = claimed(NOW, OWNER, due(NOW));
  const key = mailKey(OWNER, TODAY);
  return at(NOW, 'EffectClaimed', { ...event.data, key }, effectStreamOf(SEND_MAIL, key));
}

describe('looking for mails', () => {
  it('takes who was told and what became of a mail from one moment, whatever is claimed while contacts are asked for', async () => {
    const before = filledViews([remindersView, effectsView], given);
    const after = filledViews([remindersView, effectsView], [...given, claimOfToday()]);
    let views: ReadDatabase = before;
    const asked = { view: (name: string) => views.view(name) };
    const { mails: found } = await findMails({ views: asked, reference: told(...given).reference, now: NOW }, (ids) => {
      views = after;
      return contactsOf(ids);
    });
    expect(found.map(({ key }) => key)).toEqual([mailKey(OWNER, TODAY)]);
    const later = await findMails({ views: after, reference: told(...given).reference, now: NOW }, contactsOf);
    expect(later).toEqual({ mails: [], outOfReach: 0 });
  });

  it('counts what can be told to nobody', async () => {
    const { views, reference, due } = told(...given);
    const nobody = () => Promise.resolve(new Map<string, Contact>());
    expect(await findMails({ views, reference, now: NOW }, nobody)).toEqual({
      mails: [],
      outOfReach: due(NOW).length,
    });
  });

  it.each(['mail.refused', 'mail.reserved-address', 'TypeError'])(
    'finds somebody else for what was given up with %s, each once',
    async (error) => {
      const secretaries = ['anne', 'bent'].map((personId) =>
        at(
          '2026-01-05',
          'SecretariatMemberAppointed',
          { appointmentId: idOf(personId), committeeId: null, personId, from: '2025-01-01' },
          'functions-administration',
        ),
      );
      const waiting = [...owing('2026-01-05'), planned('2026-01-05')];
      let log = [...waiting, ...secretaries, claimOfToday(waiting)];
      const gaveUp = (event: ReturnType<typeof at>): ReturnType<typeof at> =>
        at(NOW, 'EffectFailed', { error, attempt: 8, isFinal: true }, event.stream);
      log.push(gaveUp(log.at(-1)!));
      const tried: string[] = [];
      for (let look = 0; look < 5; look += 1) {
        const views = filledViews([remindersView, effectsView], log);
        const { mails } = await findMails({ views, reference: told(...log).reference, now: NOW }, contactsOf);
        for (const { key, about } of mails) {
          const { to, items } = about as unknown as MailAbout;
          tried.push(...items.map((item) => `${to} ${item.kind}`));
          // What the server refused of one person goes with other things; what may itself be at fault goes alone.
          const isApart = key !== mailKey(to, TODAY);
          if (items.some(({ kind }) => kind === 'notPlaced')) expect(isApart).toBe(error === 'TypeError');
          const data = { effect: SEND_MAIL, key, about, dueAt: NOW, attempt: 8, isRepeat: false, leaseUntil: NOW };
          const claim = at(NOW, 'EffectClaimed', data, effectStreamOf(SEND_MAIL, key));
          log = [...log, claim, gaveUp(claim)];
        }
      }
      expect(tried.filter((one) => one.endsWith('notPlaced')).sort()).toEqual(['anne notPlaced', 'bent notPlaced']);
    },
  );
});
