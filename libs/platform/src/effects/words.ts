import { effectStates, type EffectStateName, type Text } from '@rettidig/event-sourcing';

export { effectStates, type EffectStateName };

export const stateWords: Readonly<Record<EffectStateName, Text>> = {
  claimed: { da: 'I gang', en: 'Under way' },
  waiting: { da: 'Venter på næste forsøg', en: 'Waits for the next attempt' },
  done: { da: 'Udført', en: 'Done' },
  failed: { da: 'Opgivet', en: 'Given up' },
  skipped: { da: 'Ikke længere aktuel', en: 'No longer so' },
};
