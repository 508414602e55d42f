import type { Act, ActRequest, ActTools, CommandRequest, ContactChange } from '@rettidig/event-sourcing';
import { contactAfter, hashOf, idOf, Refused, unknownContact } from '@rettidig/event-sourcing';
import { Count, Flag, Id, ListOf, Pattern, Sentences } from '@rettidig/vocabulary';
import type { AnyImportKind, ImportPlan, ImportStep } from '../import-kind.js';
import type { OpenedImport } from '../queries/of-import.js';
import { openImport, planOf } from '../queries/of-import.js';
import { withId } from '../queries/preview.js';
import type { Written } from './account.js';
import { Announcing, givenFor, tell } from './account.js';

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
  opened: OpenedImport,
  { steps, remains }: ImportPlan<object>,
  tools: ActTools,
  request: ActRequest,
): Promise<CommittedImport> {
  const given = steps.map((step) => ('command' in step ? commandOf(opened.id, step, request) : step));
  const announcing = new Announcing(opened, given.filter(isCommand), { tools, request });
  const written: Written[] = [];
  let kept = 0;
  let waiting: PrivateStep[] = [];
  for (const step of given) {
    if (!isCommand(step)) {
      waiting.push(step);
      continue;
    }
    kept += await keep(waiting, tools);
    waiting = [];
    await announcing.before(step);
    written.push({ request: step, receipt: await tools.engine.dispatch(step) });
  }
  kept += await keep(waiting, tools);
  await announcing.afterwards(written);
  const told = await tell(opened.id, { tools, request });
  const fresh = written.filter(({ receipt }) => receipt.appended > 0 && !receipt.repeated);
  const position = [...told, ...fresh.map(({ receipt }) => receipt.position)].sort().at(-1) ?? null;
  if (position !== null) await tools.engine.reached(position);
  const facts = fresh.reduce((sum, { receipt }) => sum + receipt.appended, 0);
  return {
    id: opened.id,
    facts,
    done: written.map(({ request: { command }, receipt: { subjectId, appended } }) => ({
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

/** A step as a command. Its id follows from the import and from what it says: the same step is done once. */
const commandOf = (id: string, { key, command, subjectId, message }: CommandStep, request: ActRequest) =>
  givenFor(request, command, {
    ...(subjectId !== undefined && { subjectId }),
    message,
    commandId: idOf(id, key, hashOf(message)),
  });

const isCommand = (step: CommandRequest | PrivateStep): step is CommandRequest => 'command' in step;

/** Puts names, labels and contacts where they can be erased, in one write each; answers how many were not there before. */
async function keep(steps: readonly PrivateStep[], { privateStore }: ActTools): Promise<number> {
  if (steps.length === 0) return 0;
  const people = new Map(steps.flatMap((one) => ('namePerson' in one ? [nameOf(one.namePerson)] : [])));
  const seats = new Map(steps.flatMap((one) => ('labelSeat' in one ? [labelOf(one.labelSeat)] : [])));
  const known = await privateStore.people([...people.keys(), ...seats.keys()]);
  const isNew = ([id, text]: readonly [string, string]) => known.get(id)?.name !== text;
  const [names, labels] = [[...people].filter(isNew), [...seats].filter(isNew)];
  if (names.length + labels.length > 0) await privateStore.keepCards(new Map(names), new Map(labels));
  const contacts = steps.flatMap((one) => ('keepContact' in one ? [one.keepContact] : []));
  return names.length + labels.length + (await keepContacts(contacts, privateStore));
}

/** Answers how many of them said something new. */
async function keepContacts(stated: readonly StatedContact[], store: ActTools['privateStore']): Promise<number> {
  const known = await store.contacts(stated.map(({ personId }) => personId));
  const changes = new Map<string, ContactChange>();
  for (const { personId, change } of stated) {
    const before = known.get(personId);
    const after = contactAfter(before ?? unknownContact, change);
    const isSame = before?.address === after.address && before.language === after.language;
    if (!isSame) changes.set(personId, { ...changes.get(personId), ...change });
  }
  if (changes.size > 0) await store.keepContacts(changes);
  return changes.size;
}

type CommandStep = Extract<ImportStep, { command: string }>;
type PrivateStep = Exclude<ImportStep, CommandStep>;
type StatedContact = Extract<ImportStep, { keepContact: object }>['keepContact'];

const nameOf = ({ personId, name }: { personId: string; name: string }) => [personId, name] as const;
const labelOf = ({ seatId, label }: { seatId: string; label: string }) => [seatId, label] as const;
