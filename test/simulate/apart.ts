import { fork } from 'node:child_process';
import { simulate, type Outcome, type Size } from './simulation.js';

/** What the process of one seed tells. */
type Word = { readonly day: number } | { readonly outcome: Outcome };

/** Lives through one seed in a process of its own, begun with the program that is running. */
export function simulateApart(seed: number, size: Size, onDay: (day: number) => void): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const args = ['--seeds', String(seed), '--days', String(size.days), '--changes', String(size.changes)];
    const child = fork(process.argv[1]!, args);
    let outcome: Outcome | undefined;
    child.on('message', (word: Word) => {
      if ('day' in word) onDay(word.day);
      else outcome = word.outcome;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (outcome) resolve(outcome);
      else reject(new Error(`the process of seed ${seed} ended with ${code}`));
    });
  });
}

/** In a process that was begun for one seed: says how far it is and what came of it. */
export async function tellOf(seed: number, size: Size): Promise<void> {
  const tell = (word: Word): unknown => process.send?.(word);
  tell({ outcome: await simulate(seed, size, (day) => tell({ day })) });
  process.disconnect();
}
