import type { ReactNode } from 'react';
import type { PageModel } from './model.js';
import { Lines, Table } from './parts.js';
import { wordsIn } from './words.js';

/** What may have needed MED and is no case yet. A question each; none of them is in the register's total. */
export function ToBeAssessed(props: { readonly model: PageModel }): ReactNode {
  const { language, toAssess } = props.model;
  const say = wordsIn(language);
  return (
    <section aria-labelledby="to-assess">
      <h2 id="to-assess">{say('toAssessHeading')}</h2>
      <p className="page-lead">{say('toAssessLead')}</p>
      {toAssess.rows.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Table
          caption={say('toAssessHeading')}
          headings={[say('question'), say('known'), say('foundWhere'), say('decided'), say('state')]}
          rows={toAssess.rows.map((row) => ({
            key: row.id,
            cells: [
              <span className="page-plain">{row.title}</span>,
              <Lines of={row.known} />,
              <Lines of={row.from} />,
              <Lines of={row.decided} />,
              <Lines of={row.state} />,
            ],
          }))}
        />
      )}
      {toAssess.total > toAssess.rows.length && (
        <p>
          {say('andMore')}: {toAssess.total - toAssess.rows.length}
        </p>
      )}
    </section>
  );
}
