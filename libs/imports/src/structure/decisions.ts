import type { LocalDate } from '@rettidig/vocabulary';
import { Count, Day, ListOf, OneOf, Pattern } from '@rettidig/vocabulary';
import type { BadRowChoice, Choice } from '../tables/choices.js';
import { badRowChoices, choices } from '../tables/choices.js';

/** What is done about one row, or one column of it, where the register says something else. */
export class StructureConflictDecision {
  @Count({ description: 'The row of the file.', min: 1, example: 12 })
  row!: number;

  @Pattern(/^[a-zA-Z]{1,30}$/, {
    description: 'The column, by the `field` of the conflict; every conflict of the row when left out.',
    example: 'parent',
    optional: true,
  })
  field?: string;

  @OneOf(choices, { description: 'What is done.', example: 'update' })
  choice!: Choice;

  @Day({ description: 'The day from which the update holds; the day of the row when left out.', optional: true })
  from?: LocalDate;
}

/** The choices of a person about a structure file. Without any, nothing that stands in the way is passed over. */
export class StructureDecisions {
  @OneOf(badRowChoices, {
    description: 'Whether the good rows are imported without the bad ones. `stop` when left out.',
    example: 'stop',
    optional: true,
  })
  badRows?: BadRowChoice;

  @ListOf(() => StructureConflictDecision, { description: 'Conflict by conflict.', max: 10_000, optional: true })
  conflicts?: StructureConflictDecision[];

  @OneOf(choices, {
    description: 'What is done about every other conflict. `stop` when left out.',
    example: 'stop',
    optional: true,
  })
  otherwise?: Choice;

  @Day({ description: 'The day from which updates hold; the day of each row when left out.', optional: true })
  from?: LocalDate;
}

/** The choices, asked by row and column: the most particular one counts. */
export class Decided {
  private readonly ofRow = new Map<number, StructureConflictDecision>();
  private readonly ofField = new Map<string, StructureConflictDecision>();

  constructor(private readonly decisions: StructureDecisions = {}) {
    for (const decision of decisions.conflicts ?? []) {
      if (decision.field === undefined) this.ofRow.set(decision.row, decision);
      else this.ofField.set(`${decision.row} ${decision.field}`, decision);
    }
  }

  get skipsBadRows(): boolean {
    return this.decisions.badRows === 'skip';
  }

  choice(row: number, field: string): Choice {
    const particular = this.ofField.get(`${row} ${field}`) ?? this.ofRow.get(row);
    return particular?.choice ?? this.decisions.otherwise ?? 'stop';
  }

  /** The day from which an update of a row holds. */
  from(row: number, otherwise: LocalDate): LocalDate {
    return this.ofRow.get(row)?.from ?? this.decisions.from ?? otherwise;
  }
}
