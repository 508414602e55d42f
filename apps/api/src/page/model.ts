import type { Language } from '@rettidig/event-sourcing';
import type { PlanOfDuty, PlansShown, WhyShown } from './plan.model.js';

/** A value with its heading count, ready to be written. All texts are in the reader's language. */
export interface RegisterRow {
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly unit: string;
  readonly committee: string;
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly causes: readonly string[];
  readonly found: string;
  readonly since: readonly string[];
  readonly sources: readonly string[];
}

export interface WaitingCase {
  readonly number: string;
  readonly title: string;
  readonly description: string | null;
  readonly committee: string;
  readonly done: readonly string[];
  readonly waitsFor: readonly string[];
  readonly plans: readonly PlanOfDuty[];
  /** Null before the first assessment. */
  readonly why: WhyShown | null;
  readonly sources: readonly string[];
}

export interface Demand {
  readonly number: number;
  readonly text: string;
  readonly source: string;
  readonly answers: readonly { readonly kind: string; readonly text: string; readonly owner: string | null }[];
}

export interface NotRaised {
  readonly on: string;
  readonly caseCount: number;
  readonly committee: string;
  readonly reservation: string | null;
  readonly source: string;
  readonly demands: readonly Demand[];
}

export interface MeetingShown {
  readonly heading: string;
  readonly attendance: readonly string[];
  readonly items: readonly {
    readonly number: number;
    readonly title: string;
    readonly form: string;
    readonly cases: readonly string[];
    readonly source: string;
  }[];
  readonly summaries: readonly {
    readonly heading: string;
    readonly rows: readonly {
      readonly employeeSide: string;
      readonly managementSide: string;
      readonly source: string;
    }[];
  }[];
}

export interface TryOut {
  readonly kinds: readonly Option[];
  readonly units: readonly Option[];
  readonly bodies: readonly Option[];
  readonly answer: {
    readonly conclusion: readonly string[];
    readonly why: readonly string[];
    readonly whyNot: readonly string[];
    readonly ask: readonly string[];
  } | null;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface LoweringAct {
  readonly number: string;
  readonly title: string;
  readonly act: string;
  readonly by: string;
  readonly reason: string;
  readonly when: string;
}

/** Something that may have needed MED: a question, with what is known and where it came from. */
export interface ToAssess {
  readonly id: string;
  readonly title: string;
  readonly known: readonly string[];
  readonly from: readonly string[];
  readonly decided: readonly string[];
  readonly state: readonly string[];
}

/** The agenda of a political body, each item with where it stands against the register and why. */
export interface AgendaShown {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly standing: readonly string[];
    readonly why: readonly string[];
  }[];
}

/** What the standing checks found, the gravest first. */
export interface ChecksShown {
  readonly rows: readonly {
    readonly key: string;
    readonly severity: string;
    readonly sentence: string;
    /** What the check looks for. */
    readonly check: string;
    /** A heading of this page. */
    readonly href: string | null;
  }[];
  readonly more: number;
}

/** Everything the page shows. */
export interface PageModel {
  readonly language: Language;
  /** What the reader must know before anything else. */
  readonly notice: 'demoNotice' | 'emptyNotice' | 'noSignInNotice';
  /** The day asked about, as in the address; null for now. */
  readonly asOf: string | null;
  readonly asOfWrong: boolean;
  readonly today: string;
  readonly plans: PlansShown;
  readonly register: {
    readonly total: number;
    readonly rows: readonly RegisterRow[];
    /** States outside the total, with their counts. */
    readonly otherStates: readonly { readonly state: string; readonly count: number }[];
    readonly more: number;
  };
  readonly toAssess: { readonly total: number; readonly rows: readonly ToAssess[] };
  readonly agendas: readonly AgendaShown[];
  readonly notRaised: readonly NotRaised[];
  readonly waiting: readonly WaitingCase[];
  readonly meetings: readonly MeetingShown[];
  readonly acts: readonly LoweringAct[];
  readonly checks: ChecksShown;
  readonly tryOut: TryOut;
}
