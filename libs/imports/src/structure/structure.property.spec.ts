import { evolve, idOf, Refused } from '@rettidig/event-sourcing';
import { contextOf, metadata } from '@rettidig/event-sourcing/testing';
import type { Organisation, OrganisationEvent } from '@rettidig/organisation';
import { organisationDecider, organisationFeature, seatsOn, structureOn } from '@rettidig/organisation';
import { plusCalendarDays } from '@rettidig/vocabulary';
import fc from 'fast-check';
import { after, organisationOf, planned, tableOf } from '../testing/structure-files.js';

const DAYS = ['2025-01-01', '2025-06-01', '2026-01-01', '2026-06-01', '2027-01-01'];
const aDay = fc.constantFrom(...DAYS);

interface UnitSaid {
  readonly parent: number;
  readonly from: string;
  readonly to: string | undefined;
}
const aUnit: fc.Arbitrary<UnitSaid> = fc.record({
  parent: fc.nat(12),
  from: aDay,
  to: fc.option(aDay, { nil: undefined }),
});
const aCommittee = fc.record({
  covers: fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }),
  from: aDay,
  to: fc.option(aDay, { nil: undefined }),
});
const aSeat = fc.record({ committee: fc.nat(6), from: aDay, management: fc.boolean() });

/** Does what a person would do; false when it is refused. */
class ByHand {
  organisation: Organisation = organisationOf([]);

  does(command: string, message: object, id = ''): boolean {
    const { decide } = organisationFeature.commands.find(({ name }) => name === command)!;
    try {
      const context = { ...contextOf({ reference: {} }), newId: () => id };
      const events = decide(this.organisation, message, context) as readonly OrganisationEvent[];
      this.organisation = events.reduce<Organisation>(
        (known, event) => evolve(organisationDecider, known, { ...event, meta: metadata() }),
        this.organisation,
      );
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }
}

/** As people write the end of a period in a file: its last day. */
const lastDay = (end: string | undefined): string => (end === undefined ? '' : plusCalendarDays(end, -1));

/** The rows of units that a person could make, in words of a file. */
function unitsByHand(hand: ByHand, said: readonly UnitSaid[]): string[] {
  const made = said.flatMap(({ parent, from, to }, at) => {
    const above = at === 0 || parent >= at ? null : parent;
    const message = {
      name: `Enhed ${at}`,
      parentId: above === null ? null : idOf('unit', String(above)),
      validFrom: from,
    };
    return hand.does('EstablishUnit', message, idOf('unit', String(at))) ? [{ at, above, from, to }] : [];
  });
  const closed = new Set(
    made
      .toReversed()
      .filter(({ at, to }) => to !== undefined && hand.does('CloseUnit', { unitId: idOf('unit', String(at)), on: to }))
      .map(({ at }) => at),
  );
  return made.map(
    ({ at, above, from, to }) => `${at};Enhed ${at};${above ?? ''};${from};${closed.has(at) ? lastDay(to) : ''}`,
  );
}

function committeesByHand(
  hand: ByHand,
  said: readonly { covers: number[]; from: string; to: string | undefined }[],
): string[] {
  return said.flatMap(({ covers, from, to }, at) => {
    const main = at === 0;
    const message = {
      ...{
        name: `Udvalg ${at}`,
        level: main ? 'main' : 'local',
        kind: main ? 'main' : 'local',
        parentId: null,
        validFrom: from,
      },
      ...{ covers: [...new Set(covers)].map((unit) => idOf('unit', String(unit))), ...(to && { validTo: to }) },
    };
    const done = hand.does('EstablishCommittee', message, idOf('committee', String(at)));
    const [level, kind] = main ? ['hoved', 'HovedMED'] : ['lokal', 'LokalMED'];
    return done
      ? [`${at};Udvalg ${at};${level};${kind};${[...new Set(covers)].join(',')};;${from};${lastDay(to)}`]
      : [];
  });
}

function seatsByHand(
  hand: ByHand,
  said: readonly { committee: number; from: string; management: boolean }[],
): string[] {
  return said.flatMap(({ committee, from, management }, at) => {
    const side = management ? 'management' : 'employees';
    const kind = management ? 'manager' : 'unionRepresentative';
    const message = { committeeId: idOf('committee', String(committee)), side, representativeKind: kind, from };
    const done = hand.does('CreateSeat', message, idOf('seat', String(at)));
    return done ? [`${at};${committee};${side};;${kind};${from}`] : [];
  });
}

it('is the structure that a person would make by hand, on any day; and twice is once', () => {
  fc.assert(
    fc.property(
      fc.array(aUnit, { minLength: 1, maxLength: 12 }),
      fc.array(aCommittee, { maxLength: 6 }),
      fc.array(aSeat, { maxLength: 8 }),
      fc.func(fc.integer()),
      (units, committees, seats, dice) => {
        const hand = new ByHand();
        const shuffled = (rows: readonly string[]) => rows.toSorted((a, b) => dice(a) - dice(b));
        const files = [
          ['enhedsnummer;navn;overenhed;gyldig fra;gyldig til og med', ...shuffled(unitsByHand(hand, units))],
          [
            'udvalgsnummer;navn;niveau;art;dækker enheder;overudvalg;gyldig fra;gyldig til',
            ...shuffled(committeesByHand(hand, committees)),
          ],
          ['pladsnummer;udvalgsnummer;side;hverv;repræsentantart;gyldig fra', ...shuffled(seatsByHand(hand, seats))],
        ].filter(({ length }) => length > 1);
        let organisation = organisationOf([]);
        for (const file of files) {
          const plan = planned(tableOf(...file), organisation);
          expect(plan.obstacle).toBeUndefined();
          organisation = after(organisation, plan);
          const again = planned(tableOf(...file), organisation);
          expect([again.obstacle, again.steps]).toEqual([undefined, []]);
        }
        for (const day of ['2024-12-31', ...DAYS, '2030-01-01']) {
          const [imported, byHand] = [structureOn(organisation, day), structureOn(hand.organisation, day)];
          expect(plainly(imported)).toEqual(plainly(byHand));
          for (const committeeId of byHand.committees.keys())
            expect(new Set(seatsOn(organisation, committeeId, day))).toEqual(
              new Set(seatsOn(hand.organisation, committeeId, day)),
            );
        }
      },
    ),
    { numRuns: 150 },
  );
});

/** Without the order in which things were told. */
const plainly = ({ units, committees, successors, ...rest }: ReturnType<typeof structureOn>) => ({
  ...rest,
  units: Object.fromEntries(units),
  committees: Object.fromEntries(committees),
  successors: Object.fromEntries(successors),
});
