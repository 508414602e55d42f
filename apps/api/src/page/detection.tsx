import type { ReactNode } from 'react';
import type { AgendaShown, PageModel } from './model.js';
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
          headings={[say('question'), say('known'), say('foundWhere'), say('decidedOrWill'), say('state')]}
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

/** What politicians are about to decide, or have decided: each item with its case, or with the words that ask for one. */
export function PoliticalAgendas(props: { readonly model: PageModel }): ReactNode {
  const { language, agendas } = props.model;
  const say = wordsIn(language);
  if (agendas.length === 0) return null;
  return (
    <section aria-labelledby="agendas">
      <h2 id="agendas">{say('agendasHeading')}</h2>
      <p className="page-lead">{say('agendasLead')}</p>
      {agendas.map((agenda) => (
        <OneAgenda key={agenda.id} agenda={agenda} model={props.model} />
      ))}
    </section>
  );
}

function OneAgenda(props: { readonly agenda: AgendaShown; readonly model: PageModel }): ReactNode {
  const { agenda, model } = props;
  const say = wordsIn(model.language);
  return (
    <>
      <h3>{agenda.heading}</h3>
      <Table
        caption={agenda.heading}
        headings={[say('item'), say('state'), say('whyHeading')]}
        rows={agenda.items.map((item) => ({
          key: item.id,
          cells: [
            <span className="page-plain">{item.title}</span>,
            <Lines of={item.standing} />,
            <Lines of={item.why} />,
          ],
        }))}
      />
    </>
  );
}
