import type { History } from './history.types.js';

/** The latest name of a unit, or its id: what refusals call it. */
export const nameOfUnit = ({ units }: History, unitId: string): string =>
  units.get(unitId)?.names.at(-1)?.value ?? unitId;

/** The name of a committee, or its id: what refusals call it. */
export const nameOfCommittee = ({ committees }: History, committeeId: string): string =>
  committees.get(committeeId)?.name ?? committeeId;
