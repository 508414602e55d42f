import type { Decider, EventMetadata, Instant, RecordedEvent, ReferencePart } from '@rettidig/event-sourcing';
import { evolve } from '@rettidig/event-sourcing';
import { organisationTexts } from './free-texts.js';
import type { OrganisationEvent, OrganisationFact } from './organisation.events.js';
import type { Organisation } from './organisation.known.js';
import { organisationPieces } from './organisation.pieces.js';

export type { Organisation } from './organisation.known.js';

const learn =
  <Type extends OrganisationFact['type']>(type: Type) =>
  (before: Organisation, data: object, meta: EventMetadata): Organisation =>
    learned(before, { type, data } as OrganisationFact, meta);

function learned(before: Organisation, fact: OrganisationFact, { recordedAt }: EventMetadata): Organisation {
  const earlier = before.last?.knownAt ?? '';
  const knownAt = recordedAt > earlier ? recordedAt : earlier;
  return { last: { fact, knownAt, before }, keptAside: before.keptAside };
}

/** The one stream of the organisation. Every event is kept as a fact; what follows from them is worked out on reading. */
export const organisationDecider: Decider<Organisation, OrganisationEvent> = {
  category: 'organisation',
  initial: { last: null, keptAside: new Map() },
  evolve: {
    UnitEstablished: learn('UnitEstablished'),
    UnitRenamed: learn('UnitRenamed'),
    UnitMoved: learn('UnitMoved'),
    UnitClosed: learn('UnitClosed'),
    CommitteeEstablished: learn('CommitteeEstablished'),
    CommitteeCoverageChanged: learn('CommitteeCoverageChanged'),
    CommitteeDissolved: learn('CommitteeDissolved'),
    TransitionPeriodDeclared: learn('TransitionPeriodDeclared'),
    SeatCreated: learn('SeatCreated'),
    SeatFilled: learn('SeatFilled'),
    SeatVacated: learn('SeatVacated'),
    StructureCorrected: learn('StructureCorrected'),
    NoLocalCommitteeConfirmed: learn('NoLocalCommitteeConfirmed'),
    TransitionalBodyAgreed: learn('TransitionalBodyAgreed'),
    DecisionPowerDelegated: learn('DecisionPowerDelegated'),
    StructureImportChunk: ({ last, keptAside }, { importId, facts }) => ({
      last,
      keptAside: new Map(keptAside).set(importId, [...(keptAside.get(importId) ?? []), facts]),
    }),
    StructureImported: (organisation, { importId }, meta) => {
      const keptAside = new Map(organisation.keptAside);
      const chunks = keptAside.get(importId) ?? [];
      keptAside.delete(importId);
      return chunks.flat().reduce<Organisation>((known, fact) => learned(known, fact, meta), {
        last: organisation.last,
        keptAside,
      });
    },
  },
};

/** The organisation as every decision may look it up. */
export const organisationPart: ReferencePart<Organisation> = {
  categories: [organisationDecider.category],
  initial: organisationDecider.initial,
  evolve: (organisation: Organisation, event: RecordedEvent) =>
    evolve(organisationDecider, organisation, organisationTexts.placed(event)),
  inPieces: organisationPieces,
};

/** The organisation as it was known at an instant, that instant included. */
export function knownAt(organisation: Organisation, recordedAt: Instant): Organisation {
  let known = organisation;
  while (known.last && known.last.knownAt > recordedAt) known = known.last.before;
  return known;
}
