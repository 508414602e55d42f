import type { ActRequest, ActTools, CommandRequest, Position, Receipt, Rehearsal } from '@rettidig/event-sourcing';
import { hashOf, idOf, Refused, streamOf, subjectOf } from '@rettidig/event-sourcing';
import type { BegunStep, ImportEvent } from '../import.events.js';
import type { OpenedImport } from '../queries/of-import.js';
import { importOf } from '../queries/of-import.js';

// What an import says of itself is what was recorded, whoever commits it, however many at once, and wherever a process
// died: the commands are named on it before the first of them records anything, and what it led to is counted afterwards
// in the streams themselves, for all commands that were ever named.

/** A command that was given, and what became of it. */
export interface Written {
  readonly request: CommandRequest;
  readonly receipt: Receipt;
}

/** Who commits, and with what. */
interface Asking {
  readonly tools: ActTools;
  readonly request: ActRequest;
}

/** A command that an act gives for whoever asked for the act. */
export const givenFor = (
  { actor, correlationId }: ActRequest,
  command: string,
  rest: Pick<CommandRequest, 'subjectId' | 'message' | 'commandId'>,
): CommandRequest => ({ command, ...rest, actor, correlationId, byPerson: actor.role !== 'system' });

/** Names the commands of one commit on its import. A commit that records nothing leaves no trace. */
export class Announcing {
  private readonly announced: Set<string>;
  private rehearsal: Promise<Rehearsal> | undefined;

  constructor(
    private readonly opened: Pick<OpenedImport, 'id' | 'status' | 'begun'>,
    private readonly commands: readonly CommandRequest[],
    private readonly asking: Asking,
  ) {
    this.announced = new Set(Object.keys(opened.begun));
  }

  /** Before a command is given: if it would record something that no commit named, it and all after it are named. */
  async before(command: CommandRequest): Promise<void> {
    if (this.announced.has(command.commandId) || !(await this.wouldRecord(command))) return;
    await this.announce(this.commands.slice(this.commands.indexOf(command)));
  }

  /**
   * After the last: names what was recorded all the same, by a process of a release that did not name it, or because
   * somebody else took away in between what stood in the register already.
   */
  async afterwards(written: readonly Written[]): Promise<void> {
    const isUntold = ({ receipt: { appended, repeated } }: Written) =>
      appended > 0 && !(repeated && this.opened.status === 'committed');
    await this.announce(written.filter(isUntold).map(({ request }) => request));
  }

  private async announce(commands: readonly CommandRequest[]): Promise<void> {
    const unnamed = commands.filter(({ commandId }) => !this.announced.has(commandId));
    if (unnamed.length === 0) return;
    const { commands: known } = await this.rehearsed();
    const steps = unnamed.map((one): BegunStep => {
      return { commandId: one.commandId, stream: streamOf(known.get(one.command)!, one) };
    });
    await say('BeginImport', this.opened.id, { steps }, this.asking);
    for (const { commandId } of steps) this.announced.add(commandId);
  }

  /** What is refused records nothing. */
  private async wouldRecord(command: CommandRequest): Promise<boolean> {
    const rehearsal = await this.rehearsed();
    try {
      return (await rehearsal.command(command)).added.length > 0;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  private rehearsed(): Promise<Rehearsal> {
    const { tools, request } = this.asking;
    return (this.rehearsal ??= tools.engine.queryContext(request.actor, request.language).rehearsal());
  }
}

/**
 * Says on the import what came of it so far, by all its commits; that it was carried out also where everything stood in
 * the register already, otherwise the document would wait for somebody for ever. Answers where it was said, if it was.
 */
export async function tell(id: string, asking: Asking): Promise<Position[]> {
  const { tools, request } = asking;
  const { readStream } = tools.engine.queryContext(request.actor, request.language);
  const { begun, facts: told, factsBefore, status } = importOf(await readStream<ImportEvent>(`import-${id}`))!;
  const counts = new Map<string, number>();
  for (const stream of new Set(Object.values(begun))) {
    const ours = (await readStream(stream)).filter(({ meta }) => begun[meta.commandId] === stream);
    if (ours.length > 0) counts.set(subjectOf(stream), ours.length);
  }
  const facts = [...counts.values()].reduce((sum, count) => sum + count, factsBefore);
  if (status === 'committed' && facts <= told) return [];
  const { position } = await say('CommitImport', id, { subjects: [...counts.keys()], facts }, asking);
  return [position];
}

/** Says something on the import; its id follows from what is said, so that it is said once. */
const say = (command: string, id: string, message: object, { tools, request }: Asking) =>
  tools.engine.dispatch(
    givenFor(request, command, { subjectId: id, message, commandId: idOf(id, command, hashOf(message)) }),
  );
