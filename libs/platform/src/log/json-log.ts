import type { LoggerService } from '@nestjs/common';
import type { LogLevel } from '../config/config.js';

/** What a log line may hold beside its message: ids, codes, counts. Never a body, a name, a text or an address. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

const weight: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 };

/** One JSON object a line on standard output. Lines of one turn are written together. */
export class JsonLog implements LoggerService {
  private lines: string[] = [];

  constructor(
    private readonly level: LogLevel,
    private readonly write: (text: string) => void = (text) => void process.stdout.write(text),
  ) {}

  isOn(level: LogLevel): boolean {
    return weight[level] >= weight[this.level];
  }

  line(level: LogLevel, message: string, fields: LogFields = {}): void {
    if (!this.isOn(level)) return;
    if (this.lines.length === 0) setImmediate(() => this.flush());
    this.lines.push(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields }));
  }

  /** Writes what is waiting; called before the process ends. */
  flush(): void {
    if (this.lines.length === 0) return;
    const text = `${this.lines.join('\n')}\n`;
    this.lines = [];
    this.write(text);
  }

  /** An error that nobody expected: its class and where it happened, not its message, which may hold data. */
  failure(message: string, error: unknown, fields: LogFields = {}): void {
    const known = error instanceof Error ? error : new Error('not an error');
    this.line('error', message, { ...fields, error: known.name, at: placesOf(known) });
  }

  // What Nest itself says: at start it names each route and module, which nobody reads twice.
  log(message: unknown): void {
    this.line('debug', String(message));
  }
  warn(message: unknown): void {
    this.line('warn', String(message));
  }
  error(message: unknown): void {
    if (message instanceof Error) this.failure('framework', message);
    else this.line('error', String(message).slice(0, 300));
  }
}

/** The frames of a stack without its first lines, which repeat the message. */
function placesOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames
    .slice(0, 6)
    .map((line) => line.trim().slice(3))
    .join(' < ');
}
