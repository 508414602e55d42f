import type { Language } from '@rettidig/event-sourcing';
import type { PlanOfDuty, WhyShown } from '../page/plan.model.js';

/** Words that lead somewhere. */
export interface Linked {
  readonly text: string;
  readonly href: string;
}

/** One line; a text, or one that leads somewhere. */
export type Line = string | Linked;

/** A part of the page below its own heading. Without rows and lines it says that there is nothing. */
export interface Part {
  /** Where a link to it leads. */
  readonly id: string;
  readonly heading: string;
  readonly lines?: readonly Line[];
  readonly table?: {
    readonly headings: readonly string[];
    readonly rows: readonly { readonly id?: string; readonly cells: readonly (readonly Line[])[] }[];
  };
}

/** The page about one thing: what it is, how it stands, and everything that hangs on it. */
export interface ThingPage {
  readonly language: Language;
  /** Where it is, without the language. */
  readonly path: string;
  readonly title: string;
  /** What must be seen first: that a meeting is cancelled. */
  readonly notices: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: readonly Line[] }[];
  /** Of a case that is still to be discussed, or was assessed. */
  readonly plans?: readonly PlanOfDuty[];
  readonly why?: WhyShown | null;
  readonly parts: readonly Part[];
}
