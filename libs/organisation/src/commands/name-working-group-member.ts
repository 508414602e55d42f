import type { CommandDefinition } from '@rettidig/event-sourcing';
import { Refused } from '@rettidig/event-sourcing';
import { Codes, Count, Day, Id, OneOf } from '@rettidig/vocabulary';
import { endsAfterStart } from '../checks.js';
import { overlap } from '../dated.js';
import { freeFor } from '../terms.js';
import { existingGroup } from '../working-groups/checks.js';
import type { Composition } from '../working-groups/composition.js';
import { compositionOn, type CompositionRemark } from '../working-groups/composition.js';
import { compositionRemarks, memberCapacities } from '../working-groups/words.js';
import type { WorkingGroup } from '../working-groups/working-group.js';
import { workingGroupDecider } from '../working-groups/working-group.js';
import type { MemberCapacity, WorkingGroupEvent } from '../working-groups/working-group.events.js';

/** A person is in a working group for a time. */
export class NameWorkingGroupMember {
  @Id({ description: 'The person, by opaque id; names stand outside the log.' })
  personId!: string;

  @OneOf(memberCapacities, {
    description: 'What the person is in the group. Suggested: safety representatives (AMR) first, then others (B8).',
  })
  capacity!: MemberCapacity;

  @Day({ description: 'First day.', example: '2026-06-01' })
  from!: string;

  @Day({ description: 'First day after it, when known beforehand.', optional: true })
  to?: string;
}

/** Who is in a group on a day, counted, and what the suggested composition would have beside them. */
export class GroupComposition {
  @Count({ description: 'Safety representatives (AMR).' })
  safetyRepresentatives!: number;

  @Count({ description: 'Employee representatives.' })
  employeeRepresentatives!: number;

  @Count({ description: 'Other employees.' })
  employees!: number;

  @Count({ description: 'Managers.' })
  managers!: number;

  @Codes(compositionRemarks, {
    description: 'What the suggested composition would have (B8). Nothing is refused for it.',
  })
  remarks!: CompositionRemark[];
}

/** A composition as it is answered. */
export const compositionShown = ({ counts, remarks }: Composition): GroupComposition => ({
  safetyRepresentatives: counts.safetyRepresentative,
  employeeRepresentatives: counts.employeeRepresentative,
  employees: counts.employee,
  managers: counts.manager,
  remarks: [...remarks],
});

export const nameWorkingGroupMember: CommandDefinition<
  WorkingGroup | undefined,
  WorkingGroupEvent,
  NameWorkingGroupMember,
  unknown,
  GroupComposition
> = {
  name: 'NameWorkingGroupMember',
  message: NameWorkingGroupMember,
  decider: workingGroupDecider,
  kind: 'fact',
  target: 'existing',
  path: '/working-groups/{id}/members',
  tag: 'organisation',
  summary: { da: 'Registrér et medlem af en arbejdsgruppe', en: 'Record a member of a working group' },
  refusals: [
    'organisation.group-unknown',
    'organisation.ends-before-it-starts',
    'organisation.group-not-there',
    'organisation.group-member-already',
  ],
  decide: (state, message) => {
    const { term, members } = existingGroup(state);
    const { personId, from, to } = message;
    endsAfterStart(from, to);
    if (!overlap(term, { from, to: to ?? null })) {
      throw new Refused('organisation.group-not-there', { from: term.from, until: term.to ?? '–' });
    }
    const own = members.filter((one) => one.personId === personId);
    freeFor({ from, to: to ?? null }, own, 'organisation.group-member-already');
    return [{ type: 'WorkingGroupMemberNamed', data: { ...message } }];
  },
  answer: (group, { from }): GroupComposition => compositionShown(compositionOn(existingGroup(group), from)),
  answerType: GroupComposition,
};
