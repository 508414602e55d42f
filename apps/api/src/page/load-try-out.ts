import type { Organisation } from '@rettidig/organisation';
import { structureOn } from '@rettidig/organisation';
import type { AssessmentAnswer } from '@rettidig/rules';
import { changeKinds } from '@rettidig/rules';
import type { Text } from '@rettidig/event-sourcing';
import { dayOf, decidingBodies } from '@rettidig/vocabulary';
import type { Asking } from './asking.js';
import type { Option, TryOut } from './model.js';

/** What the try-out form sent; empty strings for what was not chosen. */
export interface TryOutQuestion {
  readonly kind: string;
  readonly unit: string;
  readonly body: string;
}

/** The choices of the form and, when a kind was chosen, the answer. What the address makes up counts as not chosen. */
export async function loadTryOut(asking: Asking, asked: TryOutQuestion): Promise<TryOut> {
  const kinds = optionsOf(changeKinds, asked.kind, asking);
  const bodies = optionsOf(decidingBodies, asked.body, asking).filter(({ value }) => value !== 'notStated');
  const units = unitOptions(asking, asked.unit);
  const kind = chosenOf(kinds);
  const unitId = chosenOf(units) ?? null;
  const body = chosenOf(bodies) ?? 'notStated';
  if (!kind) return { kinds, units, bodies, answer: null };
  const answer = await asking.ask<AssessmentAnswer>('AssessChange', {
    kind,
    unitId,
    decider: { body, managerUnitId: body === 'manager' ? unitId : null },
  });
  return {
    ...{ kinds, units, bodies },
    answer: {
      conclusion:
        answer.requirements.length > 0 ? answer.requirements.map((one) => one.sentence) : [answer.relevanceText],
      why: answer.rules
        .filter(({ verdict }) => verdict === 'decides' || verdict === 'adds')
        .map(({ sentence, sources }) =>
          `${sentence} ${sources.map((one) => `[${one.reference}, ${one.gradeText}]`).join(' ')}`.trim(),
        ),
      whyNot: [...answer.stepsUp.map(({ sentence }) => sentence), ...answer.notChosen.map(({ sentence }) => sentence)],
      ask: answer.wouldChange.map(({ sentence }) => sentence),
    },
  };
}

const chosenOf = (options: readonly Option[]): string | undefined => options.find(({ chosen }) => chosen)?.value;

const optionsOf = (words: Readonly<Record<string, Text>>, chosen: string, { language }: Asking): Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, label: text[language], chosen: value === chosen }));

function unitOptions({ context }: Asking, chosen: string): Option[] {
  const { organisation } = context.reference as { readonly organisation: Organisation };
  const { units } = structureOn(organisation, dayOf(context.now));
  return [...units.values()]
    .map(({ unitId, name }) => ({ value: unitId, label: name, chosen: unitId === chosen }))
    .sort((a, b) => a.label.localeCompare(b.label, 'da'));
}
