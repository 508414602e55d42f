import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound } from '@rettidig/event-sourcing';
import { Count, Ids } from '@rettidig/vocabulary';
import type { Import } from '../import.js';
import { importDecider } from '../import.js';
import type { ImportEvent } from '../import.events.js';

/** What a person chose was carried out. */
export class CommitImport {
  @Ids({ description: 'What was written to by all its commits so far.', max: 10_000 })
  subjects!: string[];

  @Count({
    description: 'How many facts all its commits recorded so far; none where everything stood in the register already.',
  })
  facts!: number;
}

/** Several may say it at once: each says how much is recorded by then, and only what is new of it is a fact. */
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
  decide: (known, { subjects, facts }) => {
    if (!known) throw notFound('import.unknown');
    const more = Math.max(0, facts - known.facts);
    if (more === 0 && known.status === 'committed') return [];
    return [{ type: 'ImportCommitted', data: { subjects, facts: more } }];
  },
};
