import { setMaxListeners } from 'node:events';

/** Stops what is in hand. Every job in hand listens to it, however many there are: none of them is a leak. */
export function stopper(): AbortController {
  const made = new AbortController();
  setMaxListeners(0, made.signal);
  return made;
}
