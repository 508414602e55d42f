import type { PersonCard, QueryDefinition } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { column, countsOf } from '@rettidig/vocabulary';
import { committeeName, unitName } from '../names.js';
import type { About, Memory } from './list-in-memory.js';
import { listInMemory, organisationMemory } from './list-in-memory.js';
import type { OrganisationReference } from './organisation-reference.js';
import { byName, hasWords } from './by-name.js';
import { dayCell, sourceCell, whenOf, whenWords } from './terms.answer.js';
import { compositionOn } from '../working-groups/composition.js';
import type { GroupMemberShown, WorkingGroupShown } from './list-working-groups.answer.js';
import { ListWorkingGroups, WorkingGroupList } from './list-working-groups.answer.js';
import { compositionShown } from '../commands/name-working-group-member.js';
import { compositionRemarks, memberCapacities, noMedBody, selectionMethods } from '../working-groups/words.js';
import type { WorkingGroups, WorkingGroupState } from '../working-groups/working-groups.js';
import { workingGroupsIn, workingGroupsKnownAt } from '../working-groups/working-groups.js';

interface GroupsReference extends OrganisationReference {
  readonly workingGroups: WorkingGroups;
}

const memory: Memory<GroupsReference> = {
  latest: ({ organisation, workingGroups }) => {
    const other = organisationMemory.latest({ organisation });
    return workingGroups.latest > other ? workingGroups.latest : other;
  },
  knownAt: ({ organisation, workingGroups }, at) => ({
    ...organisationMemory.knownAt({ organisation }, at),
    workingGroups: workingGroupsKnownAt(workingGroups, at),
  }),
};

type Facet = 'state' | 'selectionMethod' | 'remark';

/** What can be filtered by and is counted; a group has one of each, or several remarks. */
const facets: Readonly<Record<Facet, (group: WorkingGroupState, day: LocalDate) => readonly string[]>> = {
  state: ({ term }, day) => [whenOf(term, day)],
  selectionMethod: ({ selectionMethod }) => [selectionMethod],
  remark: (group, day) => compositionOn(group, day).remarks,
};

function found(parameters: ListWorkingGroups, { reference, validOn, opened }: About<GroupsReference>) {
  const { text, sort = 'name' } = parameters;
  const named = workingGroupsIn(reference.workingGroups)
    .filter((group) => isAbout(group, parameters))
    .map((group) => ({ ...group, name: opened(group.name), mandate: opened(group.mandate) }))
    .filter(({ name, mandate }) => hasWords(`${name} ${mandate}`, text));
  const matches = (group: WorkingGroupState, facet: Facet): boolean => {
    const chosen: readonly string[] | undefined = parameters[facet];
    return !chosen || facets[facet](group, validOn).some((one) => chosen.includes(one));
  };
  const names = Object.keys(facets) as Facet[];
  const matching = (ignored?: Facet): WorkingGroupState[] =>
    named.filter((group) => names.every((facet) => facet === ignored || matches(group, facet)));
  const counted = names.map(
    (facet) => [facet, countsOf(matching(facet), (group) => facets[facet](group, validOn))] as const,
  );
  const first = (a: WorkingGroupState, b: WorkingGroupState): number =>
    sort.endsWith('from') ? a.term.from.localeCompare(b.term.from) : 0;
  const rows = matching().sort(
    (a, b) => first(a, b) || byName({ name: a.name, id: a.groupId }, { name: b.name, id: b.groupId }),
  );
  if (sort.startsWith('-')) rows.reverse();
  return { rows, facets: Object.fromEntries(counted) };
}

const isAbout = (group: WorkingGroupState, { committee, unit, person, change }: ListWorkingGroups): boolean =>
  (committee === undefined || group.committeeId === committee) &&
  (unit === undefined || group.unitId === unit) &&
  (person === undefined || group.members.some(({ personId }) => personId === person)) &&
  (change === undefined || group.discussions.some(({ changeId }) => changeId === change));

