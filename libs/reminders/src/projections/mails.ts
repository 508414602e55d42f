import type { EffectEvent, EventOf, ProjectedEvent, SqlValue, ViewWriter } from '@rettidig/event-sourcing';
import { effectIdOf, isUncertain, subjectOf } from '@rettidig/event-sourcing';
import type { MailAbout } from '../due.types.js';
import { SEND_MAIL } from '../sending/windows.js';
import { noteItems } from './mail-items.js';
import type { MailState } from './mail-tables.js';
import { settle } from './settle.js';

// Indexes are named: statistics that SQLite took of a view with a few rows would have it read all of them for ever.

type Told = ProjectedEvent<EffectEvent>;
type Of<Type extends EffectEvent['type']> = ProjectedEvent<EventOf<EffectEvent, Type>>;

/** What an event of an effect says of a mail; of another effect it says nothing. */
export function noteMail(view: ViewWriter, event: ProjectedEvent): void {
  const told = event as Told;
  switch (told.type) {
    case 'EffectClaimed':
      return noteClaim(view, told as Of<'EffectClaimed'>);
    case 'EffectSkipped':
      return noteSkip(view, told as Of<'EffectSkipped'>);
    case 'EffectDone':
      return noteEnd(view, told, 'sent', { answer: (told as Of<'EffectDone'>).data.result });
    case 'EffectFailed': {
      const { error, isFinal } = (told as Of<'EffectFailed'>).data;
      return noteEnd(view, told, isFinal ? 'failed' : 'planned', { why: error });
    }
    case 'EffectPostponed':
      return noteEnd(view, told, 'planned', { why: (told as Of<'EffectPostponed'>).data.why });
    case 'EffectRetried':
      return noteEnd(view, told, 'planned', {});
  }
}

const CLAIM = `insert into {mail} (id, person_id, lane, window, state, attempt, is_repeat, due_at, claimed_at, items)
  values (:id, :person, :lane, :window, 'planned', :attempt, :isRepeat, :dueAt, :at, :items)
  on conflict (id) do update set state = 'planned', attempt = :attempt, is_repeat = max(is_repeat, :isRepeat),
    claimed_at = :at, ended_at = null, answer = null, why = null, items = :items`;

function noteClaim(view: ViewWriter, { stream, data, meta }: Of<'EffectClaimed'>): void {
  if (data.effect !== SEND_MAIL) return;
  const about = data.about as unknown as MailAbout;
  const id = subjectOf(stream);
  view.run(CLAIM, {
    ...{ id, person: about.to, lane: about.lane, window: about.window, items: about.items.length },
    ...{ attempt: data.attempt, isRepeat: Number(data.isRepeat), dueAt: data.dueAt, at: meta.recordedAt },
  });
  noteItems(view, { mailId: id, about, state: 'planned', why: null, at: meta.recordedAt });
}

/** A mail that was not sent says of everything in it why. */
function noteSkip(view: ViewWriter, { data, meta }: Of<'EffectSkipped'>): void {
  if (data.effect !== SEND_MAIL) return;
  const id = effectIdOf(data.effect, data.key);
  const { why, dueAt } = data;
  const about = data.about as unknown as MailAbout | undefined;
  const at = meta.recordedAt;
  if (about) {
    view.run(
      `insert into {mail} (id, person_id, lane, window, state, attempt, is_repeat, due_at, ended_at, why, items)
        values (:id, :person, :lane, :window, 'skipped', 0, 0, :dueAt, :at, :why, :items)
        on conflict (id) do update set state = 'skipped', ended_at = :at, why = :why`,
      { id, person: about.to, lane: about.lane, window: about.window, dueAt, at, why, items: about.items.length },
    );
    noteItems(view, { mailId: id, about, state: 'skipped', why, at });
  } else {
    view.run(`update {mail} set state = 'skipped', ended_at = :at, why = :why where id = :id`, { id, at, why });
    view.run(`update {told} indexed by {told_mail} set state = 'skipped', at = :at, why = :why where mail_id = :id`, {
      id,
      at,
      why,
    });
  }
}

function noteEnd(
  view: ViewWriter,
  { stream, meta }: Told,
  state: MailState,
  { answer = null, why = null }: { readonly answer?: string | null; readonly why?: string | null },
): void {
  const id = subjectOf(stream);
  const at = meta.recordedAt;
  const endedAt: SqlValue = state === 'planned' ? null : at;
  const vain = Number(why !== null && !isUncertain(why));
  view.run('update {mail} set state = :state, ended_at = :endedAt, answer = :answer, why = :why where id = :id', {
    ...{ id, state, endedAt, answer, why },
  });
  view.run(
    `update {told} indexed by {told_mail} set state = :state, at = :at, why = :why,
        perhaps = perhaps - iif(state = 'planned', :vain, 0)
      where mail_id = :id and (state in ('planned', 'failed') or :state = 'sent' and state <> 'skipped')`,
    { id, state, at, why, vain },
  );
  if (state === 'sent') settle(view, id);
}
