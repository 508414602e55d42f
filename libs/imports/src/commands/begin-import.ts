import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { Id, ListOf, Pattern } from '@rettidig/vocabulary';
import type { Import } from '../import.js';
import { importDecider } from '../import.js';
import type { ImportEvent } from '../import.events.js';

/** One command that an import is about to give. */
export class StepToBegin {
  @Id({ description: 'The id of the command.' })
  commandId!: string;

  @Pattern(/^[A-Za-z]+-[\w-]+$/, { description: 'The stream that it writes to.' })
  stream!: string;
}

/** What was chosen is about to be carried out. */
export class BeginImport {
  @ListOf(() => StepToBegin, { description: 'In their order.', max: 10_000 })
  steps!: StepToBegin[];
}

/** What was said before is not said again. */
export const beginImport: CommandDefinition<Import | undefined, ImportEvent, BeginImport, unknown> = {
  name: 'BeginImport',
  message: BeginImport,
  decider: importDecider,
  kind: 'fact',
  target: 'given',
  path: null,
  tag: 'imports',
  summary: { da: 'Importen begynder', en: 'The import begins' },
  refusals: ['import.unknown'],
  decide: (known, message) => {
    if (!known) throw notFound('import.unknown');
    const steps = message.steps.filter(({ commandId }) => !(commandId in known.begun));
    return steps.length === 0 ? [] : [{ type: 'ImportBegun', data: { steps } }];
  },
};
