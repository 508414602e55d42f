import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const pureLibs = [
  'event-sourcing',
  'vocabulary',
  'access',
  'organisation',
  'calendar',
  'rules',
  'meetings',
  'planning',
  'cases',
  'breaches',
  'minutes',
  'detection',
  'imports',
  'reminders',
];

/** What a pure file must not say: it would make a rebuild write another history. */
const impure: Readonly<Record<string, RegExp>> = {
  'the clock': /new Date\(\)|Date\.now|performance\.now|Temporal\.Now/,
  randomness: /Math\.random|randomUUID|randomBytes|getRandomValues/,
  'the environment': /process\.(env|argv|cwd|hrtime)/,
};
/**
 * Decisions, folds, projections and reactions are synchronous; queries, acts, what a plan looks up beforehand, what is sent
 * or kept outside the log, and the mechanics' runners may wait.
 */
const mayWait =
  /\/(queries|acts|sending|preferences)\/|\/look-up\.ts$|^libs\/event-sourcing\/|^libs\/reminders\/src\/again\.ts$/;
/** `waiting.ts` holds the stopwatch and the timers of the mechanics: how long, never what time. */
const edge = /\.spec\.ts$|\/testing\/|\/adapters\/|\/event-sourcing\/src\/waiting\.ts$/;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

/** The code without comments and texts in quotes, so that words about clocks are not taken for clocks. */
const codeOf = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");

export function impurities(file: string, source: string): string[] {
  const code = codeOf(source);
  const found = Object.entries(impure).filter(([, pattern]) => pattern.test(code));
  const waits = !mayWait.test(file) && /\basync\b|\bawait\b/.test(code);
  return [...found.map(([what]) => `${file} reads ${what}`), ...(waits ? [`${file} waits`] : [])];
}

describe('pure code', () => {
  const files = pureLibs.flatMap((lib) => filesOf(join(root, 'libs', lib, 'src'))).filter((file) => !edge.test(file));

  it('reads no clock, no randomness and no environment, and waits for nothing', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => impurities(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it.each([
    ['new Date()', 'reads the clock'],
    ['Math.random()', 'reads randomness'],
    ['process.env.HOME', 'reads the environment'],
    ['async () => 1', 'waits'],
  ])('would be caught with %s in it', (code, what) => {
    expect(impurities('libs/cases/src/commands/x.ts', `export const x = ${code};`)).toEqual([
      `libs/cases/src/commands/x.ts ${what}`,
    ]);
  });
});
