import type { EffectEvent, EventOf, Instant, ProjectedEvent, SqlValue, ViewWriter } from '@rettidig/event-sourcing';
import { effectIdOf, isUncertain, subjectOf } from '@rettidig/event-sourcing';
import { dayOf } from '@rettidig/vocabulary';
import type { MailAbout } from '../due.types.js';
import type { MailStory } from '../mail-story.js';
import { SEND_MAIL } from '../sending/windows.js';
import { noteItems } from './mail-items.js';
import type { MailState } from './mail-tables.js';
import { becomes } from './occasions.js';
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
      noteEnd(view, told, isFinal ? 'failed' : 'planned', { why: error });
      return isFinal ? becomes(view, told, storyOf(view, told)) : undefined;
    }
    case 'EffectPostponed':
      return noteEnd(view, told, 'planned', { why: (told as Of<'EffectPostponed'>).data.why });
    case 'EffectRetried':
      noteEnd(view, told, 'planned', {});
      return becomes(view, told, storyOf(view, told));
  }
}

const CLAIM = `insert into {mail} (id, person_id, lane, window, state, attempt, is_repeat, due_at, claimed_at, items)
  values (:id, :person, :lane, :window, 'planned', :attempt, :isRepeat, :dueAt, :at, :items)
  on conflict (id) do update set state = 'planned', attempt = :attempt, is_repeat = max(is_repeat, :isRepeat),
    claimed_at = :at, ended_at = null, answer = null, why = null, items = :items`;

function noteClaim(view: ViewWriter, { stream, data, meta }: Of<'EffectClaimed'>): void {
  if (data.effect !== SEND_MAIL) return;
  const about = data.about as unknown as MailAbout;
  const mail = numberAfter(view, CLAIM, {
    ...{ id: subjectOf(stream), person: about.to, lane: about.lane, window: about.window, items: about.items.length },
    ...{ attempt: data.attempt, isRepeat: Number(data.isRepeat), dueAt: data.dueAt, at: meta.recordedAt },
  });
  noteItems(view, { mail: mail!, about, state: 'planned', why: null, at: meta.recordedAt });
}

const SKIP = `insert into {mail} (id, person_id, lane, window, state, attempt, is_repeat, due_at, ended_at, why, items)
  values (:id, :person, :lane, :window, 'skipped', 0, 0, :dueAt, :at, :why, :items)
  on conflict (id) do update set state = 'skipped', ended_at = :at, why = :why`;
const SKIP_KNOWN = `update {mail} set state = 'skipped', ended_at = :at, why = :why where id = :id`;
const SKIP_TOLD = `update {told} indexed by {told_mail} set state = 'skipped', at = :at, why = :why where mail = :mail`;

/** A mail that was not sent says of everything in it why. */
function noteSkip(view: ViewWriter, { data, meta }: Of<'EffectSkipped'>): void {
  if (data.effect !== SEND_MAIL) return;
  const id = effectIdOf(data.effect, data.key);
  const { why, dueAt } = data;
  const about = data.about as unknown as MailAbout | undefined;
  const at = meta.recordedAt;
  if (about) {
    const mail = numberAfter(view, SKIP, {
      ...{ id, person: about.to, lane: about.lane, window: about.window, dueAt, at, why, items: about.items.length },
    });
    noteItems(view, { mail: mail!, about, state: 'skipped', why, at });
  } else {
    const mail = numberAfter(view, SKIP_KNOWN, { id, at, why });
    if (mail !== undefined) view.run(SKIP_TOLD, { mail, at, why });
  }
}

const END = `update {mail} set state = :state, ended_at = :endedAt, answer = :answer, why = :why where id = :id`;
const END_TOLD = `update {told} indexed by {told_mail} set state = :state, at = :at, why = :why,
    perhaps = perhaps - iif(state = 'planned', :vain, 0)
  where mail = :mail and (state in ('planned', 'failed') or :state = 'sent' and state <> 'skipped')`;

function noteEnd(
  view: ViewWriter,
  { stream, meta }: Told,
  state: MailState,
  { answer = null, why = null }: { readonly answer?: string | null; readonly why?: string | null },
): void {
  const at = meta.recordedAt;
  const endedAt: SqlValue = state === 'planned' ? null : at;
  const vain = Number(why !== null && !isUncertain(why));
  const mail = numberAfter(view, END, { id: subjectOf(stream), state, endedAt, answer, why });
  if (mail === undefined) return;
  view.run(END_TOLD, { mail, state, at, why, vain });
  if (state === 'sent') settle(view, mail);
}

/** The mail of a stream as its events tell it, read from its rows; undefined for another effect. */
function storyOf(view: ViewWriter, { stream }: Told): MailStory | undefined {
  const mail = view.get<{ number: number; to: string; state: MailState; at: Instant }>(
    'select number, person_id "to", state, ended_at at from {mail} where id = :id',
    { id: subjectOf(stream) },
  );
  if (!mail) return undefined;
  const kinds = view.all<{ kind: string }>(
    `select distinct kind from {told} indexed by {told_mail} where mail = :mail and state <> 'skipped'`,
    { mail: mail.number },
  );
  return {
    to: mail.to,
    kinds: kinds.map(({ kind }) => kind),
    failedOn: mail.state === 'failed' ? dayOf(mail.at) : null,
  };
}

type Values = Readonly<Record<string, SqlValue>> & { readonly id: string };

/**
 * The number of the mail whose row a statement writes; undefined where it writes none, because it is another effect. Asked
 * for afterwards: a statement that gives back what it wrote takes twice as long.
 */
function numberAfter(view: ViewWriter, sql: string, values: Values): number | undefined {
  view.run(sql, values);
  return view.get<{ number: number }>('select number from {mail} where id = :id', { id: values.id })?.number;
}
