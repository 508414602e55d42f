import type { ReactNode } from 'react';
import type { PageModel } from './model.js';
import { Heading, Lines, Table } from './parts.js';
import type { PlanOfDuty, WhyShown } from './plan.model.js';
import { wordsIn, type Word } from './words.js';

/** How all that is still to be discussed stands, with the cases: the first thing to look at. */
export function PlansAtAGlance(props: { readonly model: PageModel }): ReactNode {
  const { plans, language } = props.model;
  const say = wordsIn(language);
  if (plans.total === 0) return null;
  return (
    <aside aria-label={say('plansHeading')} className="page-glance" data-testid="plans">
      <p>
        <strong>
          {say('plansHeading')}: {plans.total}
        </strong>
      </p>
      <ul className="page-tags">
        {plans.byHealth.map(({ health, text, count, cases }) => (
          <li key={health} className={`page-health page-health-${health}`}>
            <strong>{count}</strong> {text}
            {cases.map(({ number, href }, index) => (
              <span key={number}>
                {index === 0 ? ': ' : ', '}
                <a href={href}>{number}</a>
              </span>
            ))}
            {count > cases.length && cases.length > 0 && ' …'}
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** In which language, and below which headings: `level` is that of its own. */
interface Shown {
  readonly model: Pick<PageModel, 'language'>;
  readonly level: number;
}

/** Every date of a case back from its decision, with what each follows from and how much time is left. */
export function CasePlans(props: { readonly plans: readonly PlanOfDuty[] } & Shown): ReactNode {
  const { plans, ...shown } = props;
  const say = wordsIn(shown.model.language);
  return (
    <div className="page-plan">
      <Heading level={shown.level}>{say('plan')}</Heading>
      {plans.length === 0 && <p>{say('nothingToPlan')}</p>}
      {plans.map((plan) => (
        <OnePlan key={plan.requirementId} plan={plan} {...shown} />
      ))}
    </div>
  );
}

function OnePlan(props: { readonly plan: PlanOfDuty } & Shown): ReactNode {
  const { plan, ...shown } = props;
  const say = wordsIn(shown.model.language);
  return (
    <>
      <p>
        {plan.duty}: <strong className={`page-health page-health-${plan.health}`}>{plan.healthText}</strong>
      </p>
      <p>{plan.aim}</p>
      {plan.steps.length > 0 && (
        <Table
          caption={`${say('plan')}: ${plan.duty}`}
          headings={[say('step'), say('when'), say('slack'), say('byRule')]}
          rows={plan.steps.map(({ step, day, slack, rule }) => ({
            key: `${step} ${day}`,
            cells: [step, day, slack, <span className="page-source">{rule}</span>],
          }))}
        />
      )}
      <Titled word="eachBeforeItsDate" lines={plan.bodies} {...shown} />
      <Titled word="whatCanBeDone" lines={plan.alternatives} {...shown} />
    </>
  );
}

/** Why a case goes there, and why not where one might have expected it. */
export function Why(props: { readonly why: WhyShown } & Shown): ReactNode {
  const { why, model, level } = props;
  return (
    <>
      <Heading level={level}>{wordsIn(model.language)('why')}</Heading>
      <Lines of={why.because} />
      <Lines of={why.stepsUp} />
      <Lines of={why.notChosen} />
    </>
  );
}

/** What decided, on which ground, and every rule that did not, for whoever wants to check it. */
export function RulesOfCase(props: { readonly why: WhyShown } & Shown): ReactNode {
  const { why, ...shown } = props;
  return (
    <details className="page-rules">
      <summary>{wordsIn(shown.model.language)('whyNotOthers')}</summary>
      <Titled word="ruleThatDecides" lines={why.decided} {...shown} />
      <Titled word="otherRules" lines={why.otherRules} {...shown} />
      <Titled word="tryAsk" lines={why.whatIf} {...shown} />
      <p>{why.basis}</p>
    </details>
  );
}

function Titled(props: { readonly word: Word; readonly lines: readonly string[] } & Shown): ReactNode {
  const { word, lines, model, level } = props;
  if (lines.length === 0) return null;
  return (
    <>
      <Heading level={level + 1}>{wordsIn(model.language)(word)}</Heading>
      <Lines of={lines} className="no-max-width" />
    </>
  );
}
