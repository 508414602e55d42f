import type { CommitteeOn, SeatOn } from '@rettidig/organisation';
import { seatsOn } from '@rettidig/organisation';
import type { CheckedWorld, Finding, StandingCheck } from './standing-check.js';
import { findings, isHeldToForm, text } from './standing-check.js';

/** Committees in force with their seats of the day. */
const seated = ({ structure, organisation, today }: CheckedWorld) =>
  [...structure.committees.values()]
    .filter(({ levelInForce }) => levelInForce)
    .map((committee) => ({ committee, seats: seatsOn(organisation, committee.committeeId, today) }));

const about = ({ committeeId }: CommitteeOn, subjectIds: string[], sentence: Finding['sentence']): Finding => ({
  sentence,
  subjectIds,
  committeeId,
  href: `/committees/${committeeId}`,
});

/** An empty seat of chair or deputy chair is told by the check of the offices. */
const isVacant = ({ personId, office }: SeatOn): boolean =>
  personId === null && office !== 'chair' && office !== 'deputyChair';

export const seatsVacant: StandingCheck = {
  code: 'seatsVacant',
  severity: 'warning',
  what: text('Udvalg med ledige pladser', 'Committees with vacant seats'),
  find: (world) =>
    findings(
      seated(world).flatMap(({ committee, seats }) => {
        const vacant = seats.filter(isVacant).map(({ seatId }) => seatId);
        const { name } = committee;
        const count = vacant.length;
        if (count === 0) return [];
        const sentence = text(
          `${name} har ${count} ${count === 1 ? 'ledig plads' : 'ledige pladser'}.`,
          `${name} has ${count} vacant ${count === 1 ? 'seat' : 'seats'}.`,
        );
        return [about(committee, vacant, sentence)];
      }),
      world,
    ),
};

/** One person in two seats of a committee counts double, and leaves somebody without a voice. */
export const seatsDouble: StandingCheck = {
  code: 'seatsDouble',
  severity: 'error',
  what: text('En person på to pladser i samme udvalg', 'One person in two seats of a committee'),
  find: (world) =>
    findings(
      seated(world).flatMap(({ committee, seats }) => {
        const holders = new Set(seats.flatMap(({ personId }) => (personId === null ? [] : [personId])));
        const sentence = text(
          `Samme person sidder på flere pladser i ${committee.name}.`,
          `The same person holds more than one seat of ${committee.name}.`,
        );
        return [...holders]
          .map((holder) => seats.filter(({ personId }) => personId === holder).map(({ seatId }) => seatId))
          .filter((own) => own.length > 1)
          .map((own) => about(committee, own, sentence));
      }),
      world,
    ),
};

const offices = [
  { office: 'chair', word: text('formand', 'chair') },
  { office: 'deputyChair', word: text('næstformand', 'deputy chair') },
] as const;

/** Without both, minutes cannot be approved and nothing can be settled together (J2, J3). */
export const officesVacant: StandingCheck = {
  code: 'committeeWithoutChairs',
  severity: 'error',
  what: text('Udvalg uden formand eller næstformand', 'Committees without a chair or a deputy chair'),
  find: (world) =>
    findings(
      seated(world)
        .filter(({ committee }) => isHeldToForm(committee))
        .flatMap(({ committee, seats }) =>
          offices
            .filter(({ office }) => !seats.some((seat) => seat.office === office && seat.personId !== null))
            .map(({ word }) =>
              about(
                committee,
                [committee.committeeId],
                text(`${committee.name} har ingen ${word.da}.`, `${committee.name} has no ${word.en}.`),
              ),
            ),
        ),
      world,
    ),
};
