import { effectsView, type ReadDatabase } from '@rettidig/event-sourcing';
import { instantAt, type LocalDate } from '@rettidig/vocabulary';
import { SEND_MAIL, type KeyState } from './windows.js';

/** What has become of a mail of today, by its key: no window of another day is named any more. */
export function mailsOf(views: ReadDatabase, today: LocalDate): (key: string) => KeyState {
  const rows = views.view(effectsView.name).all<{
    key: string;
    state: string;
  }>('select key, state from {effect} where due_at >= :since and effect = :effect', { since: instantAt(today, '00:00'), effect: SEND_MAIL });
  const states = new Map(rows.map(({ key, state }) => [key, state]));
  return (key) => {
    const state = states.get(key);
    return state === undefined ? 'free' : state === 'skipped' ? 'skipped' : 'used';
  };
}
