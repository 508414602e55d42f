import type { Instant, ViewWriter } from '@rettidig/event-sourcing';
import { reminderKey } from '../arrivals.js';
import type { ClaimedItem, MailAbout } from '../due.types.js';
import type { MailState } from './mail-tables.js';

/** A mail as an event tells of it, and how what it tells stands because of that. */
interface Noted {
  /** The number of its row. */
  readonly mail: number;
  readonly about: MailAbout;
  readonly state: MailState;
  readonly why: string | null;
  readonly at: Instant;
}

/** What a mail tells now. What it was to tell before and tells no longer was dropped from it. */
export function noteItems(view: ViewWriter, noted: Noted): void {
  const { mail, about, at } = noted;
  const known = knownItems(view, mail);
  if (known.size > 0)
    view.run(
      `update {told} indexed by {told_mail} set state = 'skipped', why = 'no-longer-so', at = :at where mail = :mail and state <> 'skipped'`,
      { mail, at },
    );
  for (const item of about.items) {
    noteItem(view, known, item, noted);
    for (const step of item.overtaken ?? []) {
      const key = reminderKey({ ...item, step });
      if (!wasTold(view, key, about.to)) noteItem(view, known, { ...item, step, key }, { ...noted, ...OVERTAKEN });
    }
  }
  for (const { key, why } of about.dropped ?? [])
    view.run(`update {told} indexed by {told_mail} set why = :why where mail = :mail and key = :key`, {
      mail,
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

const NOTE = `insert into {told} (mail, person_id, key, kind, subject, item, step, anchor, armed, due_on, late, lane,
    change_id, committee_id, case_number, functions, substitute_for, fallback, receivers, about, state, why, at, perhaps)
  values (:mail, :person, :key, :kind, :subject, :item, :step, :anchor, :armed, :dueOn, :late, :lane,
    :changeId, :committeeId, :caseNumber, :functions, :substituteFor, :fallback, :receivers, :about, :state, :why, :at, :runs)`;

/** The rows of what a mail was to tell before, by key. */
const knownItems = (view: ViewWriter, mail: number): ReadonlyMap<string, number> =>
  new Map(
    view
      .all<{ key: string; number: number }>(
        'select key, number from {told} indexed by {told_mail} where mail = :mail',
        { mail },
      )
      .map(({ key, number }) => [key, number]),
  );

function noteItem(
  view: ViewWriter,
  known: ReadonlyMap<string, number>,
  item: ClaimedItem,
  { mail, about, state, why, at }: Noted,
): void {
  const { key, kind, subject, step, anchor, armed, dueOn, late } = item;
  const number = known.get(key);
  const runs = Number(state === 'planned');
  if (number !== undefined) {
    // Whoever may have been told as it was before is not known to know how it is now.
    view.run(
      `update {told} set state = :state, why = :why, at = :at, due_on = :dueOn, late = :late, receivers = :receivers,
          about = iif(perhaps = 0, :about, about), perhaps = perhaps + :runs
        where number = :number`,
      {
        ...{ state, why, at, dueOn, late: Number(late), runs, number },
        ...{ receivers: JSON.stringify(item.of), about: JSON.stringify(item.about) },
      },
    );
    return;
  }
  view.run(NOTE, {
    ...{
      mail,
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
