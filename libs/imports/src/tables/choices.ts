import type { Text } from '@rettidig/event-sourcing';
import type { Words } from '@rettidig/vocabulary';

const text = (da: string, en: string): Text => ({ da, en });

/** What is done where the register says something else than the file. */
export const choices = {
  stop: text('stop', 'stop'),
  skip: text('behold registeret', 'keep the register'),
  update: text('ret registeret', 'update the register'),
} satisfies Words<string>;

export type Choice = keyof typeof choices;

/** What is done with rows that cannot be read. */
export const badRowChoices = {
  stop: text('stop', 'stop'),
  skip: text('spring over', 'leave out'),
} satisfies Words<string>;

export type BadRowChoice = keyof typeof badRowChoices;
