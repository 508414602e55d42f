import { effectsView, type Feature } from '@rettidig/event-sourcing';
import { listEffects } from './list-effects.js';
import { retryEffect } from './retry-effect.js';

/** What the mechanics of effects can be asked and told. Its view is where due effects are found to be done already. */
export const effectsFeature: Feature = {
  name: 'effects',
  commands: [retryEffect],
  queries: [listEffects],
  projections: [effectsView],
  reactions: [],
  sealedFields: {},
  refusals: {
    'effect.unknown': { da: 'Handlingen findes ikke.', en: 'There is no such effect.' },
    'effect.not-given-up': {
      da: 'Handlingen er ikke opgivet: den er udført, ikke længere aktuel, eller bliver prøvet igen af sig selv.',
      en: 'The effect was not given up: it is done, no longer so, or tried again by itself.',
    },
  },
};
