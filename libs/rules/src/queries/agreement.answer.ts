import type { Language } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { column, dayInCsv, Flag, Moment, One, SourceOfFact } from '@rettidig/vocabulary';

/** What every agreement of the rule book is shown with, as fields of answers and as cells of an export. */

export const InEffect = (): PropertyDecorator =>
  Flag({ description: 'It holds on the day asked about: `holdsOn`, or that of `asOf`, or today.' });

export const AgreedAt = (): PropertyDecorator => Moment({ description: 'When it was recorded.' });

export const AgreementSource = (): PropertyDecorator =>
  One(() => SourceOfFact, { description: 'Where the agreement stands; null when nobody said.', nullable: true });

export const kindColumn = column('kind', 'Art', 'Kind');

/** Which version of an agreement holds when, in an export. */
export const versionColumns = [
  column('version', 'Version', 'Version'),
  column('effectiveFrom', 'Gælder fra', 'Effective from'),
  column('inEffect', 'Gælder på dagen', 'In effect on the day'),
];

/** The cells of these columns. */
export const versionCells = (
  {
    version,
    effectiveFrom,
    inEffect,
  }: { readonly version: string; readonly effectiveFrom: LocalDate; readonly inEffect: boolean },
  language: Language,
) => ({
  version,
  effectiveFrom: dayInCsv(effectiveFrom),
  inEffect: inEffect ? { da: 'ja', en: 'yes' }[language] : '',
});
