import { lastFew } from './last-few.js';
import type { Organisation } from './organisation.js';
import type { CommitteeLevel, Correction, OrganisationFact } from './organisation.events.js';

/**
 * What was ever said to belong together, whenever it holds and whether or not it was corrected since: wider than any
 * structure of a day, so that nothing that once followed from it is overlooked.
 */
export interface Links {
  /** Units that were said to stand directly above a unit. */
  readonly above: ReadonlyMap<string, ReadonlySet<string>>;
  /** Units that were said to stand directly below a unit. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  /** Units that a committee was said to cover. */
  readonly covers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Committees that were said to cover a unit. */
  readonly coveredBy: ReadonlyMap<string, ReadonlySet<string>>;
  /** Units that a unit was said to have taken over from. */
  readonly tookOverFrom: ReadonlyMap<string, ReadonlySet<string>>;
  /** Units that were said to stand at the top. */
  readonly tops: ReadonlySet<string>;
  /** Committees that were said to be the main one. */
  readonly mains: ReadonlySet<string>;
  /** The committee that an agreement is about. */
  readonly agreedOn: ReadonlyMap<string, string>;
}

type Readers = {
  readonly [Type in OrganisationFact['type']]?: (data: Extract<OrganisationFact, { type: Type }>['data']) => void;
};
type Pairs = Map<string, Set<string>>;

class LinksBeingRead implements Links {
  readonly above: Pairs = new Map();
  readonly below: Pairs = new Map();
  readonly covers: Pairs = new Map();
  readonly coveredBy: Pairs = new Map();
  readonly tookOverFrom: Pairs = new Map();
  readonly tops = new Set<string>();
  readonly mains = new Set<string>();
  readonly agreedOn = new Map<string, string>();

  private readonly readers: Readers = {
    UnitEstablished: ({ unitId, parentId }) => this.stands(unitId, parentId),
    UnitMoved: ({ unitId, parentId }) => this.stands(unitId, parentId),
    UnitClosed: ({ unitId, successors }) => this.followed(unitId, successors),
    CommitteeEstablished: ({ committeeId, level, covers }) => {
      this.at(committeeId, level);
      this.covering(committeeId, covers);
    },
    CommitteeCoverageChanged: ({ committeeId, covers }) => this.covering(committeeId, covers),
    TransitionalBodyAgreed: ({ agreementId, committeeId }) => void this.agreedOn.set(agreementId, committeeId),
    StructureCorrected: ({ correction }) => this.corrected(correction),
  };

  read({ type, data }: OrganisationFact): void {
    (this.readers[type] as ((data: object) => void) | undefined)?.(data);
  }

  private corrected({ what, id, isNow }: Correction): void {
    if (isNow === null) return;
    if (what === 'unitParent' && isNow.parentId !== undefined) this.stands(id, isNow.parentId);
    if (what === 'unitClosing') this.followed(id, isNow.successors ?? []);
    if (what === 'committee') this.at(id, isNow.level);
    if (what === 'coverage') this.covering(id, isNow.covers ?? []);
  }

  private at(committeeId: string, level: CommitteeLevel | undefined): void {
    if (level === 'main') this.mains.add(committeeId);
  }

  private stands(unitId: string, parentId: string | null): void {
    if (parentId === null) this.tops.add(unitId);
    else both(this.above, this.below, unitId, parentId);
  }

  private followed(unitId: string, successors: readonly string[]): void {
    for (const successor of successors) pair(this.tookOverFrom, successor, unitId);
  }

  private covering(committeeId: string, covers: readonly string[]): void {
    for (const unitId of covers) both(this.covers, this.coveredBy, committeeId, unitId);
  }
}

function pair(pairs: Pairs, one: string, other: string): void {
  pairs.set(one, (pairs.get(one) ?? new Set()).add(other));
}

function both(there: Pairs, back: Pairs, one: string, other: string): void {
  pair(there, one, other);
  pair(back, other, one);
}

/** The links of an organisation. Kept for the latest few, like its history. */
export const linksOf = ({ last }: Organisation): Links => linksSince(last);

const linksSince = lastFew(4, (last: Organisation['last']): Links => {
  const links = new LinksBeingRead();
  for (let known = last; known; known = known.before.last) links.read(known.fact);
  return links;
});

/** Some ids with all that is reached from them over a link, again and again. */
export function reaching(ids: Iterable<string>, link: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const reached = new Set(ids);
  for (const one of reached) for (const next of link.get(one) ?? []) reached.add(next);
  return reached;
}
