import { Count, Day, FreeText, Id, Ids, OneOf } from '@rettidig/vocabulary';
import type { CommitteeHistory } from '../history.js';
import { valueOn } from '../history.js';
import type { Organisation } from '../organisation.js';
import type { CommitteeKind, CommitteeLevel } from '../organisation.events.js';
import { seatsOn } from '../seats.js';
import type { Structure } from '../structure.js';
import { committeeLevels } from '../structure.js';
import { committeeKinds } from '../words.js';

/** Whether a committee can take a case on a day, and if not, why. */
export const committeeStates = ['inForce', 'levelNotInForce', 'notYet', 'ended'] as const;
export type CommitteeState = (typeof committeeStates)[number];

/** A committee as lists and the structure show it. */
export class CommitteeShown {
  @Id({ description: 'The committee.' })
  committeeId!: string;

  @FreeText({ description: 'Its name.', max: 200 })
  name!: string;

  @OneOf(committeeLevels, { description: 'Its level.' })
  level!: CommitteeLevel;

  @OneOf(committeeKinds, { description: 'Its kind.' })
  kind!: CommitteeKind;

  @Ids({ description: 'Units it covers on the day, each with everything below it.', max: 500 })
  covers!: string[];

  @Id({ description: 'The committee above it.', nullable: true })
  parentId!: string | null;

  @Day({ description: 'First day on which it exists.' })
  validFrom!: string;

  @Day({ description: 'First day on which it no longer exists; null while that is open.', nullable: true })
  validTo!: string | null;

  @OneOf(committeeStates, { description: 'Its state on the day.' })
  state!: CommitteeState;

  @Count({ description: 'Its seats on the day.' })
  seats!: number;
}

export const stateOn = ({ validity, committeeId }: CommitteeHistory, structure: Structure): CommitteeState => {
  const committee = structure.committees.get(committeeId);
  if (committee) return committee.levelInForce ? 'inForce' : 'levelNotInForce';
  return structure.validOn < validity.from ? 'notYet' : 'ended';
};

/** A committee as it is on the day of a structure, whether it exists then or not. */
export function showCommittee(one: CommitteeHistory, structure: Structure, organisation: Organisation): CommitteeShown {
  const { committeeId, name, level, kind, parentId, validity, coverage } = one;
  const day = structure.validOn < validity.from ? validity.from : structure.validOn;
  return {
    committeeId,
    name,
    level,
    kind,
    covers: [...(valueOn(coverage, day) ?? [])],
    parentId,
    validFrom: validity.from,
    validTo: validity.to,
    state: stateOn(one, structure),
    seats: seatsOn(organisation, committeeId, structure.validOn).length,
  };
}
