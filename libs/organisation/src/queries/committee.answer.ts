import { Count, Day, FreeText, holdsOn, Id, Ids, ListOf, One, OneOf, SourceOfFact } from '@rettidig/vocabulary';
import { valueOn } from '../dated.js';
import { historyOf } from '../history.js';
import type { CommitteeHistory } from '../history.types.js';
import type { Organisation } from '../organisation.js';
import type { CommitteeKind, CommitteeLevel } from '../organisation.events.js';
import { seatsOn } from '../seats.js';
import type { Structure } from '../structure.js';
import { committeeLevels } from '../structure.js';
import { committeeKinds } from '../words.js';

/** Whether a committee can take a case on a day, and if not, why. */
export const committeeStates = ['inForce', 'levelNotInForce', 'awaitsAgreement', 'notYet', 'ended'] as const;
export type CommitteeState = (typeof committeeStates)[number];

/** From when until when it is agreed that a transitional local committee is in force. */
export class AgreementShown {
  @Id({ description: 'The agreement.' })
  agreementId!: string;

  @Day({ description: 'First day on which it holds.' })
  from!: string;

  @Day({ description: 'First day on which it no longer holds; null while that is open.', nullable: true })
  to!: string | null;

  @One(() => SourceOfFact, { description: 'Where it is known from.', nullable: true })
  source!: SourceOfFact | null;
}

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

  @OneOf(committeeStates, {
    description:
      'Its state on the day. `awaitsAgreement`: a transitional local committee without an agreement in force; its cases go up (B5).',
  })
  state!: CommitteeState;

  @Ids({ description: 'Committees that it took the place of.' })
  predecessors!: string[];

  @Ids({ description: 'Committees that took its place.' })
  successors!: string[];

  @ListOf(() => AgreementShown, { description: 'Agreements on it as a transitional body, the first one first.' })
  agreements!: AgreementShown[];

  @Count({ description: 'Its seats on the day.' })
  seats!: number;
}

export const stateOn = ({ validity, committeeId }: CommitteeHistory, structure: Structure): CommitteeState => {
  const committee = structure.committees.get(committeeId);
  if (committee) return committee.levelInForce ? 'inForce' : 'levelNotInForce';
  if (structure.validOn < validity.from) return 'notYet';
  return holdsOn(validity, structure.validOn) ? 'awaitsAgreement' : 'ended';
};

/** A committee as it is on the day of a structure, whether it exists then or not. */
export function showCommittee(one: CommitteeHistory, structure: Structure, organisation: Organisation): CommitteeShown {
  const { committeeId, name, level, kind, parentId, validity, coverage, predecessors, agreements } = one;
  const followers = [...historyOf(organisation).committees.values()].filter((other) =>
    other.predecessors.includes(committeeId),
  );
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
    predecessors: [...predecessors],
    successors: followers.map((follower) => follower.committeeId),
    agreements: agreements.map(({ agreementId, term, source = null }) => ({ agreementId, ...term, source })),
    seats: seatsOn(organisation, committeeId, structure.validOn).length,
  };
}
