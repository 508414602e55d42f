import type { LocalDate } from '@rettidig/vocabulary';

/** The name of the effect that sends mail. Part of the key of what was sent: never renamed. */
export const SEND_MAIL = 'send-mail';

/** So many mails to one person can be about one window: who needs more has a fault that mails cannot mend. */
const MOST_OF_A_WINDOW = 20;

/**
 * The key of a mail to a person: the day of a morning mail, or the instant at which the window of something urgent opened.
 * `again` counts from 1: what came too late for its mail goes in the next one of the same window.
 */
export const mailKey = (personId: string, window: string, again = 1): string =>
  `${personId}/${window}${again === 1 ? '' : `~${again}`}`;

/** What goes with the mail of a window and what that mail may become. */
export type KeyState = 'free' | 'skipped' | 'used';

/**
 * The key for what is to be told now of a window. Undefined when it has to wait for the mail of another day: of a morning
 * only one mail goes out, unless something cannot wait.
 */
export function freeKey(
  personId: string,
  window: string,
  isPressing: boolean,
  stateOf: (key: string) => KeyState,
): string | undefined {
  for (let again = 1; again <= MOST_OF_A_WINDOW; again++) {
    const key = mailKey(personId, window, again);
    const state = stateOf(key);
    if (state === 'free') return key;
    if (state === 'used' && !isPressing) return undefined;
  }
  return undefined;
}

/** The day of a window, or the local day on which it opened. */
export function isOver(window: string, today: LocalDate, dayOf: (instant: string) => LocalDate): boolean {
  const [opened = ''] = window.split('/');
  return (opened.includes('T') ? dayOf(opened) : opened) < today;
}
