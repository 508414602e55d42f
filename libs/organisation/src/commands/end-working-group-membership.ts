import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { Day, Id } from '@rettidig/vocabulary';
import { existingGroup } from '../working-groups/checks.js';
import { compositionOn } from '../working-groups/composition.js';
import { compositionShown, GroupComposition } from './name-working-group-member.js';
import type { WorkingGroup } from '../working-groups/working-group.js';
import { workingGroupDecider } from '../working-groups/working-group.js';
import type { WorkingGroupEvent } from '../working-groups/working-group.events.js';

/** A person is no longer in a working group. */
export class EndWorkingGroupMembership {
  @Id({ description: 'The person.' })
  personId!: string;

  @Day({ description: 'First day on which the person is no longer in it.', example: '2026-09-01' })
  on!: string;
}

export const endWorkingGroupMembership: CommandDefinition<
  WorkingGroup | undefined,
  WorkingGroupEvent,
  EndWorkingGroupMembership,
  unknown,
  GroupComposition
> = {
  name: 'EndWorkingGroupMembership',
  message: EndWorkingGroupMembership,
  decider: workingGroupDecider,
  kind: 'fact',
  target: 'existing',
  path: '/working-groups/{id}/members/{personId}/end',
  tag: 'organisation',
  summary: {
    da: 'Registrér at et medlem er gået ud af arbejdsgruppen',
    en: 'Record that a member left a working group',
  },
  refusals: ['organisation.group-unknown', 'organisation.group-member-unknown'],
  decide: (state, message) => {
    const { personId, on } = message;
    const isInThenOrLater = existingGroup(state).members.some(
      (one) => one.personId === personId && (one.term.to === null || one.term.to > on),
    );
    if (!isInThenOrLater) throw new Refused('organisation.group-member-unknown', { on });
    return [{ type: 'WorkingGroupMemberLeft', data: { personId, on } }];
  },
  answer: (group, { on }): GroupComposition => compositionShown(compositionOn(existingGroup(group), on)),
  answerType: GroupComposition,
};
