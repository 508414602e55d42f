/**
 * How a mail, or one thing in it, stands. `planned`: claimed, or waiting to be tried again. `skipped`: it was not told, and
 * is due again if it is still so. `failed`: given up; somebody else is told in their place.
 */
export type MailState = 'planned' | 'sent' | 'failed' | 'skipped';

/**
 * A mail, and what each told to whom. `number` counts in log order; `perhaps` the runs that may have told it, whatever
 * became of it later: begun, and not known to have brought nothing. What a mail told names it by its number, so that its
 * rows lie together at the end.
 */
export const mailSchema = [
  `create table {mail} (
    number integer primary key, id text not null unique, person_id text not null, lane text not null, window text not null,
    state text not null, attempt integer not null, is_repeat integer not null, due_at text not null, claimed_at text,
    ended_at text, answer text, why text, items integer not null
  ) strict`,
  `create table {told} (
    number integer primary key, mail integer not null, person_id text not null, key text not null, kind text not null,
    subject text, item text not null, step text not null, anchor text not null, armed integer not null, due_on text not null,
    late integer not null, lane text not null, change_id text, committee_id text, case_number text,
    functions text not null, substitute_for text not null, fallback integer not null, receivers text not null,
    about text not null, state text not null, why text, at text not null, perhaps integer not null
  ) strict`,
  'create index {told_mail} on {told} (mail)',
  'create index {told_key} on {told} (key, person_id)',
  'create index {told_item} on {told} (item, kind)',
  'create index {told_change} on {told} (change_id) where change_id is not null',
  'create index {told_committee} on {told} (committee_id, due_on) where committee_id is not null',
  'create index {told_due} on {told} (due_on)',
  'create index {told_person} on {told} (person_id, number)',
  'create index {mail_person} on {mail} (person_id, number)',
  'create table {settled} (key text primary key) strict, without rowid',
];
