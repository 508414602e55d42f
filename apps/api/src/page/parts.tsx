import { createElement, type ReactNode } from 'react';

/** A table that becomes a list of cards on a narrow screen. The first column is the row's heading. */
export function Table(props: {
  readonly caption: string;
  readonly headings: readonly string[];
  /** `id`: where a link to the row leads. */
  readonly rows: readonly {
    readonly key: string;
    readonly id?: string | undefined;
    readonly cells: readonly ReactNode[];
  }[];
}): ReactNode {
  return (
    <table className="table table--responsive-headers">
      <caption className="sr-only">{props.caption}</caption>
      <thead>
        <tr>
          {props.headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key} id={row.id}>
            {row.cells.map((cell, index) =>
              index === 0 ? (
                <th key={props.headings[index]} scope="row" data-title={props.headings[index]}>
                  {cell}
                </th>
              ) : (
                <td key={props.headings[index]} data-title={props.headings[index]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A heading of a level from 1 to 6: what stands on several pages does not know how deep. */
export const Heading = (props: { readonly level: number; readonly children: ReactNode }): ReactNode =>
  createElement(`h${Math.min(props.level, 6)}`, undefined, props.children);

/** Short sentences below each other in one cell. */
export function Lines(props: { readonly of: readonly string[]; readonly className?: string }): ReactNode {
  if (props.of.length === 0) return null;
  return (
    <ul className={`page-cell-list ${props.className ?? ''}`.trim()}>
      {props.of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Where a statement comes from. */
export function SourceLine(props: { readonly children: ReactNode }): ReactNode {
  return <span className="page-source">{props.children}</span>;
}
