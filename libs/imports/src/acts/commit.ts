import type { Act, ActRequest, ActTools, Receipt } from '@rettidig/event-sourcing';
import { hashOf, idOf, Refused } from '@rettidig/event-sourcing';
import { Count, Flag, Id, ListOf, Pattern, Sentences } from '@rettidig/vocabulary';
import type { AnyImportKind, ImportPlan, ImportStep } from '../import-kind.js';
import type { OpenedImport } from '../queries/of-import.js';
import { openImport, planOf } from '../queries/of-import.js';
import { withId } from '../queries/preview.js';

/** One command that was carried out. */
export class DoneStep {
  @Pattern(/^[A-Za-z]+$/, { description: 'The command.', example: 'ImportMinutes' })
  command!: string;
  @Id({ description: 'What it was about; null for the structure, of which there is one.', nullable: true })
  subjectId!: string | null;
  @Count({ description: 'Facts that it recorded, now or when it was committed first.' })
  facts!: number;
}

/** What the commit did. */
export class CommittedImport {
  @Id({ description: 'The import.' })
  id!: string;
  @Count({ description: 'Facts recorded now.' })
  facts!: number;
  @ListOf(() => DoneStep, { description: 'Step by step.', max: 10_000 })
  done!: DoneStep[];
  @Flag({
    description:
      'Nothing was done now: everything had been recorded before, or stands otherwise in the register and was left as it is (`differs`).',
  })
  unchanged!: boolean;
  @Count({
    description: 'How many things the register has otherwise than the document, and that were left as they are.',
  })
  differs!: number;
  @Sentences({
    description: 'What was left as it is or not recorded, and what to do about it, in words. Empty where nothing was.',
    max: 1000,
  })
  remains!: string[];
  @Pattern(/^[\w.-]+$/, {
    description: 'Send it as `Consistent-With` to see the effect in a list; null when nothing was recorded.',
    nullable: true,
    example: '000000000000a4c9',
  })
  position!: string | null;
}

const UUID = /^[0-9a-f]{8}-/;

/** The act that carries out what the preview showed for the same choices. */
export const commitOf = (kind: AnyImportKind): Act<{ id: string }, CommittedImport> => ({
  name: `Commit${kind.noun}`,
  message: withId(kind, `${kind.noun}CommitChoices`),
  path: `${kind.path}/{id}/commit`,
  tag: 'imports',
  summary: { da: `Gennemfør: ${kind.text.da}`, en: `Commit: ${kind.text.en}` },
  refusals: ['import.unknown', 'import.document-erased', 'import.set-aside', ...kind.refusals],
  answer: CommittedImport,
  act: ({ id, ...decisions }, tools, request) => commit(kind, { id, decisions }, tools, request),
});

/**
 * Carries out what follows from a document with some choices (undefined: none, what follows from it alone).
 * @throws Refused when something stands in the way; then nothing was done.
 */
export async function commit(
  kind: AnyImportKind,
  { id, decisions }: { readonly id: string; readonly decisions?: object },
  tools: ActTools,
  request: ActRequest,
): Promise<CommittedImport> {
  const context = tools.engine.queryContext(request.actor, request.language);
  const opened = await openImport(kind, id, context);
  if (opened.status === 'setAside') throw new Refused('import.set-aside');
  const plan = await planOf(kind, opened, decisions, context);
  if (plan.obstacle) throw plan.obstacle;
  return carryOut(opened, plan, tools, request);
}

async function carryOut(
  { id, status }: OpenedImport,
  { steps, remains }: ImportPlan<object>,
  tools: ActTools,
  request: ActRequest,
): Promise<CommittedImport> {
  const receipts: { readonly command: string; readonly commandId: string; readonly receipt: Receipt }[] = [];
  let kept = 0;
  let waiting: PrivateStep[] = [];
  for (const step of steps) {
    if (!('command' in step)) {
      waiting.push(step);
      continue;
    }
    kept += await keep(waiting, tools);
    waiting = [];
    const commandId = idOf(id, step.key, hashOf(step.message));
    const receipt = await dispatch(step.command, step.subjectId, step.message, { tools, request, commandId });
    receipts.push({ command: step.command, commandId, receipt });
  }
  kept += await keep(waiting, tools);
  const written = receipts.filter(({ receipt }) => receipt.appended > 0);
  const fresh = written.filter(({ receipt }) => !receipt.repeated);
  // What a first attempt did before it broke off has not been said yet.
  const toSay = status === 'committed' ? fresh : written;
  const position = status === 'committed' && toSay.length === 0 ? null : await remember(id, toSay, tools, request);
  const facts = fresh.reduce((sum, { receipt }) => sum + receipt.appended, 0);
  return {
    id,
    facts,
    done: receipts.map(({ command, receipt: { subjectId, appended } }) => ({
      command,
      subjectId: UUID.test(subjectId) ? subjectId : null,
      facts: appended,
    })),
    unchanged: facts === 0 && kept === 0,
    differs: remains?.differs ?? 0,
    remains: [...(remains?.sentences ?? [])],
    position,
  };
}

interface Sending {
  readonly tools: ActTools;
  readonly request: ActRequest;
  readonly commandId: string;
}

const dispatch = (
  command: string,
  subjectId: string | undefined,
  message: object,
  { tools, request, commandId }: Sending,
): Promise<Receipt> =>
  tools.engine.dispatch({
    command,
    ...(subjectId !== undefined && { subjectId }),
    message,
    actor: request.actor,
    commandId,
    correlationId: request.correlationId,
    byPerson: request.actor.role !== 'system',
  });

/**
 * Says on the import what came of it. Its id follows from the commands that wrote something, so that it is said once for
 * each of what was done, also when the first attempt broke off before it. Where everything stood in the register already,
 * that is said once too: otherwise the document would wait for somebody for ever.
 */
async function remember(
  id: string,
  written: readonly { readonly commandId: string; readonly receipt: Receipt }[],
  tools: ActTools,
  request: ActRequest,
): Promise<string> {
  const subjects = [...new Set(written.map(({ receipt }) => receipt.subjectId))];
  const facts = written.reduce((sum, { receipt }) => sum + receipt.appended, 0);
  const commandId = idOf(id, 'commit', ...written.map((one) => one.commandId));
  const { position } = await dispatch('CommitImport', id, { subjects, facts }, { tools, request, commandId });
  const last = [position, ...written.map(({ receipt }) => receipt.position)].sort().at(-1)!;
  await tools.engine.reached(last);
  return last;
}

/** Puts names and labels where they can be erased, in one write; answers how many were not there before. */
async function keep(steps: readonly PrivateStep[], { privateStore }: ActTools): Promise<number> {
  if (steps.length === 0) return 0;
  const people = new Map(steps.flatMap((one) => ('namePerson' in one ? [nameOf(one.namePerson)] : [])));
  const seats = new Map(steps.flatMap((one) => ('labelSeat' in one ? [labelOf(one.labelSeat)] : [])));
  const known = await privateStore.people([...people.keys(), ...seats.keys()]);
  const isNew = ([id, text]: readonly [string, string]) => known.get(id)?.name !== text;
  const [names, labels] = [[...people].filter(isNew), [...seats].filter(isNew)];
  if (names.length + labels.length > 0) await privateStore.keepCards(new Map(names), new Map(labels));
  return names.length + labels.length;
}

type PrivateStep = Exclude<ImportStep, { command: string }>;

const nameOf = ({ personId, name }: { personId: string; name: string }) => [personId, name] as const;
const labelOf = ({ seatId, label }: { seatId: string; label: string }) => [seatId, label] as const;
