import { idOf, type Actor, type CommandRequest, type Rehearsal } from '@rettidig/event-sourcing';
import { Dictionary, Example, Id, ListOf, Pattern } from '@rettidig/vocabulary';
import { fieldProblem, invalid, readerOf } from '../http/message.js';
import { Problem } from '../http/problem.js';

/** One thing that might be done: a command by its name, as it would be sent. */
export class Draft {
  @Pattern(/^[A-Z][A-Za-z]{1,59}$/, {
    description: 'The command, by the name that this document gives its operation.',
    example: 'MoveMeeting',
  })
  command!: string;

  @Id({
    description: 'What it is done to: the id in the address of the command. Left out where there is none.',
    optional: true,
  })
  id?: string;

  @Dictionary(
    {},
    {
      description: 'The body of the command. Ids in its address with another name than `id` are fields of it.',
      example: { to: '2026-05-08', reason: 'Lokalet er optaget' },
      optional: true,
    },
  )
  message?: Record<string, unknown>;
}

/** A meeting that might be moved. */
export const draftsExample = {
  drafts: [
    {
      command: 'MoveMeeting',
      id: '0b3ba0f0-6a60-4a44-9b5e-0e4a3c9f0a11',
      message: { to: '2026-05-08', startsAt: '10:00', endsAt: '12:00', reason: 'Lokalet er optaget' },
    },
  ],
};

/** What might be done, in the order in which it would be done. */
@Example(draftsExample)
export class Drafts {
  @ListOf(() => Draft, { description: 'At least one, at most 20.', min: 1, max: 20 })
  drafts!: Draft[];
}

/** A draft as the engine takes it. */
export type DraftRequest = Omit<CommandRequest, 'ifMatch'>;

/**
 * The drafts as commands of an actor. `seed` makes their ids: the same seed gives the same.
 * @throws Problem 400 naming each field that the command itself would not take.
 */
export function requestsOf(
  drafts: readonly Draft[],
  actor: Actor,
  seed: string,
  { commands }: Rehearsal,
): DraftRequest[] {
  return drafts.map((draft, n) => {
    const command = commands.get(draft.command);
    const at = ['drafts', String(n)];
    if (!command || command.path === null) throw invalid([fieldProblem([...at, 'command'], 'field.not-allowed')]);
    if ((command.target === 'existing') !== (draft.id !== undefined)) {
      throw invalid([fieldProblem([...at, 'id'], draft.id === undefined ? 'field.required' : 'field.unknown')]);
    }
    const commandId = idOf(seed, String(n));
    return {
      command: draft.command,
      message: messageOf(command.message, draft.message ?? {}, [...at, 'message']),
      ...{ actor, commandId, correlationId: commandId, byPerson: true },
      ...(draft.id !== undefined && { subjectId: draft.id.toLowerCase() }),
    };
  });
}

/** Read as the command's own route reads it; problems are named where they stand in the draft. */
function messageOf(type: new () => object, plain: object, at: readonly string[]): object {
  try {
    return readerOf(type)(plain);
  } catch (error) {
    if (!(error instanceof Problem) || !error.more.fields) throw error;
    const above = at.map((name) => `/${name}`).join('');
    throw invalid(error.more.fields.map((field) => ({ ...field, pointer: above + field.pointer })));
  }
}
