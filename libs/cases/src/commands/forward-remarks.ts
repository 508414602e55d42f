import type { LocalDate, PoliticalBody } from '@rettidig/vocabulary';
import { Day, FreeText, OneOf, politicalBodies } from '@rettidig/vocabulary';
import { notInTheFuture, registered } from '../checks.js';
import { completedBy } from '../progress.js';
import { onCase } from './on-case.js';
import type { CaseCommand } from './on-case.js';
import { given } from './parts.js';

/** The remarks went to those who decide: proof that they were in the basis of the decision (I2). */
export class ForwardRemarks {
  @OneOf([...Object.keys(politicalBodies), 'manager'], {
    description: 'To whom: a political body, or a manager.',
    example: 'socialCommittee',
  })
  to!: PoliticalBody | 'manager';

  @FreeText({ description: 'More exactly, as a function and never a name.', max: 200, optional: true })
  recipient?: string;

  @Day({ description: 'On which day.' })
  on!: LocalDate;
}

export const forwardRemarks: CaseCommand<ForwardRemarks> = {
  ...onCase,
  name: 'ForwardRemarks',
  message: ForwardRemarks,
  kind: 'fact',
  path: '/changes/{id}/forwarded-remarks',
  summary: { da: 'Registrér at bemærkningerne er videresendt', en: 'Record that the remarks were forwarded' },
  refusals: ['change.unknown', 'change.in-the-future'],
  decide: (state, { to, recipient, on }, context) => {
    registered(state);
    notInTheFuture(on, context);
    const completes = completedBy(state, to, on, context);
    return [{ type: 'RemarksForwarded', data: { to, on, completes, ...given({ recipient }) } }];
  },
};
