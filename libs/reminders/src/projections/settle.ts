import type { ViewWriter } from '@rettidig/event-sourcing';
import { rankOfName } from '../steps.js';

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
export function settle(view: ViewWriter, mail: number): void {
  const rows = view.all<ToldRow>(
    `select key, kind, item, step, anchor, armed, subject, receivers from {told} indexed by {told_mail}
      where mail = :mail and state = 'sent'`,
    { mail },
  );
  for (const row of rows) {
    const { key } = row;
    const missing = view.get(
      `select 1 from json_each(:receivers) where not exists
        (select 1 from {told} indexed by {told_key} where key = :key and person_id = value and state = 'sent')
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
