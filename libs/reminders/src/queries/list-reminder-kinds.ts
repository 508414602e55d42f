import type { Language, QueryContext, QueryDefinition } from '@rettidig/event-sourcing';
import { Day, dayOf, OneOf } from '@rettidig/vocabulary';
import type { Lane, ReminderKind, RemindersReference, Step } from '../kind.js';
import { reminderKinds } from '../kinds/index.js';
import type { AgreedSteps } from '../reminder-steps.js';
import { agreedFor } from '../reminder-steps.js';
import { rankOf, stepName } from '../steps.js';
import { filled } from '../texts/facts.js';
import { receiverWords } from '../texts/receiver-words.js';
import { stepText } from '../texts/step-words.js';
import { kindTexts } from '../texts/kind-texts.js';
import { placeholders } from '../texts/texts.types.js';
import { exampleFacts } from '../texts/example-facts.js';
import type { ReminderKindShown, ReminderStepShown, ReminderStepsShown } from './reminder-kinds.answer.js';
import { lanes, ReminderKindList } from './reminder-kinds.answer.js';

export class ListReminderKinds {
  @Day({ description: 'As it goes on this day; today when left out.', optional: true })
  on?: string;

  @OneOf(lanes, { description: 'Only those that go out so.', optional: true })
  lane?: Lane;
}

type Context = QueryContext<Pick<RemindersReference, 'reminderSteps'>>;

/** Every kind of reminder: when people are told, who, and in which words; the product's and what was agreed. */
export const listReminderKinds: QueryDefinition<ListReminderKinds, ReminderKindList, Context['reference']> = {
  name: 'ListReminderKinds',
  parameters: ListReminderKinds,
  answer: ReminderKindList,
  path: '/reminder-kinds',
  tag: 'reminders',
  summary: { da: 'Hvad der mindes om, hvornår og hvem', en: 'What people are reminded of, when and who' },
  handle: ({ on, lane }, context) => {
    const day = on ?? dayOf(context.now);
    const items = reminderKinds
      .filter((kind) => lane === undefined || kind.lane === lane)
      .map((kind) => kindShown(kind, day, context));
    const agreed = items.filter((one) => one.agreed !== null).length;
    return Promise.resolve({
      items,
      total: items.length,
      facets: { agreed: { true: agreed, false: items.length - agreed } },
      placeholders: [...placeholders],
      nextCursor: null,
    });
  },
};

function kindShown(kind: ReminderKind, day: string, { reference, language }: Context): ReminderKindShown {
  const agreed = agreedFor(reference.reminderSteps, kind.name, day);
  const coming = (reference.reminderSteps[kind.name] ?? []).filter(({ effectiveFrom }) => effectiveFrom > day);
  const words = kindTexts[kind.name]!;
  const text = (agreed?.text ?? words.todo)[language];
  return {
    ...{ kind: kind.name, kindText: words.name[language], lane: kind.lane, whenPast: kind.whenPast },
    alwaysTold: kind.alwaysTold ?? false,
    steps: stepsShown(agreed?.steps ?? kind.steps, kind, language),
    defaultSteps: stepsShown(kind.steps, kind, language),
    agreed: agreed ? agreedShown(agreed, kind, language) : null,
    coming: coming.map((one) => agreedShown(one, kind, language)),
    text,
    exampleText: filled(text, exampleFacts[language]),
  };
}

const agreedShown = (
  { effectiveFrom, steps, text, agreedAt }: AgreedSteps,
  kind: ReminderKind,
  language: Language,
): ReminderStepsShown => ({
  ...{ effectiveFrom, agreedAt, hasOwnText: text !== undefined },
  steps: stepsShown(steps, kind, language),
});

const stepsShown = (steps: readonly Step[], kind: ReminderKind, language: Language): ReminderStepShown[] =>
  steps
    .toSorted((a, b) => rankOf(a.offset) - rankOf(b.offset))
    .map(({ offset, to, on, lane = kind.lane, escalates }) => ({
      ...{ name: stepName({ offset }), offset: { ...offset }, to: [...to], on, lane },
      ...(escalates && { escalates }),
      whenText: stepText(steps, stepName({ offset }), language),
      toText: to.map((one) => receiverWords[one][language]).join(', '),
    }));
