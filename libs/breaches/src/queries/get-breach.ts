import type { QueryDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import type { Organisation } from '@rettidig/organisation';
import { committeeName } from '@rettidig/organisation';
import { AsOf, asOfInstant, Id } from '@rettidig/vocabulary';
import type { BreachEvent } from '../breach.events.js';
import { breachDetail } from './breach-detail.js';
import { GetBreachAnswer } from './get-breach.answer.js';

export class GetBreach {
  @Id({ description: 'The record.' })
  id!: string;

  @AsOf()
  asOf?: string;
}

export const getBreach: QueryDefinition<GetBreach, GetBreachAnswer, { readonly organisation: Organisation }> = {
  name: 'GetBreach',
  parameters: GetBreach,
  answer: GetBreachAnswer,
  path: '/breaches/{id}',
  tag: 'breaches',
  summary: { da: 'Brud-sag ikke rejst, med krav og svar', en: 'A breach not raised, with demands beside answers' },
  refusals: ['breach.unknown'],
  handle: async ({ id, asOf }, { now, readStream, reference }) => {
    const events = await readStream<BreachEvent>(`breach-${id}`, asOfInstant(asOf, now));
    const detail = breachDetail(events, (one) => committeeName(reference.organisation, one) ?? one);
    if (!detail) throw notFound('breach.unknown');
    return detail;
  },
};
