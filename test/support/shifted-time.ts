/**
 * The time of this process, which a test can set: whoever asks for it here, also in a library, is told another one. How
 * long something takes is measured as ever, as on a machine that slept or was set.
 */
let ahead = 0;
const told = Date.now.bind(Date);

Date.now = () => told() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (date, given: unknown[]) => (given.length === 0 ? new date(date.now()) : new date(...(given as [number]))),
  apply: (date) => new date(date.now()).toString(),
});

/** From now on it is so many milliseconds later. */
export function shiftTime(milliseconds: number): void {
  ahead += milliseconds;
}
