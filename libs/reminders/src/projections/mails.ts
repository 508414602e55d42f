import type { EffectEvent, EventOf, Instant, ProjectedEvent, SqlValue, ViewWriter } from '@rettidig/event-sourcing';
import { effectIdOf, isUncertain, subjectOf } from '@rettidig/event-sourcing';
import type { ClaimedItem, MailAbout } from '../due.types.js';
import { SEND_MAIL } from '../sending/windows.js';
import { reminderKey } from '../arrivals.js';
import { rankOfName } from '../steps.js';

/**
 * How a mail, or one thing in it, stands. `planned`: claimed, or waiting to be tried again. `skipped`: it was not told, and
 * is due again if it is still so. `failed`: given up; somebody else is told in their place.
 */
export const mailStates = ['planned', 'sent', 'failed', 'skipped'] as const;
export type MailState = (typeof mailStates)[number];

/**
 * A mail, and what each told to whom. `number` counts in log order; `perhaps` the runs that may have told it, whatever
 * became of it later: begun, and not known to have brought nothing.
 */
export const mailSchema = [
  `create table {mail} (
    number integer primary key, id text not null unique, person_id text not null, lane text not null, window text not null,
    state text not null, attempt integer not null, is_repeat integer not null, due_at text not null, claimed_at text,
    ended_at text, answer text, why text, items integer not null
  ) strict`,
  `create table {told} (
    number integer primary key, mail_id text not null, person_id text not null, key text not null, kind text not null,
    subject text, item text not null, step text not null, anchor text not null, armed integer not null, due_on text not null,
    late integer not null, lane text not null, change_id text, committee_id text, case_number text,
    functions text not null, substitute_for text not null, fallback integer not null, receivers text not null,
    about text not null, state text not null, why text, at text not null, perhaps integer not null
  ) strict`,
  'create index {told_mail} on {told} (mail_id)',
  'create index {told_key} on {told} (key, person_id)',
  'create index {told_item} on {told} (item, kind)',
  'create index {told_change} on {told} (change_id) where change_id is not null',
  'create index {told_committee} on {told} (committee_id, due_on) where committee_id is not null',
  'create index {told_due} on {told} (due_on)',
  'create index {told_person} on {told} (person_id, number)',
  'create index {mail_person} on {mail} (person_id, number)',
  'create table {settled} (key text primary key) strict, without rowid',
];

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

interface Noted {
  readonly mailId: string;
  readonly about: MailAbout;
  readonly state: MailState;
  readonly why: string | null;
  readonly at: Instant;
}

/** What a mail tells now. What it was to tell before and tells no longer was dropped from it. */
function noteItems(view: ViewWriter, noted: Noted): void {
  const { mailId, about, at } = noted;
  const known = knownItems(view, mailId);
  if (known.size > 0)
    view.run(
      `update {told} indexed by {told_mail} set state = 'skipped', why = 'no-longer-so', at = :at where mail_id = :mailId and state <> 'skipped'`,
      { mailId, at },
    );
  for (const item of about.items) {
    noteItem(view, known, item, noted);
    for (const step of item.overtaken ?? []) {
      const key = reminderKey({ ...item, step });
      if (!wasTold(view, key, about.to)) noteItem(view, known, { ...item, step, key }, { ...noted, ...OVERTAKEN });
    }
  }
  for (const { key, why } of about.dropped ?? [])
    view.run(`update {told} indexed by {told_mail} set why = :why where mail_id = :mailId and key = :key`, {
      mailId,
      key,
      why,
    });
}

/** Whoever was told of a step was not passed over by the next one. */
const wasTold = (view: ViewWriter, key: string, person: string): boolean =>
  view.get(
    `select 1 from {told} indexed by {told_key} where key = :key and person_id = :person and state <> 'skipped' limit 1`,
    { key, person },
  ) !== undefined;

const OVERTAKEN = { state: 'skipped', why: 'overtaken' } as const;

const NOTE = `insert into {told} (mail_id, person_id, key, kind, subject, item, step, anchor, armed, due_on, late, lane,
    change_id, committee_id, case_number, functions, substitute_for, fallback, receivers, about, state, why, at, perhaps)
  values (:mailId, :person, :key, :kind, :subject, :item, :step, :anchor, :armed, :dueOn, :late, :lane,
    :changeId, :committeeId, :caseNumber, :functions, :substituteFor, :fallback, :receivers, :about, :state, :why, :at, :runs)`;

/** The rows of what a mail was to tell before, by key. */
const knownItems = (view: ViewWriter, mailId: string): ReadonlyMap<string, number> =>
  new Map(
    view
      .all<{ key: string; number: number }>(
        'select key, number from {told} indexed by {told_mail} where mail_id = :mailId',
        { mailId },
      )
      .map(({ key, number }) => [key, number]),
  );

function noteItem(
  view: ViewWriter,
  known: ReadonlyMap<string, number>,
  item: ClaimedItem,
  { mailId, about, state, why, at }: Noted,
): void {
  const { key, kind, subject, step, anchor, armed, dueOn, late } = item;
  const number = known.get(key);
  const runs = Number(state === 'planned');
  if (number !== undefined) {
    view.run(
      'update {told} set state = :state, why = :why, at = :at, receivers = :receivers, perhaps = perhaps + :runs where number = :number',
      { state, why, at, receivers: JSON.stringify(item.of), runs, number },
    );
    return;
  }
  view.run(NOTE, {
    ...{
      mailId,
      person: about.to,
      key,
      kind,
      subject,
      item: item.item,
      step,
      anchor,
      armed,
      dueOn,
      late: Number(late),
    },
    ...{ lane: item.asked.lane, changeId: item.about.changeId ?? null, committeeId: item.about.committeeId ?? null },
    ...{ caseNumber: item.number, functions: JSON.stringify(item.as), fallback: Number(item.fallback) },
    substituteFor: JSON.stringify(item.substituteFor),
    ...{ receivers: JSON.stringify(item.of), about: JSON.stringify(item.about), state, why, at, runs },
  });
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

interface ToldRow {
  readonly key: string;
  readonly kind: string;
  readonly item: string;
  readonly step: string;
  readonly anchor: string;
  readonly armed: number;
  readonly subject: string | null;
  readonly receivers: string;
}

/**
 * Moves on what everybody was told of who was to be. Where that is not seen, the sweep only looks in vain. In the place of
 * whom it was given up to tell, somebody else is to be told.
 */
function settle(view: ViewWriter, mailId: string): void {
  const rows = view.all<ToldRow>(
    `select * from {told} indexed by {told_mail} where mail_id = :mailId and state = 'sent'`,
    {
      mailId,
    },
  );
  for (const row of rows) {
    const { key } = row;
    const missing = view.get(
      `select 1 from json_each(:receivers) where value not in
        (select person_id from {told} indexed by {told_key} where key = :key and state = 'sent')
        limit 1`,
      { receivers: row.receivers, key },
    );
    if (missing) continue;
    view.run('insert into {settled} values (:key) on conflict do nothing', { key });
    moveOn(view, row);
  }
}

function moveOn(view: ViewWriter, { subject, kind, item, step, anchor, armed }: ToldRow): void {
  if (subject === null) return;
  view.run(
    `update {occasion} indexed by {occasion_stream} set told = max(told, :told) where stream = :subject and kind = :kind and item = :item
      and anchor = :anchor and armed = :armed`,
    { subject, kind, item, anchor, armed, told: rankOfName(step) },
  );
}
