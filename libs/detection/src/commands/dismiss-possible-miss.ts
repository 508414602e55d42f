import { forbidden, Refused } from '@rettidig/event-sourcing';
import { Codes, Flag, FreeText } from '@rettidig/vocabulary';
import type { PossibleMiss } from '../possible-miss.js';
import type { DetectionContext, PossibleMissCommand } from '../possible-miss.checks.js';
import { mainCommitteeResource, officesInMain, onPossibleMiss, stillOpen } from '../possible-miss.checks.js';

/** What one of the two chairs says; when both have, it is off the list and stays searchable. */
export class DismissPossibleMiss {
  @FreeText({
    description: 'Why it needs nothing.',
    example: 'Sagen er den samme, som blev drøftet i januar.',
    max: 2000,
    multiline: true,
  })
  reason!: string;
}

const offices = ['chair', 'deputyChair'] as const;
type Office = (typeof offices)[number];

/** Who has said so far that it needs nothing. */
export class DismissalNow {
  @Codes(offices, { description: 'The offices that have dismissed it.', example: ['chair'] })
  dismissedBy!: Office[];

  @Flag({ description: 'Both have: it is off the list.', example: false })
  byBoth!: boolean;
}

export const dismissPossibleMiss: PossibleMissCommand<DismissPossibleMiss, DismissalNow> = {
  ...onPossibleMiss,
  name: 'DismissPossibleMiss',
  message: DismissPossibleMiss,
  kind: 'change',
  target: 'existing',
  path: '/possible-misses/{id}/dismissal',
  summary: {
    da: 'Læg til side (formand og næstformand, hver med sin begrundelse)',
    en: 'Dismiss it (chair and deputy chair, each with a reason)',
  },
  refusals: [
    'possibleMiss.unknown',
    'possibleMiss.confirmed',
    'possibleMiss.dismissed',
    'possibleMiss.not-a-chair',
    'possibleMiss.one-person-twice',
  ],
  resource: mainCommitteeResource,
  decide: (state, { reason }, context) => {
    const miss = stillOpen(state);
    const office = officeToSpeakFor(miss, context);
    if (!office) return [];
    const byBoth = miss.said.some((one) => one.office !== office);
    return [{ type: 'PossibleMissDismissed', data: { office, byBoth, reason } }];
  },
  answer: (miss): DismissalNow => ({
    dismissedBy: miss?.said.map(({ office }) => office) ?? [],
    byBoth: miss?.dismissed ?? false,
  }),
  answerType: DismissalNow,
};

/** The office that the actor speaks for; undefined when they have spoken. Two offices in one hand are not two people. */
function officeToSpeakFor({ said }: PossibleMiss, context: DetectionContext): Office | undefined {
  const inMain = officesInMain(context);
  const held = offices.filter((office) => inMain.includes(office));
  const [first] = held;
  if (!first) throw forbidden('possibleMiss.not-a-chair');
  const own = said.find(({ by }) => by === context.actor.id);
  if (!own) return held.find((office) => !said.some((one) => one.office === office)) ?? first;
  if (held.some((office) => office !== own.office)) throw new Refused('possibleMiss.one-person-twice');
  return undefined;
}
