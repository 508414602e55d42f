import type { CheckContext, DomainEvent } from '@rettidig/event-sourcing';
import { calendarIn } from '@rettidig/rules';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { NotNow, ReminderItem } from './due.types.js';
import { isOfSubject, kindNamed } from './kinds/index.js';
import type {
  AnySubjectKind,
  Occasion,
  OccasionAbout,
  ReferenceKind,
  ReferenceOccasion,
  RemindersReference,
} from './kind.js';
import { stepsInForce } from './reminder-steps.js';
import { isLate, reachedStep, stepName } from './steps.js';
import { foldOn, subjectOfStream } from './subjects.js';

type Context = CheckContext<RemindersReference>;

/** The item as it is now, from its stream and the reference data, never from a view; or why nobody is told of it. */
export async function asItIsNow(item: ReminderItem, context: Context): Promise<ReminderItem | NotNow> {
  const kind = kindNamed(item.kind);
  if (!kind) return 'no-longer-so';
  const reference = await context.reference();
  const today = dayOf(context.now);
  const occasion = await (isOfSubject(kind)
    ? inStream(kind, item, { context, reference, today })
    : inReference(kind, item, { context, reference, today }));
  if (!occasion || (occasion.until !== undefined && occasion.until <= today)) return 'no-longer-so';
  const calendar = calendarIn(reference.ruleBook);
  const steps = stepsInForce(kind, reference.reminderSteps, today);
  const reached = reachedStep(calendar, {
    ...{ steps, anchor: item.anchor, on: today, evenOnClosingDays: kind.evenOnClosingDays },
  });
  if (!reached || stepName(reached.step) !== item.step) return 'overtaken';
  const lane = reached.step.lane ?? kind.lane;
  // What is told before or after a day is counted in the days of the calendar as it is now.
  const dueOn = lane === 'dated' ? reached.day : item.dueOn;
  return { ...item, dueOn, late: isLate(calendar, { lane, dueOn }, today), about: occasion.about };
}

interface Asked {
  readonly context: Context;
  readonly reference: RemindersReference;
  readonly today: LocalDate;
}

/** The same thing, about the same day. */
async function inStream(kind: AnySubjectKind, item: ReminderItem, asked: Asked): Promise<Occasion | undefined> {
  const { subject: stream } = item;
  const subject = stream === null ? undefined : subjectOfStream(stream);
  if (!subject || stream === null) return undefined;
  const state = foldOn({ ...subject, leaves: [] }, subject.decider.initial, await asked.context.readStream(stream));
  const occasion = same(kind.occasions(state, stream.slice(stream.indexOf('-') + 1)), item);
  if (!occasion || !kind.lookedUp) return occasion;
  const { reference, today } = asked;
  return { ...occasion, about: { ...occasion.about, ...kind.lookedUp({ state, occasion, reference, today }) } };
}

async function inReference(kind: ReferenceKind, item: ReminderItem, asked: Asked): Promise<Occasion | undefined> {
  const found = occasionsOn(item.anchor, kind, asked.reference).get(item.item) ?? [];
  const occasion = same(
    found.filter(({ armed }) => armed === item.armed),
    item,
  );
  return occasion && { ...occasion, about: await withOwner(occasion.about, asked) };
}

/** What a day has, by item. */
type OccasionsOn = ReadonlyMap<string, readonly ReferenceOccasion[]>;

const lookedAt = new WeakMap<RemindersReference, Map<string, OccasionsOn>>();

/** What a day has, asked once for as long as nothing happens: of one morning thousands of mails are about the same day. */
function occasionsOn(day: LocalDate, kind: ReferenceKind, reference: RemindersReference): OccasionsOn {
  const known = lookedAt.get(reference) ?? new Map<string, OccasionsOn>();
  lookedAt.set(reference, known);
  const name = `${kind.name} ${day}`;
  const found = known.get(name) ?? byItem(kind.inReference(reference, { from: day, until: day }));
  known.set(name, found);
  return found;
}

function byItem(occasions: readonly ReferenceOccasion[]): OccasionsOn {
  const found = new Map<string, ReferenceOccasion[]>();
  for (const one of occasions) {
    const known = found.get(one.item);
    if (known) known.push(one);
    else found.set(one.item, [one]);
  }
  return found;
}

const same = <Found extends Occasion>(found: readonly Found[], { item, anchor }: ReminderItem): Found | undefined =>
  found.find((one) => one.item === item && one.anchor === anchor);

/** Whose case it is stands in the stream of the case alone. */
async function withOwner(about: OccasionAbout, { context }: Asked): Promise<OccasionAbout> {
  if (about.changeId === undefined) return about;
  const stream = `change-${about.changeId}`;
  const subject = subjectOfStream(stream)!;
  const events = await context.readStream<DomainEvent>(stream);
  const { ownerId, unitId } = foldOn(subject, subject.decider.initial, events) as Pick<
    OccasionAbout,
    'ownerId' | 'unitId'
  >;
  return { ownerId: ownerId ?? null, unitId: unitId ?? null, ...about };
}
