import type { AfterReviewEvent } from './change.events.js';
import type { History } from './history.types.js';
import { told } from './history.types.js';
import { stop } from './history.words.js';
import { alteredThings } from './words.js';

/** What happened after the discussion, as sentences. */
export const afterReviewHistory: History<AfterReviewEvent> = {
  ChangedAfterReview: ({ what, on, note, requirementIds }) => {
    const things = (language: 'da' | 'en'): string => what.map((one) => alteredThings[one][language]).join(', ');
    const opens = requirementIds.length > 0;
    return told(
      `Ændret væsentligt efter drøftelsen (${things('da')}): ${note}${stop(note)}${opens ? ' Sagen skal drøftes igen, medmindre formand og næstformand er enige om andet.' : ''}`,
      `Changed materially after the review (${things('en')}): ${note}${stop(note)}${opens ? ' It must be discussed again unless chair and deputy chair agree otherwise.' : ''}`,
      on,
    );
  },
  NoNewReviewNeeded: ({ office, byBoth, reason }) => {
    const who = byBoth
      ? { da: 'Formand og næstformand er enige om', en: 'Chair and deputy chair agree' }
      : office === 'chair'
        ? { da: 'Formanden mener', en: 'The chair says' }
        : { da: 'Næstformanden mener', en: 'The deputy chair says' };
    return told(
      `${who.da}, at en ny drøftelse ikke er nødvendig: ${reason}${stop(reason)}`,
      `${who.en} that no new review is needed: ${reason}${stop(reason)}`,
    );
  },
  ChangesLinked: ({ as }) =>
    as === 'unrelated'
      ? told('Knytningen til en anden sag blev taget tilbage.', 'The link to another case was taken back.')
      : told(linked[as].da, linked[as].en),
};

const linked = {
  temporaryOf: {
    da: 'Knyttet til en anden sag: denne er den midlertidige løsning. Hver sag skal have sin egen MED-behandling.',
    en: 'Linked to another case: this one is the temporary solution. Each case needs its own MED review.',
  },
  permanentOf: {
    da: 'Knyttet til en anden sag: denne er den permanente løsning. Hver sag skal have sin egen MED-behandling.',
    en: 'Linked to another case: this one is the permanent solution. Each case needs its own MED review.',
  },
  related: { da: 'Knyttet til en anden sag.', en: 'Linked to another case.' },
};
