import type { Language } from '@rettidig/event-sourcing';
import type { ReactNode } from 'react';
import { Frame, Header, rendered } from '../page/frame.js';
import { Table } from '../page/parts.js';
import { CasePlans, RulesOfCase, Why } from '../page/plan.js';
import { wordsIn } from '../page/words.js';
import type { Line, Part, ThingPage } from './thing.model.js';
import { thingWordsIn } from './thing.words.js';

/** The page about one thing as HTML. */
export const renderThing = (page: ThingPage): string => rendered(<Page page={page} />);

interface HeaderOf {
  readonly language: Language;
  /** The address of the page in a language. */
  readonly sameIn: (language: Language) => string;
}

/** The same page in the other language, and the way to the front page. */
export const HeaderOfThing = ({ language, sameIn }: HeaderOf): ReactNode => (
  <Header language={language} inLanguage={sameIn}>
    <nav aria-label="Rettidig" className="page-screen-only">
      <a href={`/?lang=${language}`}>{thingWordsIn(language)('toFrontPage')}</a>
    </nav>
  </Header>
);

function Page({ page }: { readonly page: ThingPage }): ReactNode {
  const { language, path, title, notices, facts, parts } = page;
  const header = <HeaderOfThing language={language} sameIn={(lang) => `${path}?lang=${lang}`} />;
  return (
    <Frame language={language} title={`${title} – Rettidig`} header={header}>
      <h1>{title}</h1>
      {notices.map((notice) => (
        <p key={notice} className="page-notice">
          {notice}
        </p>
      ))}
      <dl className="page-facts">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <LinesOf of={value} />
            </dd>
          </div>
        ))}
      </dl>
      <PlanOfCase page={page} />
      {parts.map((part) => (
        <PartOf key={part.id} part={part} page={page} />
      ))}
    </Frame>
  );
}

function PlanOfCase({ page }: { readonly page: ThingPage }): ReactNode {
  const { plans, why } = page;
  return (
    <>
      {plans && (
        <section>
          <CasePlans plans={plans} model={page} level={2} />
        </section>
      )}
      {why && (
        <section>
          <Why why={why} model={page} level={2} />
          <RulesOfCase why={why} model={page} level={2} />
        </section>
      )}
    </>
  );
}

function PartOf({ part, page }: { readonly part: Part; readonly page: ThingPage }): ReactNode {
  const { id, heading, lines = [], table } = part;
  const rows = table?.rows ?? [];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {lines.length + rows.length === 0 && <p>{wordsIn(page.language)('none')}</p>}
      <LinesOf of={lines} />
      {table && rows.length > 0 && (
        <Table
          caption={heading}
          headings={table.headings}
          rows={rows.map(({ id: rowId, cells }, at) => ({
            key: String(at),
            id: rowId,
            cells: cells.map((cell, column) => <Cell key={table.headings[column]} of={cell} isFirst={column === 0} />),
          }))}
        />
      )}
    </section>
  );
}

/** The first cell is the heading of its row, which would be bold throughout. */
const Cell = ({ of, isFirst }: { readonly of: readonly Line[]; readonly isFirst: boolean }): ReactNode =>
  isFirst ? (
    <span className="page-plain">
      <LinesOf of={of} />
    </span>
  ) : (
    <LinesOf of={of} />
  );

function LinesOf({ of }: { readonly of: readonly Line[] }): ReactNode {
  if (of.length === 0) return null;
  const [only] = of;
  if (of.length === 1) return <OneLine of={only!} />;
  return (
    <ul className="page-cell-list">
      {of.map((line) => (
        <li key={typeof line === 'string' ? line : line.href}>
          <OneLine of={line} />
        </li>
      ))}
    </ul>
  );
}

const OneLine = ({ of }: { readonly of: Line }): ReactNode =>
  typeof of === 'string' ? of : <a href={of.href}>{of.text}</a>;
