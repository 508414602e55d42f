/** @throws RangeError for what is no time: such a job would never run. */
export function millisOf(instant: string): number {
  const millis = Date.parse(instant);
  if (Number.isNaN(millis)) throw new RangeError(`no time: ${instant}`);
  return millis;
}
