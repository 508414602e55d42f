import { Count, Flag, FreeText, Id, ListOf, Pattern } from '@rettidig/vocabulary';

/** How a what-if stands that is worked out in the background. */
export class WhatIfJobBegun {
  @Id({
    description:
      'Ask for it at `/what-if/jobs/{id}`; every process of the installation answers, whichever of them works on it.',
  })
  id!: string;
}

/** What drafts were done, in their order. */
export class WhatIfApplied {
  @Count({ description: 'How many drafts are done.' })
  done!: number;

  @FreeText({ description: 'Send it as `Consistent-With` to see them in every answer.', max: 200 })
  position!: string;

  @Flag({
    description:
      'Whether nobody else recorded anything between the last look, at which it still came to what `basis` names, and the last draft: then exactly that follows. When false, the drafts are done all the same, and something else may follow: look at the plans. Null when the request came again or went on after an interruption, for what it looked at is not known any more.',
    nullable: true,
  })
  appliedExactly!: boolean | null;

  @Count({ description: 'How many facts others recorded in between; null like `appliedExactly`.', nullable: true })
  recordedMeanwhile!: number | null;
}

/** The answers of a what-if, for the kind of thing that turns. */
export function answersFor<Item extends object>(item: new () => Item) {
  class WhatIfAnswer {
    @Pattern(/^[0-9a-f-]{36}$/, {
      description:
        'Names what comes out. Apply the same drafts at it to get exactly this, or to be told that it is another by now.',
      example: '5d3bd0f5-5c0e-4f43-9d2b-000000000001',
    })
    basis!: string;

    @Count({ description: 'How many cases were looked at.' })
    touched!: number;

    @ListOf(() => item, { description: 'What turns out otherwise.', max: 100_000 })
    items!: Item[];

    @Count({ description: 'How many there are.' })
    total!: number;
  }

  class WhatIfJob {
    @Id({ description: 'The job.' })
    id!: string;

    @Flag({
      description:
        'Whether it has ended: with an answer, or with nothing (`refused`). When its process ended before it, that shows at the latest in the second answer that a process gives, a minute after its first.',
    })
    ended!: boolean;

    @Count({
      description:
        'How many cases have been looked at, up to ten seconds ago when another process has it in hand; null when that is not known, or it has ended.',
      nullable: true,
    })
    done!: number | null;

    @Count({
      description: 'How many are to be looked at; null while that is not known, or when it has ended.',
      nullable: true,
    })
    touched!: number | null;

    @Pattern(/^[0-9a-f-]{36}$/, {
      description: 'Names what came out; null until then.',
      example: '5d3bd0f5-5c0e-4f43-9d2b-000000000001',
      nullable: true,
    })
    basis!: string | null;

    @Pattern(/^[a-z.-]+$/, {
      description:
        'Why nothing came out, as a code; null when something did. `what-if.lost`: the process that worked on it ended before it did; begin it anew with another Idempotency-Key. `what-if.failed`: it broke off by a fault of the service.',
      example: 'meeting.already-held',
      nullable: true,
    })
    refused!: string | null;

    @ListOf(() => item, { description: 'A page of what turns out otherwise; empty until it has ended.', max: 200 })
    items!: Item[];

    @Count({ description: 'How many there are; null until it has ended.', nullable: true })
    total!: number | null;
  }
  return { WhatIfAnswer, WhatIfJob };
}
