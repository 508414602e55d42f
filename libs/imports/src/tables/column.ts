import type { Language, Text } from '@rettidig/event-sourcing';

/** A column of a table that can be imported: what its heading is, and what stands in it. */
export interface Column {
  readonly key: string;
  /** Its heading as in the templates; both languages are understood in any file. */
  readonly heading: Text;
  /** Other headings that mean the same. */
  readonly also?: readonly string[];
  /** `value`: every row has one. `heading`: a row may leave it empty. `nothing`: the whole column may be left out. */
  readonly needs: 'value' | 'heading' | 'nothing';
  /** What stands in it, for the template's reader. */
  readonly says: Text;
  /** As in the template's example row. */
  readonly example: string;
}

/** A table that can be imported, recognised by its headings. */
export interface TableDefinition {
  readonly name: string;
  /** What its rows are called. */
  readonly text: Text;
  readonly columns: readonly Column[];
  /** Example rows of the template after the first, which the columns give. */
  readonly moreExamples?: readonly (readonly string[])[];
}

/** The rows of the template: the headings, and examples. */
export const templateOf = ({ columns, moreExamples = [] }: TableDefinition): readonly (readonly string[])[] => [
  columns.map(({ heading }) => heading.da),
  columns.map(({ example }) => example),
  ...moreExamples,
];

/** A column for whoever lacks it: its heading, and what stands in it. */
export const inWords = ({ heading, says }: Column, language: Language): string =>
  `“${heading[language]}” (${says[language].replace(/\.$/, '')})`;
