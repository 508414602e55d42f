import type { Decider, EventMetadata } from '@rettidig/event-sourcing';
import type { LocalDate } from '@rettidig/vocabulary';
import { dayOf } from '@rettidig/vocabulary';
import type { PossibleMissEvent } from './possible-miss.events.js';

/** What one of the two chairs said: that it needs nothing. */
interface Dismissal {
  readonly office: 'chair' | 'deputyChair';
  /** Who said so: two offices in one hand are not two people. */
  readonly by: string;
}

/** What a suspicion follows from, without its words: decisions never look at free text. */
interface Suspicion {
  readonly fingerprint: string;
  readonly listsVersion: string;
}

/** Something that may have needed MED, as far as a decision must know it. */
export interface PossibleMiss {
  /** The day on which the question was put, or came back. */
  readonly since: LocalDate;
  readonly suspicion: Suspicion | null;
  /** Who of the two chairs dismissed what stands now. */
  readonly said: readonly Dismissal[];
  readonly dismissed: boolean;
  /** The cases that name it as their origin. */
  readonly caseIds: readonly string[];
  /** Those of them that owe or owed MED something. Without any it is still a question. */
  readonly withDuty: readonly string[];
}

const asked = ({ recordedAt }: EventMetadata): PossibleMiss => ({
  since: dayOf(recordedAt),
  suspicion: null,
  said: [],
  dismissed: false,
  caseIds: [],
  withDuty: [],
});

/** A step on one that is there; on a stream that does not begin with a question nothing happens. */
const later =
  <Data>(change: (miss: PossibleMiss, data: Data, meta: EventMetadata) => Partial<PossibleMiss>) =>
  (miss: PossibleMiss | undefined, data: Data, meta: EventMetadata): PossibleMiss | undefined =>
    miss && { ...miss, ...change(miss, data, meta) };

/** What the chairs said before is no answer to what comes back once the duty is gone. */
const dutyIn = (miss: PossibleMiss, caseId: string): Partial<PossibleMiss> => ({
  withDuty: [...miss.withDuty, caseId],
  said: [],
  dismissed: false,
});

/** Before somebody asks there is none. */
export const possibleMissDecider: Decider<PossibleMiss | undefined, PossibleMissEvent> = {
  category: 'possibleMiss',
  initial: undefined,
  evolve: {
    PossibleMissReported: (_none, _data, meta) => asked(meta),
    // A dismissal covers the wording that it was given for: what one chair said of another one lapses.
    UnregisteredChangeSuspected: (before, { fingerprint, listsVersion }, meta) => {
      const miss = before ?? asked(meta);
      const said = miss.dismissed || miss.suspicion?.fingerprint === fingerprint ? miss.said : [];
      return { ...miss, said, suspicion: { fingerprint, listsVersion } };
    },
    PossibleMissConfirmed: later((miss, { caseId, hasDuty = true }) => ({
      caseIds: [...miss.caseIds, caseId],
      ...(hasDuty && dutyIn(miss, caseId)),
    })),
    ConfirmedCaseReassessed: later((miss, { caseId, hasDuty }, { recordedAt }) =>
      hasDuty
        ? dutyIn(miss, caseId)
        : { since: dayOf(recordedAt), withDuty: miss.withDuty.filter((one) => one !== caseId) },
    ),
    PossibleMissDismissed: later((miss, { office, byBoth }, { actor }) => ({
      said: [...miss.said.filter((one) => one.office !== office), { office, by: actor.id }],
      dismissed: byBoth,
    })),
    PossibleMissReopened: later((_miss, _data, { recordedAt }) => ({
      since: dayOf(recordedAt),
      dismissed: false,
      said: [],
    })),
    DismissalRechecked: (miss) => miss,
  },
};
