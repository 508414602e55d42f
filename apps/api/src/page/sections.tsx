import type { ReactNode } from 'react';
import type { Demand, MeetingShown, NotRaised, PageModel, WaitingCase } from './model.js';
import { Lines, SourceLine, Table } from './parts.js';
import { CasePlans, RulesOfCase, Why } from './plan.js';
import { wordsIn } from './words.js';

/** What the employee side chose not to raise, its reservation, and the demands beside their answers. */
export function Breaches(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  if (model.notRaised.length === 0) return null;
  return (
    <section aria-labelledby="breach">
      <h2 id="breach">{wordsIn(model.language)('breachHeading')}</h2>
      {model.notRaised.map((matter) => (
        <OneMatter key={`${matter.on}-${matter.caseCount}`} matter={matter} model={model} />
      ))}
    </section>
  );
}

function OneMatter(props: { readonly matter: NotRaised; readonly model: PageModel }): ReactNode {
  const { matter, model } = props;
  const say = wordsIn(model.language);
  return (
    <>
      <p className="page-lead">
        {matter.committee}: {matter.caseCount} {say('breachOn')} {matter.on}. <SourceLine>{matter.source}</SourceLine>
      </p>
      {matter.reservation && (
        <p className="page-notice">
          <strong>{say('reservation')}:</strong> {matter.reservation}
        </p>
      )}
      <h3>{say('demandsHeading')}</h3>
      <Table
        caption={say('demandsHeading')}
        headings={[say('demand'), say('answer'), say('source')]}
        rows={matter.demands.map((demand) => ({ key: String(demand.number), cells: demandCells(demand) }))}
      />
    </>
  );
}

const demandCells = (demand: Demand): ReactNode[] => [
  <span className="page-plain">
    {demand.number}. {demand.text}
  </span>,
  <ul className="page-cell-list">
    {demand.answers.map((answer) => (
      <li key={answer.text}>
        <strong>{answer.kind}:</strong> {answer.text}
        {answer.owner && <span className="page-muted"> ({answer.owner})</span>}
      </li>
    ))}
  </ul>,
  <SourceLine>{demand.source}</SourceLine>,
];

/** The cases on their way, each with what has happened, what it waits for, its plan, and why it goes there. */
export function Waiting(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say('waitingHeading')}</h2>
      {model.waiting.length === 0 && <p>{say('none')}</p>}
      <div className="page-cases">
        {model.waiting.map((one) => (
          <OneCase key={one.number} one={one} model={model} />
        ))}
      </div>
    </section>
  );
}

function OneCase(props: { readonly one: WaitingCase; readonly model: PageModel }): ReactNode {
  const { one, model } = props;
  const say = wordsIn(model.language);
  return (
    <article aria-labelledby={`case-${one.number}`}>
      <h3 id={`case-${one.number}`}>
        {one.number}: {one.title}
      </h3>
      {one.description && <p>{one.description}</p>}
      <p>
        <strong>{one.committee}</strong>
      </p>
      <div className="page-case">
        <div>
          <h4>{say('done')}</h4>
          <Lines of={one.done} />
          <h4>{say('waitsFor')}</h4>
          <Lines of={one.waitsFor} />
          {one.why && <Why why={one.why} model={model} level={4} />}
        </div>
        <CasePlans plans={one.plans} model={model} level={4} />
      </div>
      {one.why && <RulesOfCase why={one.why} model={model} level={4} />}
      <p>
        <SourceLine>{one.sources.join('; ')}</SourceLine>
      </p>
    </article>
  );
}

/** Meetings that were held: who came, the items, and what was agreed instead of minutes. */
export function Meetings(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  if (model.meetings.length === 0) return null;
  return (
    <section aria-labelledby="meeting">
      <h2 id="meeting">{wordsIn(model.language)('meetingHeading')}</h2>
      {model.meetings.map((meeting) => (
        <OneMeeting key={meeting.heading} meeting={meeting} model={model} />
      ))}
    </section>
  );
}

function OneMeeting(props: { readonly meeting: MeetingShown; readonly model: PageModel }): ReactNode {
  const { meeting, model } = props;
  const say = wordsIn(model.language);
  return (
    <>
      <h3>{meeting.heading}</h3>
      <Lines of={meeting.attendance} />
      <Table
        caption={meeting.heading}
        headings={[say('item'), say('form'), say('cases'), say('source')]}
        rows={meeting.items.map((item) => ({
          key: String(item.number),
          cells: [
            <span className="page-plain">
              {item.number}. {item.title}
            </span>,
            item.form,
            item.cases.join(', '),
            <SourceLine>{item.source}</SourceLine>,
          ],
        }))}
      />
      {meeting.summaries.map((summary) => (
        <div key={summary.heading}>
          <h4>
            {say('summaryHeading')}: {summary.heading}
          </h4>
          <Table
            caption={summary.heading}
            headings={[say('employeeSide'), say('managementSide'), say('source')]}
            rows={summary.rows.map((row) => ({
              key: row.source + row.employeeSide,
              cells: [
                <span className="page-plain">{row.employeeSide}</span>,
                row.managementSide,
                <SourceLine>{row.source}</SourceLine>,
              ],
            }))}
          />
        </div>
      ))}
    </>
  );
}

/** What somebody did that lowered a duty, for the deputy chair to see. */
export function Acts(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">{say('actsHeading')}</h2>
      <p className="page-lead">{say('actsLead')}</p>
      {model.acts.length === 0 ? (
        <p>{say('none')}</p>
      ) : (
        <Table
          caption={say('actsHeading')}
          headings={[say('caseHeading'), say('act'), say('by'), say('reason'), say('when')]}
          rows={model.acts.map((act, index) => ({
            key: String(index),
            cells: [`${act.number} ${act.title}`, act.act, act.by, act.reason, act.when],
          }))}
        />
      )}
    </section>
  );
}
