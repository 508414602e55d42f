import type { DayCount, DayKind } from '@rettidig/calendar';
import type { CommandDefinition, Text } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import {
  ADMINISTRATION,
  Codes,
  Count,
  Day,
  Example,
  Flag,
  FreeText,
  ListOf,
  One,
  OneOf,
  Pattern,
  SourceOfFact,
} from '@rettidig/vocabulary';
import type { ReceiverFunction, ReminderKind, Step } from '../kind.js';
import { kindNamed, reminderKinds } from '../kinds/index.js';
import type { ReminderStepsEvent } from '../reminder-steps.events.js';
import type { ReminderSteps } from '../reminder-steps.js';
import { reminderStepsDecider } from '../reminder-steps.js';
import { stepName } from '../steps.js';
import { placeholders } from '../texts/texts.types.js';

const functions: readonly ReceiverFunction[] = [
  ...(['owner', 'unitManager', 'secretariat', 'chair', 'deputyChair', 'members', 'seatHolder', 'toldBefore'] as const),
];
const dayKinds: readonly DayKind[] = ['calendar', 'workday', 'weekdayInclSaturday'];

/** Days before or after a day. */
export class StepDays implements DayCount {
  @Count({
    description: 'How many days; negative: before it; 0: on the day itself.',
    min: -366,
    max: 366,
    example: -10,
  })
  count!: number;

  @OneOf(dayKinds, { description: 'Which days are counted.', example: 'workday' })
  kind!: DayKind;
}

/** One reminder of a kind. */
export class ReminderStep {
  @One(() => StepDays, { description: 'When: days before or after what it is about. No two steps have the same.' })
  offset!: StepDays;

  @Codes(functions, { description: 'Who is told, as functions.', example: ['owner'], min: 1, max: 8 })
  to!: ReceiverFunction[];

  @Flag({ description: 'False: it is kept, but nobody is told.', example: true })
  on!: boolean;

  @Flag({ description: 'It goes past those who were told before, to whoever stands above them.', optional: true })
  escalates?: boolean;
}

class WordsInBoth implements Text {
  @FreeText({ description: 'Danish.', max: 500, example: 'Send punktet til medsekretariatet for {committee}.' })
  da!: string;

  @FreeText({ description: 'English.', max: 500, example: 'Send the item to the secretariat of {committee}.' })
  en!: string;
}

/** A kind of reminder goes in these steps from a day on. */
@Example({
  kind: 'itemDue',
  effectiveFrom: '2027-01-01',
  steps: [{ offset: { count: -5, kind: 'workday' }, to: ['owner', 'unitManager'], on: true }],
})
export class AgreeReminderSteps {
  @Pattern(/^[a-zA-Z]{1,60}$/, { description: 'The kind, as `GET /reminder-kinds` names it.', example: 'itemDue' })
  kind!: string;

  @ListOf(() => ReminderStep, {
    description: 'All its steps, in place of those before. None: nobody is told.',
    max: 12,
  })
  steps!: ReminderStep[];

  @One(() => WordsInBoth, {
    description: 'What there is to do, in words of your own; the product says it when left out. May hold placeholders.',
    optional: true,
  })
  text?: WordsInBoth;

  @Day({ description: 'First day on which they hold. Past days are accepted.', example: '2027-01-01' })
  effectiveFrom!: string;

  @One(() => SourceOfFact, { description: 'Where the agreement stands.', optional: true })
  source?: SourceOfFact;
}

/** What a municipality agrees about one kind of reminder. A fact: what holds is what began last. */
export const agreeReminderSteps: CommandDefinition<ReminderSteps, ReminderStepsEvent, AgreeReminderSteps, unknown> = {
  name: 'AgreeReminderSteps',
  message: AgreeReminderSteps,
  decider: reminderStepsDecider,
  kind: 'fact',
  target: { only: ADMINISTRATION },
  path: '/reminder-kinds',
  tag: 'reminders',
  summary: { da: 'Registrér, hvornår der mindes om noget, og hvem', en: 'Agree on when people are reminded, and who' },
  refusals: [
    'reminders.kind-unknown',
    'reminders.step-twice',
    'reminders.nobody-told-first',
    'reminders.placeholder-unknown',
    'reminders.always-told',
  ],
  decide: (_agreed, message) => {
    const kind = kindNamed(message.kind);
    if (!kind) throw impossible('reminders.kind-unknown', { allowed: reminderKinds.map(({ name }) => name) });
    const { text, effectiveFrom, source } = message;
    const steps = message.steps.map((step) => stepOf(step, kind));
    checkSteps(steps, kind);
    if (text) checkText(text);
    const data = { kind: kind.name, steps, effectiveFrom, ...(text && { text }), ...(source && { source }) };
    return [{ type: 'ReminderStepsAgreed', data: JSON.parse(JSON.stringify(data)) as typeof data }];
  },
};

/** Where a step goes another way than its kind, or comes again, is for the product to say: it hangs on the days. */
function stepOf({ offset, to, on, escalates }: ReminderStep, kind: ReminderKind): Step {
  const own = kind.steps.find((one) => stepName(one) === stepName({ offset }));
  return {
    offset,
    to,
    on,
    ...(escalates && { escalates }),
    ...(own?.lane && { lane: own.lane }),
    ...(own?.again && { again: own.again }),
  };
}

function checkSteps(steps: readonly Step[], kind: ReminderKind): void {
  const names = steps.map(stepName);
  const twice = names.filter((name, at) => names.indexOf(name) !== at || comesAgainAt(steps[at]!, steps));
  if (twice.length > 0) throw impossible('reminders.step-twice', { steps: [...new Set(twice)] });
  if (!kind.onlyAfterTold && isToldNobodyFirst(steps)) throw impossible('reminders.nobody-told-first');
  if (kind.alwaysTold && !tellsAll(steps, kind)) throw impossible('reminders.always-told', { kind: kind.name });
}

/**
 * Whether the product's steps are there, and whoever they tell is told by each other one too: of steps that have come only
 * the last is told, and on a closing day several come at once.
 */
function tellsAll(steps: readonly Step[], kind: ReminderKind): boolean {
  const on = steps.filter((step) => step.on);
  const everybody = kind.steps.flatMap(({ to }) => to);
  return (
    kind.steps.every((own) => on.some((step) => stepName(step) === stepName(own))) &&
    on.every(({ to }) => everybody.every((one) => to.includes(one)))
  );
}

/** Whether another step comes again on these very days: both would be told as one. */
const comesAgainAt = (step: Step, steps: readonly Step[]): boolean =>
  steps.some(
    ({ again, offset: { count, kind } }) =>
      again === 'weekly' &&
      step.offset.kind === kind &&
      step.offset.count !== count &&
      (step.offset.count - count) % 7 === 0,
  );

/** Whether each step goes to those who were told before, and to nobody else: then nobody ever is. */
function isToldNobodyFirst(steps: readonly Step[]): boolean {
  const on = steps.filter((step) => step.on);
  return on.length > 0 && on.every(({ to }) => to.every((one) => one === 'toldBefore'));
}

/** Every word in braces must be one that can be filled in, and every brace must belong to one. */
function checkText(text: WordsInBoth): void {
  const known: readonly string[] = placeholders;
  const unknown = [text.da, text.en]
    .flatMap((one) => one.match(/\{[^{}]*\}?|\}/g) ?? [])
    .filter((found) => !known.includes(found.slice(1, -1)) || !found.endsWith('}'));
  if (unknown.length > 0)
    throw impossible('reminders.placeholder-unknown', { names: [...new Set(unknown)], allowed: known });
}
