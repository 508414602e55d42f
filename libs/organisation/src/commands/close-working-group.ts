import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { Day } from '@rettidig/vocabulary';
import { endsAfterStart } from '../checks.js';
import { existingGroup } from '../working-groups/checks.js';
import type { WorkingGroup } from '../working-groups/working-group.js';
import { workingGroupDecider } from '../working-groups/working-group.js';
import type { WorkingGroupEvent } from '../working-groups/working-group.events.js';

/** A working group is done. */
export class CloseWorkingGroup {
  @Day({ description: 'First day on which it no longer exists.', example: '2026-12-01' })
  on!: string;
}

export const closeWorkingGroup: CommandDefinition<
  WorkingGroup | undefined,
  WorkingGroupEvent,
  CloseWorkingGroup,
  unknown
> = {
  name: 'CloseWorkingGroup',
  message: CloseWorkingGroup,
  decider: workingGroupDecider,
  kind: 'fact',
  target: 'existing',
  path: '/working-groups/{id}/closing',
  tag: 'organisation',
  summary: { da: 'Registrér at en arbejdsgruppe er nedlagt', en: 'Record that a working group was closed' },
  refusals: ['organisation.group-unknown', 'organisation.group-closed', 'organisation.ends-before-it-starts'],
  decide: (state, { on }) => {
    const { term, closed } = existingGroup(state);
    if (closed) throw new Refused('organisation.group-closed', { on: term.to });
    endsAfterStart(term.from, on);
    return [{ type: 'WorkingGroupClosed', data: { on } }];
  },
};
