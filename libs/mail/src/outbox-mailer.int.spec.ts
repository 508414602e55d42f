import { ScriptedClock } from '@rettidig/event-sourcing/testing';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutboxMailer } from './outbox-mailer.js';
import { contractInstant, contractSender, mailerContract } from './testing/mailer-contract.js';
import { someMail } from './testing/some-mail.js';

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), 'outbox-')), 'outbox');
const open = (folder: string, clock = new ScriptedClock(contractInstant)): OutboxMailer =>
  new OutboxMailer({ folder, from: contractSender, clock });
const filesOf = (folder: string): string[] => readdirSync(folder).sort();

mailerContract('an outbox', async () => {
  const folder = newFolder();
  const away = `${folder}-away`;
  return {
    mailer: open(folder),
    taken: async () =>
      readdirSync(join(folder, '..')).includes('outbox')
        ? filesOf(folder).map((name) => readFileSync(join(folder, name)))
        : [],
    // A file where the folder should be: also root cannot write into it.
    broken: async () => {
      mkdirSync(folder, { recursive: true });
      renameSync(folder, away);
      writeFileSync(folder, '');
    },
    mended: async () => {
      rmSync(folder);
      renameSync(away, folder);
    },
    remove: async () => rmSync(join(folder, '..'), { recursive: true, force: true }),
  };
});

describe('an outbox', () => {
  let folder: string;
  beforeEach(() => (folder = newFolder()));
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  it('names a mail by when and which, and a repeat by which time it is', async () => {
    const clock = new ScriptedClock(contractInstant);
    const mailer = open(folder, clock);
    await mailer.send(someMail);
    clock.set('2026-11-24T06:00:01.500Z');
    const { answer } = await mailer.send(someMail);
    const [first, second] = filesOf(folder);
    expect(first).toMatch(/^20261124T060000000Z-[0-9a-f]{16}\.eml$/);
    expect(second).toBe(first!.replace('060000000Z', '060001500Z').replace('.eml', '.repeat-2.eml'));
    expect(answer).toBe(second);
  });

  it('knows after a restart what it had, and clears away what was left half written', async () => {
    await open(folder).send(someMail);
    const [first] = filesOf(folder);
    writeFileSync(join(folder, `.${first!}.tmp`), 'half');
    writeFileSync(join(folder, 'notes.txt'), 'of somebody else');
    await open(folder).send(someMail);
    expect(filesOf(folder)).toEqual([first, first!.replace('.eml', '.repeat-2.eml'), 'notes.txt']);
  });

  it('is for the eyes of whoever runs the service only', async () => {
    await open(folder).send(someMail);
    const modes = [folder, join(folder, filesOf(folder)[0]!)].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });
});
