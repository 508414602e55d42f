import type { Instant, ViewWriter } from '@rettidig/event-sourcing';
import { kindNamed } from '../kinds/index.js';
import type { OccasionOfKind } from '../subjects.js';
import { windowOf } from './windows.js';

/** A row of the occasions. */
export interface OccasionRow {
  readonly id: number;
  readonly stream: string;
  /** Of the case, `2026-0143`. */
  readonly number: string | null;
  readonly kind: string;
  readonly item: string;
  readonly anchor: string;
  readonly until: string;
  readonly armed: number;
  readonly armed_at: Instant;
  /** When its window opened. */
  readonly opened_at: Instant;
  readonly told: number;
  readonly is_open: number;
  readonly about: string;
}

/** What a row is to be; without an id it is a new one. */
interface Draft extends Omit<OccasionRow, 'id' | 'stream' | 'number'> {
  readonly id?: number;
  readonly isChanged?: true;
}

/** Stands for "always": sorts after every day. */
const NO_DAY = '9999';
/** Below the rank of every step: nobody was told of any. */
const NOTHING_TOLD = -1_000_000;

const INSERT = `insert into {occasion}
    (stream, number, kind, item, anchor, until, armed, armed_at, opened_at, told, is_open, about)
  values (:stream, :number, :kind, :item, :anchor, :until, :armed, :armedAt, :openedAt, :told, :isOpen, :about)`;
const UPDATE = `update {occasion} set anchor = :anchor, until = :until, armed = :armed, armed_at = :armedAt,
  opened_at = :openedAt, told = :told, is_open = :isOpen, about = :about where id = :id`;

/** The rows of one stream, while events of it that became known at the same instant are gone through. */
export class OccasionRows {
  private readonly drafts = new Map<string, Draft>();

  constructor(
    private readonly view: ViewWriter,
    private readonly stream: string,
    private readonly at: Instant,
    isKnown: boolean,
  ) {
    const rows = isKnown
      ? view.all<OccasionRow>('select * from {occasion} indexed by {occasion_stream} where stream = :stream', {
          stream,
        })
      : [];
    for (const row of rows) this.drafts.set(nameOf(row), row);
  }

  /** What there is to be reminded of after one more event. */
  become(occasions: readonly OccasionOfKind[]): void {
    const open = new Set<string>();
    for (const occasion of occasions) {
      const name = nameOf(occasion);
      open.add(name);
      this.drafts.set(name, this.draftOf(occasion, this.drafts.get(name)));
    }
    for (const [name, draft] of this.drafts)
      if (draft.is_open && !open.has(name)) this.drafts.set(name, { ...draft, is_open: 0, isChanged: true });
  }

  /** @param number of the case. */
  write(number: string | null): void {
    for (const { id, isChanged, ...draft } of this.drafts.values()) {
      if (!isChanged) continue;
      const { anchor, until, armed, armed_at: armedAt, opened_at: openedAt, told, is_open: isOpen, about } = draft;
      const values = { anchor, until, armed, armedAt, openedAt, told, isOpen, about };
      if (id !== undefined) this.view.run(UPDATE, { id, ...values });
      else this.view.run(INSERT, { stream: this.stream, number, kind: draft.kind, item: draft.item, ...values });
    }
  }

  private draftOf({ kind, item, anchor, until = NO_DAY, ...occasion }: OccasionOfKind, before?: Draft): Draft {
    const about = JSON.stringify(occasion.about);
    if (before?.is_open && before.anchor === anchor) {
      if (before.until === until && before.about === about) return before;
      return { ...before, until, about, isChanged: true };
    }
    return {
      ...(before?.id !== undefined && { id: before.id }),
      ...{ kind, item, anchor, until, about, told: NOTHING_TOLD, is_open: 1, isChanged: true },
      ...{ armed: before ? before.armed + 1 : 0, armed_at: this.at },
      opened_at: isAtOnce(kind) ? windowOf(this.view, this.at) : this.at,
    };
  }
}

const nameOf = ({ kind, item }: Pick<OccasionRow, 'kind' | 'item'>): string => `${kind}/${item}`;

/** Whether anybody is told of a kind at once. */
function isAtOnce(name: string): boolean {
  const { lane, steps } = kindNamed(name)!;
  return lane !== 'dated' || steps.some((step) => step.lane !== undefined && step.lane !== 'dated');
}
