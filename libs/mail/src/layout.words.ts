import type { Text } from '@rettidig/event-sourcing';

/** The heading above the reasons. */
export const whyHeading: Text = { da: 'Hvorfor får jeg denne mail?', en: 'Why do I get this mail?' };
