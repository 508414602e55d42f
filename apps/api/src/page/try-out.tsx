import type { ReactNode } from 'react';
import type { Option, PageModel } from './model.js';
import { Lines } from './parts.js';
import { wordsIn } from './words.js';

/** "Is this a MED case, which committee, before what, why?" A plain form: the question stands in the address. */
export function TryOut(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  return (
    <section aria-labelledby="try" className={model.tryOut.answer ? undefined : 'page-screen-only'}>
      <h2 id="try">{say('tryHeading')}</h2>
      <p className="page-lead">{say('tryLead')}</p>
      <form method="get" action="/#try" className="page-form">
        <input type="hidden" name="lang" value={model.language} />
        <Choice name="kind" label={say('tryKind')} options={model.tryOut.kinds} empty={say('choose')} />
        <Choice name="unit" label={say('tryUnit')} options={model.tryOut.units} empty={say('notStated')} />
        <Choice name="body" label={say('tryBody')} options={model.tryOut.bodies} empty={say('notStated')} />
        <div>
          <button type="submit" className="button button-primary">
            {say('tryButton')}
          </button>
        </div>
      </form>
      {model.tryOut.answer && <Answer model={model} answer={model.tryOut.answer} />}
    </section>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly empty: string;
}): ReactNode {
  const chosen = props.options.find((option) => option.chosen)?.value ?? '';
  return (
    <div>
      <label className="form-label" htmlFor={`try-${props.name}`}>
        {props.label}
      </label>
      <select className="form-select" id={`try-${props.name}`} name={props.name} defaultValue={chosen}>
        <option value="">{props.empty}</option>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Answer(props: {
  readonly model: PageModel;
  readonly answer: NonNullable<PageModel['tryOut']['answer']>;
}): ReactNode {
  const { answer } = props;
  const say = wordsIn(props.model.language);
  return (
    <div className="page-answer" data-testid="try-answer" role="status">
      <h3>{say('tryAnswer')}</h3>
      <Lines of={answer.conclusion} />
      {answer.why.length > 0 && <h4>{say('tryWhy')}</h4>}
      <Lines of={answer.why} />
      {answer.whyNot.length > 0 && <h4>{say('tryWhyNot')}</h4>}
      <Lines of={answer.whyNot} />
      {answer.ask.length > 0 && <h4>{say('tryAsk')}</h4>}
      <Lines of={answer.ask} />
    </div>
  );
}
