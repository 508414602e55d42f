import { nextNumber, numberSchema, type ChangeEvent } from '@rettidig/cases';
import { projection, subjectOf } from '@rettidig/event-sourcing';

/**
 * Stands in for the view of cases, of which a mail reads numbers and kinds alone: all that pages read is never kept up. Cases
 * of a release that made no plans, for which a new process looks there once, this life does not have.
 */
export const caseLabelsView = projection<ChangeEvent>({
  name: 'cases',
  version: 1,
  schema: [
    ...numberSchema,
    `create table {change} (
      change_id text primary key, number text not null, kind text not null, status text not null,
      known_from text not null, known_to text
    ) strict`,
  ],
  on: {
    ChangeRegistered: (view, { stream, data: { kind }, meta, knownAt }) => {
      const changeId = subjectOf(stream);
      const { number } = nextNumber(view, changeId, meta.recordedAt);
      view.run(`insert into {change} values (:changeId, :number, :kind, 'registered', :knownAt, null)`, {
        ...{ changeId, number, kind, knownAt },
      });
    },
  },
});
