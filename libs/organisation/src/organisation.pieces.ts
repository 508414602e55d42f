import type { ReferencePart } from '@rettidig/event-sourcing';
import type { Organisation } from './organisation.known.js';

/** Facts of one piece: few enough that a piece is copied in about a millisecond. */
const FACTS = 500;

/** A fact as it stands in a row: with what was kept aside before it in the place of all that was known before it. */
interface Row extends Omit<NonNullable<Organisation['last']>, 'before'> {
  readonly keptAsideBefore: Organisation['keptAside'];
}

/** What was kept aside at last, or facts in order. */
type Piece = Pick<Organisation, 'keptAside'> | readonly Row[];

/** Values hang on each other like the links of a chain, too deep to be copied whole: a snapshot lays them out in a row. */
export const organisationPieces: NonNullable<ReferencePart<Organisation>['inPieces']> = {
  *split({ last, keptAside }): Generator<Piece> {
    yield { keptAside };
    const rows: Row[] = [];
    for (let known = last; known; known = known.before.last) {
      const { fact, knownAt, before } = known;
      rows.push({ fact, knownAt, keptAsideBefore: before.keptAside });
    }
    rows.reverse();
    for (let from = 0; from < rows.length; from += FACTS) yield rows.slice(from, from + FACTS);
  },
  join(pieces) {
    const [{ keptAside }, ...rows] = pieces as [Pick<Organisation, 'keptAside'>, ...(readonly Row[])[]];
    let last: Organisation['last'] = null;
    for (const { fact, knownAt, keptAsideBefore } of rows.flat())
      last = { fact, knownAt, before: { last, keptAside: keptAsideBefore } };
    return { last, keptAside };
  },
};
