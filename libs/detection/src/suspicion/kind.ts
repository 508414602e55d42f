import type { changeKinds } from '@rettidig/rules';

/** The kinds of change of the default rules. */
export type ChangeKind = keyof typeof changeKinds;
