import type { ReactNode } from 'react';
import type { PageModel } from './model.js';
import { Table } from './parts.js';
import { wordsIn } from './words.js';

/** Gaps that should be closed before they hide the next case. */
export function Checks(props: { readonly model: PageModel }): ReactNode {
  const { language, checks } = props.model;
  const say = wordsIn(language);
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{say('checksHeading')}</h2>
      <p className="page-lead">{say('checksLead')}</p>
      {checks.rows.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Table
          caption={say('checksHeading')}
          headings={[say('found'), say('severity'), say('checkedFor')]}
          rows={checks.rows.map(({ key, sentence, severity, check, href }) => ({
            key,
            cells: [
              <span className="page-plain">{href ? <a href={href}>{sentence}</a> : sentence}</span>,
              severity,
              check,
            ],
          }))}
        />
      )}
      {checks.more > 0 && (
        <p>
          {say('andMore')}: {checks.more}
        </p>
      )}
    </section>
  );
}
