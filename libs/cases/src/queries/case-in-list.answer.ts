import { FreeText, Id, Name, Pattern } from '@rettidig/vocabulary';
import { idOrNull, type Naming } from './naming.js';

class Nothing {}

/** A row of a list with the case that it is about, beside its own fields. To be extended by a class with a name. */
export function withCase<Own extends object>(own: new () => Own) {
  class WithCase extends (own as new () => object) {
    @Id({ description: 'The case.' })
    changeId!: string;

    @Pattern(/^\d{4}-\d{4,}$/, { description: 'Its number.', example: '2026-0143' })
    number!: string;

    @FreeText({ description: 'Its title.', max: 300 })
    title!: string;

    @Pattern(/^[A-Za-z]+$/, { description: 'The kind of change.' })
    kind!: string;

    @FreeText({ description: 'The kind in words.', max: 300 })
    kindText!: string;

    @Id({ description: 'The unit that it hits; null when not stated.', nullable: true })
    unitId!: string | null;

    @Name({ description: 'Its name, or "ikke oplyst".' })
    unitName!: string;
  }
  return WithCase as new () => Own & WithCase;
}

/** What every list says of the case that a row of it is about. */
export abstract class CaseInList extends withCase(Nothing) {}

interface CaseOfRow {
  readonly change_id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly unit_id: string;
}

/** The same of the row of a view, in the reader's words. */
export function caseInList(
  { change_id: changeId, number, title, kind, unit_id }: CaseOfRow,
  naming: Naming,
): CaseInList {
  const unitId = idOrNull(unit_id);
  return { ...{ changeId, number, title, kind, kindText: naming.kind(kind) }, unitId, unitName: naming.unit(unitId) };
}
