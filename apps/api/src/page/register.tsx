import type { ReactNode } from 'react';
import type { PageModel, RegisterRow } from './model.js';
import { Lines, SourceLine, Table } from './parts.js';
import { wordsIn } from './words.js';

/** The register of what was not MED-treated before decision or start, with its total. */
export function Register(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  return (
    <section aria-labelledby="register">
      <p className="page-lead">{say('registerLead')}</p>
      <AsOf model={model} />
      <p className="page-total" data-testid="register-total">
        {say('total')} <strong>{model.register.total}</strong>
      </p>
      {model.register.rows.length > 0 && <RegisterTable model={model} />}
      {model.register.more > 0 && (
        <p>{model.language === 'da' ? `… og ${model.register.more} til: ` : `… and ${model.register.more} more: `}</p>
      )}
      <OtherStates model={model} />
      <p className="page-screen-only">
        <a href={`/register.csv?${csvParameters(model)}`}>{say('download')}</a>
      </p>
    </section>
  );
}

const csvParameters = (model: PageModel): string =>
  new URLSearchParams({ lang: model.language, ...(model.asOf ? { asOf: model.asOf } : {}) }).toString();

function RegisterTable(props: { readonly model: PageModel }): ReactNode {
  const say = wordsIn(props.model.language);
  const headings = [
    say('caseHeading'),
    say('committee'),
    say('decided'),
    say('causeAndFound'),
    say('since'),
    say('source'),
  ];
  const rows = props.model.register.rows.map((row, index) => ({ key: `${row.number}-${index}`, cells: cellsOf(row) }));
  return <Table caption={say('registerHeading')} headings={headings} rows={rows} />;
}

const cellsOf = (row: RegisterRow): ReactNode[] => [
  <>
    {row.number}
    <br />
    {row.title}
    <br />
    <span className="page-plain">
      {row.kind}; {row.unit}
    </span>
  </>,
  row.committee,
  <Lines of={[row.decidedBy, row.decidedOn]} />,
  <Lines of={[...row.causes, row.found]} />,
  <Lines of={row.since} />,
  <SourceLine>{row.sources.join('; ')}</SourceLine>,
];

/** The register as it was known at the end of another day. */
function AsOf(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  return (
    <>
      <form method="get" action="/" className="page-form page-screen-only">
        <input type="hidden" name="lang" value={model.language} />
        <div>
          <label className="form-label" htmlFor="as-of">
            {say('asOfLabel')}
          </label>
          <input className="form-input" id="as-of" name="asOf" type="date" defaultValue={model.asOf ?? model.today} />
        </div>
        <div>
          <button type="submit" className="button button-secondary">
            {say('asOfButton')}
          </button>
        </div>
      </form>
      {model.asOfWrong && (
        <p className="page-notice" role="alert">
          {say('asOfWrong')}
        </p>
      )}
      {model.asOf && (
        <p className="page-notice" role="status">
          {say('asOfNotice')} <strong>{model.asOf.split('-').reverse().join('.')}</strong>.{' '}
          <a href={`/?lang=${model.language}`}>{say('asOfNow')}</a>
        </p>
      )}
    </>
  );
}

function OtherStates(props: { readonly model: PageModel }): ReactNode {
  const states = props.model.register.otherStates;
  if (states.length === 0) return null;
  return (
    <>
      <h2 className="h3">{wordsIn(props.model.language)('otherStates')}</h2>
      <ul className="page-tags">
        {states.map(({ state, count }) => (
          <li key={state}>
            {state}: {count}
          </li>
        ))}
      </ul>
    </>
  );
}
