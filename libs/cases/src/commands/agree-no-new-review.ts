import { forbidden, notFound, Refused } from '@rettidig/event-sourcing';
import { FreeText, Id } from '@rettidig/vocabulary';
import type { Alteration, ChangeState } from '../change.state.js';
import type { ChangeContext } from '../checks.js';
import { officesOn, undecided } from '../checks.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';

/** Chair or deputy chair says that what was discussed still holds. Both must, and one person never for both (A11). */
export class AgreeNoNewReview {
  @Id({ description: 'The material change.' })
  alterationId!: string;

  @FreeText({
    description: 'Why.',
    example: 'Datoen er rykket; indholdet er det, vi drøftede.',
    max: 2000,
    multiline: true,
  })
  reason!: string;
}

export const agreeNoNewReview: CaseCommand<AgreeNoNewReview> = {
  ...onCase,
  name: 'AgreeNoNewReview',
  message: AgreeNoNewReview,
  kind: 'change',
  path: '/changes/{id}/alterations/{alterationId}/no-new-review',
  summary: {
    da: 'Aftal at en ny drøftelse ikke er nødvendig (formand og næstformand)',
    en: 'Agree that no new review is needed (chair and deputy chair)',
  },
  refusals: [
    'change.unknown',
    'change.withdrawn',
    'change.already-decided',
    'change.alteration-unknown',
    'change.alteration-settled',
    'change.chairs-agree',
    'change.one-person-agrees',
  ],
  decide: (state, { alterationId, reason }, context) => {
    const alteration = undecided(state).alterations[alterationId];
    if (!alteration) throw notFound('change.alteration-unknown');
    if (alteration.settled) throw new Refused('change.alteration-settled');
    const office = officeFor(state, alteration, context);
    if (alteration.said.some((one) => one.office === office)) return [];
    const byBoth = alteration.said.length === 1;
    const { requirementIds } = alteration;
    return [{ type: 'NoNewReviewNeeded', data: { alterationId, office, byBoth, reason, requirementIds } }];
  },
};

/** The office that the actor speaks for. Two offices in one hand are not two people. */
function officeFor(state: ChangeState, { said }: Alteration, context: ChangeContext): 'chair' | 'deputyChair' {
  const offices = officesOn(state, context);
  const held = (['deputyChair', 'chair'] as const).filter((office) => offices.includes(office));
  if (held.length === 0) throw forbidden('change.chairs-agree');
  const own = said.find(({ by }) => by === context.actor.id);
  if (own && held.some((office) => office !== own.office)) throw new Refused('change.one-person-agrees');
  return own?.office ?? held.find((office) => said.every((one) => one.office !== office)) ?? held[0]!;
}
