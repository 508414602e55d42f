import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { Count, Ids } from '@rettidig/vocabulary';
import type { Import } from '../import.js';
import { importDecider } from '../import.js';
import type { ImportEvent } from '../import.events.js';

/** What a person chose was carried out. */
export class CommitImport {
  @Ids({ description: 'What was written to.', max: 10_000 })
  subjects!: string[];

  @Count({ description: 'How many facts were recorded; none where everything stood in the register already.' })
  facts!: number;
}

export const commitImport: CommandDefinition<Import | undefined, ImportEvent, CommitImport, unknown> = {
  name: 'CommitImport',
  message: CommitImport,
  decider: importDecider,
  kind: 'fact',
  target: 'given',
  path: null,
  tag: 'imports',
  summary: { da: 'Importen er gennemført', en: 'The import was carried out' },
  refusals: ['import.unknown'],
  decide: (known, message) => {
    if (!known) throw notFound('import.unknown');
    if (message.facts === 0 && known.status === 'committed') return [];
    return [{ type: 'ImportCommitted', data: { ...message } }];
  },
};
