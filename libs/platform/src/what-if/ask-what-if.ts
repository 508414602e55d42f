import { Refused, type QueryDefinition } from '@rettidig/event-sourcing';
import { Drafts } from './drafts.js';
import type { answersFor } from './answers.js';
import type { Turning } from './rehearse.js';
import { workOut } from './worked-out.js';

/** So many cases are looked at while somebody waits for the answer; more are a job. */
const MOST_AT_ONCE = 1000;

/** What would turn if something were done. Nothing is recorded. */
export const askWhatIf = <Item extends object>(
  turning: Turning<Item>,
  { WhatIfAnswer }: ReturnType<typeof answersFor<Item>>,
): QueryDefinition<Drafts, InstanceType<typeof WhatIfAnswer>, unknown> => ({
  name: 'AskWhatIf',
  parameters: Drafts,
  answer: WhatIfAnswer,
  path: '/what-if',
  method: 'POST',
  tag: 'what-if',
  summary: { da: 'Hvad nu hvis: se følgerne uden at gemme noget', en: 'What if: see what follows, nothing is saved' },
  refusals: ['what-if.too-many-touched'],
  handle: async ({ drafts }, context) => {
    const { basis, touched, items } = await workOut(turning, drafts, context, {
      begins: (touched) => {
        if (touched <= MOST_AT_ONCE) return;
        throw new Refused('what-if.too-many-touched', { touched, most: MOST_AT_ONCE }, 422);
      },
    });
    return { basis, touched, items: [...items], total: items.length };
  },
});
