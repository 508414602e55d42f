import type { CommandDefinition } from '@rettidig/event-sourcing';
import { impossible } from '@rettidig/event-sourcing';
import { Day, FreeText, Id, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import { endsAfterStart, knownCommittee, knownUnit } from '../checks.js';
import { historyOf } from '../history.js';
import type { WorkingGroupReference } from '../working-groups/checks.js';
import { selectionMethods } from '../working-groups/words.js';
import type { WorkingGroup } from '../working-groups/working-group.js';
import { workingGroupDecider } from '../working-groups/working-group.js';
import type { SelectionMethod, WorkingGroupEvent } from '../working-groups/working-group.events.js';

/** A working group is set up. It is no MED committee and can never be one: what it is for stands open to all (B6, B7). */
export class EstablishWorkingGroup {
  @FreeText({ description: 'Its name.', example: 'Arbejdsgruppen om vagtplaner', max: 200 })
  name!: string;

  @FreeText({
    description: 'Its mandate: what it is to do, and what not.',
    example: 'Samler erfaringer med vagtplaner. Beslutter og indstiller intet.',
    max: 5000,
    multiline: true,
  })
  mandate!: string;

  @OneOf(selectionMethods, { description: 'How one gets into it; not stated when left out.', optional: true })
  selectionMethod?: SelectionMethod;

  @FreeText({ description: 'More on how one gets into it.', max: 1000, multiline: true, optional: true })
  selectionNote?: string;

  @Id({ description: 'The committee that set it up, if one did.', optional: true })
  committeeId?: string;

  @Id({ description: 'The unit whose management set it up, if one did.', optional: true })
  unitId?: string;

  @Day({ description: 'First day.', example: '2026-06-01' })
  from!: string;

  @Day({ description: 'First day on which it no longer exists, when known beforehand.', optional: true })
  to?: string;

  @One(() => SourceOfFact, { description: 'Where it is known from.', optional: true })
  source?: SourceOfFact;
}

export const establishWorkingGroup: CommandDefinition<
  WorkingGroup | undefined,
  WorkingGroupEvent,
  EstablishWorkingGroup,
  WorkingGroupReference
> = {
  name: 'EstablishWorkingGroup',
  message: EstablishWorkingGroup,
  decider: workingGroupDecider,
  kind: 'fact',
  target: 'new',
  path: '/working-groups',
  tag: 'organisation',
  summary: { da: 'Registrér en arbejdsgruppe (ikke MED)', en: 'Record a working group (not MED)' },
  refusals: [
    'organisation.ends-before-it-starts',
    'organisation.committee-unknown',
    'organisation.unit-unknown',
    'organisation.group-of-two',
  ],
  decide: (_none, message, { reference }) => {
    const { selectionMethod = 'notStated', committeeId = null, unitId = null, ...told } = message;
    endsAfterStart(told.from, told.to);
    if (committeeId !== null && unitId !== null) throw impossible('organisation.group-of-two');
    const history = historyOf(reference.organisation);
    if (committeeId !== null) knownCommittee(history, committeeId);
    if (unitId !== null) knownUnit(history, unitId);
    return [{ type: 'WorkingGroupEstablished', data: { ...told, selectionMethod, committeeId, unitId } }];
  },
};
