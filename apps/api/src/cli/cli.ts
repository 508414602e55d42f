import 'reflect-metadata';
import { Unusable } from '@rettidig/event-sourcing';
import { readConfig, type Config } from '@rettidig/platform';
import { SingleBar } from 'cli-progress';

/** The exit code of a process that was set up wrongly (sysexits: EX_CONFIG). */
const EX_CONFIG = 78;

/** Runs one command line: what cannot be used is said in a sentence, anything else is an error with its place. */
export function commandLine(run: (config: Config, args: readonly string[]) => Promise<void>): void {
  Promise.resolve()
    .then(() => run(readConfig(process.env), process.argv.slice(2)))
    .catch((error: unknown) => {
      console.error(error instanceof Unusable ? `${error.sentence.da}\n${error.sentence.en}` : error);
      process.exitCode = EX_CONFIG;
    });
}

/**
 * For what copies the files of a data folder: they are not the whole truth where the engines are shared.
 * @throws Unusable saying how to do it there.
 */
export function mustBeEmbedded({ shared }: Config): void {
  if (!shared) return;
  throw new Unusable('backup.by-engines', {
    da: 'Her ligger loggen i EventStoreDB og nøglerne i PostgreSQL, og hver har sin egen sikkerhedskopiering. Kopiér først EventStoreDB (et øjebliksbillede af disken, eller filerne: *.chk før chunk-*), derefter PostgreSQL med "pg_dump" af PRIVATE_STORE_URL: i den rækkefølge har hver hændelse sin nøgle. Gendan begge; en log uden sine nøgler kan ikke læses. Redis og visningerne skal ikke gemmes: de dannes på ny.',
    en: 'Here the log is in EventStoreDB and the keys are in PostgreSQL, and each has its own backup. Copy EventStoreDB first (a snapshot of the disk, or the files: *.chk before chunk-*), then PostgreSQL with "pg_dump" of PRIVATE_STORE_URL: in that order each event has its key. Restore both; a log without its keys cannot be read. Redis and the views need no backup: they are made anew.',
  });
}

/** A bar with what is done, how fast, and how long it still takes. */
export function progressBar(what: string, unit: string): SingleBar {
  return new SingleBar({
    format: `${what} {bar} {percentage} % | {value}/{total} ${unit} | {speed} ${unit}/s | {eta_formatted}`,
    barsize: 30,
    hideCursor: true,
    // On a terminal one line that moves, in a log file a line every five seconds.
    noTTYOutput: true,
    notTTYSchedule: 5000,
    fps: 5,
  });
}

/** The value of `--name value`, or undefined; unknown words are refused with what there is. */
export function option(args: readonly string[], name: string, usage: string): string | undefined {
  if (args.length === 0) return undefined;
  const [flag, value, ...rest] = args;
  if (flag === `--${name}` && value && rest.length === 0) return value;
  throw new Unusable('arguments.unknown', { da: `Brug: ${usage}`, en: `Use: ${usage}` });
}
