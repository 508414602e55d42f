import { readFileSync, writeFileSync } from 'node:fs';

/** What a process takes now (`VmRSS`) or took at most (`VmHWM`), in MiB, as Linux counts it. */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line![1]) / 1024;
}

/** From now on `VmHWM` is the most since now. */
export const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');