function shown(group: WorkingGroupState, { reference, validOn, language }: About<GroupsReference>): WorkingGroupShown {
  const { groupId, name, mandate, selectionMethod, selectionNote = null, committeeId, unitId, term } = group;
  const { organisation } = reference;
  const composition = compositionOn(group, validOn);
  return {
    groupId,
    name,
    mandate,
    selectionMethod,
    selectionText: selectionMethods[selectionMethod][language],
    selectionNote,
    committeeId,
    unitId,
    setUpBy:
      (committeeId === null ? null : committeeName(organisation, committeeId)) ??
      (unitId === null ? null : unitName(organisation, unitId)) ??
      null,
    ...term,
    state: whenOf(term, validOn),
    members: group.members.map((member): GroupMemberShown => ({
      personId: member.personId,
      name: null,
      capacity: member.capacity,
      capacityText: memberCapacities[member.capacity][language],
      ...member.term,
      state: whenOf(member.term, validOn),
    })),
    composition: compositionShown(composition),
    remarkTexts: composition.remarks.map((remark) => compositionRemarks[remark][language]),
    notMed: noMedBody[language],
    discussions: group.discussions.map(({ discussionId, on, changeId, topics, source = null }) => ({
      ...{ discussionId, on, changeId, topics: [...topics], source },
    })),
    source: group.source ?? null,
  };
}

const workingGroups = listInMemory({ name: 'working-groups', memory, found, show: shown });

/** Mandate, selection and members stand open to all (B7); names of people only to those who may see names. */
export const listWorkingGroups: QueryDefinition<ListWorkingGroups, WorkingGroupList, GroupsReference> = {
  name: 'ListWorkingGroups',
  parameters: ListWorkingGroups,
  answer: WorkingGroupList,
  path: '/working-groups',
  tag: 'organisation',
  summary: { da: 'Arbejdsgrupper: mandat, udpegning og medlemmer', en: 'Working groups: mandate, selection, members' },
  refusals: ['cursor.unknown'],
  handle: async (parameters, context) => {
    const page = workingGroups.page(parameters, context);
    const people = [...new Set(page.items.flatMap(({ members }) => members.map(({ personId }) => personId)))];
    const cards = people.length === 0 ? new Map<string, PersonCard>() : await context.people(people);
    const named = (member: GroupMemberShown): GroupMemberShown => ({
      ...member,
      name: cards.get(member.personId)?.name ?? null,
    });
    return { ...page, items: page.items.map((group) => ({ ...group, members: group.members.map(named) })) };
  },
  csv: {
    fileName: { da: 'arbejdsgrupper', en: 'working-groups' },
    columns: [
      column('name', 'Arbejdsgruppe', 'Working group'),
      column('mandate', 'Mandat', 'Mandate'),
      column('selection', 'Udpegning', 'Selection'),
      column('setUpBy', 'Nedsat af', 'Set up by'),
      column('from', 'Fra og med', 'From'),
      column('to', 'Første dag efter', 'First day after'),
      column('state', 'Status', 'State'),
      column('safetyRepresentatives', 'AMR', 'Safety representatives'),
      column('employeeRepresentatives', 'Medarbejderrepræsentanter', 'Employee representatives'),
      column('employees', 'Medarbejdere', 'Employees'),
      column('managers', 'Ledere', 'Managers'),
      column('remarks', 'Bemærkninger', 'Remarks'),
      column('source', 'Kilde', 'Source'),
    ],
    *rows(parameters, context) {
      const { language } = context;
      for (const { composition, ...group } of workingGroups.rows(parameters, context))
        yield {
          name: group.name,
          mandate: group.mandate,
          selection: [group.selectionText, group.selectionNote].filter(Boolean).join(': '),
          setUpBy: group.setUpBy ?? '',
          from: dayCell(group.from),
          to: dayCell(group.to),
          state: whenWords[group.state][language],
          safetyRepresentatives: composition.safetyRepresentatives,
          employeeRepresentatives: composition.employeeRepresentatives,
          employees: composition.employees,
          managers: composition.managers,
          remarks: group.remarkTexts.join(', '),
          source: sourceCell(group.source, language),
        };
    },
  },
};
