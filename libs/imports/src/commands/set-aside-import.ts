import type { CommandDefinition } from '@rettidig/event-sourcing';
import { notFound, Refused } from '@rettidig/event-sourcing';
import { FreeText } from '@rettidig/vocabulary';
import type { Import } from '../import.js';
import { importDecider } from '../import.js';
import type { ImportEvent } from '../import.events.js';

/** Nothing shall come of this document. Uploading it again takes it up again. */
export class SetAsideImport {
  @FreeText({
    description: 'Why.',
    example: 'Det er et udkast; det endelige referat kommer i næste uge.',
    max: 500,
  })
  reason!: string;
}

export const setAsideImport: CommandDefinition<Import | undefined, ImportEvent, SetAsideImport, unknown> = {
  name: 'SetAsideImport',
  message: SetAsideImport,
  decider: importDecider,
  kind: 'fact',
  target: 'existing',
  path: '/imports/{id}/set-aside',
  tag: 'imports',
  summary: { da: 'Læg en import til side', en: 'Set an import aside' },
  refusals: ['import.unknown', 'import.already-committed'],
  decide: (known, { reason }) => {
    if (!known) throw notFound('import.unknown');
    if (known.status === 'committed') throw new Refused('import.already-committed', { facts: known.facts });
    return known.status === 'setAside' ? [] : [{ type: 'ImportSetAside', data: { reason } }];
  },
};
