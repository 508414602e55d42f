import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Dice } from './dice.js';
import type { Known } from './known.js';
import type { Saying } from './saying.js';
import { person } from './town.js';

const onGroup = (dice: Dice, { groups }: Known, message: () => object): ReturnType<Saying> => {
  const group = dice.pick(groups);
  return group === undefined ? undefined : { subjectId: group, message: message() };
};

/** Working groups beside MED, and what they talk about. */
export const groupSayings: Readonly<Record<string, Saying>> = {
  EstablishWorkingGroup: (dice, { committees, units }) => ({
    message: {
      name: dice.text(),
      mandate: dice.text(),
      selectionMethod: dice.one(['appointedByManagement', 'namedByEmployeeSide', 'elected', 'volunteered']),
      ...dice.maybe({ selectionNote: dice.text() }),
      ...(dice.yes() ? { committeeId: dice.pick(committees) } : { unitId: dice.pick(units) }),
      from: dice.past(),
      ...dice.maybe({ to: plusCalendarDays(dice.today(), 60) }),
      ...dice.source(),
    },
  }),
  NameWorkingGroupMember: (dice, known) =>
    onGroup(dice, known, () => ({
      personId: person(dice.number(9)),
      capacity: dice.one(['safetyRepresentative', 'employeeRepresentative', 'employee', 'manager']),
      from: dice.around(),
    })),
  EndWorkingGroupMembership: (dice, { groupMembers }) => {
    const member = dice.pick(groupMembers);
    return member && { subjectId: member.groupId, message: { personId: member.personId, on: dice.around() } };
  },
  CloseWorkingGroup: (dice, known) => onGroup(dice, known, () => ({ on: dice.around() })),
  RecordGroupDiscussion: (dice, known) =>
    onGroup(dice, known, () => {
      const changeId = dice.pick(known.changes);
      return {
        on: dice.past(),
        ...(changeId !== undefined && { changeId }),
        topics: dice.one<string[]>([['other'], ['reorganisation', 'other']]),
        ...dice.source(),
      };
    }),
};
