import type { BeforeAct, RequiredReview } from '@rettidig/rules';
import { FreeText, Id, Name, OneOf } from '@rettidig/vocabulary';
import { acts, roles } from '../words.js';

/** What is said of a duty wherever it stands, beside what else is said there: this committee, before that act. */
export function withDuty<Own extends object>(own: new () => Own) {
  class WithDuty extends (own as new () => object) {
    @Id({ description: 'The requirement: the same whatever becomes of it.' })
    requirementId!: string;

    @Id({
      description: 'The committee; of a duty that was missed the one that was right on the day (A5). Null without one.',
      nullable: true,
    })
    committeeId!: string | null;

    @Name({ description: 'Its name.' })
    committeeName!: string;

    @OneOf(roles, { description: 'The primary review, or the local item beside it.' })
    role!: RequiredReview['role'];

    @FreeText({ description: 'The role in words.', max: 100 })
    roleText!: string;

    @OneOf(acts, { description: 'Before which act MED is to be involved.' })
    before!: BeforeAct;

    @FreeText({ description: 'The act in words.', max: 100 })
    beforeText!: string;
  }
  return WithDuty as new () => Own & WithDuty;
}

/** A duty alone. */
export abstract class DutyInList extends withDuty(class {}) {}
