import { idOf } from '@rettidig/event-sourcing';
import { contextOf, decision } from '@rettidig/event-sourcing/testing';
import type { OrganisationEvent } from '../organisation.events.js';
import { filled, id, organisationOf, seat, small } from '../testing/facts.js';
import type { CreateSeat } from './create-seat.js';
import { createSeat } from './create-seat.js';
import { fillSeat } from './fill-seat.js';
import { vacateSeat } from './vacate-seat.js';

const reference = {};
const chair = seat('chair', 'main', { side: 'management', office: 'chair', representativeKind: 'manager' });
const deputy = seat('deputy', 'main', { office: 'deputyChair' });

describe('creating a seat', () => {
  const message: CreateSeat = {
    committeeId: id('main'),
    side: 'employees',
    office: 'deputyChair',
    representativeKind: 'unionRepresentative',
    from: '2026-01-01',
  };
  const creating = decision(createSeat, { reference, commandId: idOf('c') }).given(...small, chair);

  it('gives it an id that follows from the command', () => {
    creating.when(message).then({ type: 'SeatCreated', data: { seatId: idOf(idOf('c'), 'seat'), ...message } });
  });

  it('takes the chair from management and the deputy chair from the employees', () => {
    creating.when({ ...message, side: 'management' }).thenRefused('organisation.office-of-other-side');
    creating.when({ ...message, office: 'chair' }).thenRefused('organisation.office-of-other-side');
    creating.when({ ...message, office: 'secretary', side: 'management' }).thenTypes('SeatCreated');
  });

  it('refuses a second chair, and committees that are not there on the day', () => {
    creating.when({ ...message, office: 'chair', side: 'management' }).thenRefused('organisation.chair-exists');
    creating.when({ ...message, committeeId: id('nowhere') }).thenRefused('organisation.committee-unknown');
    creating.when({ ...message, from: '2024-01-01' }).thenRefused('organisation.committee-not-there');
  });
});

describe('filling a seat', () => {
  const message = { seatId: id('deputy'), personId: id('second'), from: '2026-06-01' };
  const given = [...small, deputy, filled('deputy', 'first', '2025-01-01', '2026-06-01')];

  it('follows upon a term whose end is known, and accepts an end of its own', () => {
    decision(fillSeat, { reference })
      .given(...given)
      .when(message)
      .then({ type: 'SeatFilled', data: message });
    decision(fillSeat, { reference })
      .given(...given)
      .when({ ...message, to: '2026-12-31' })
      .thenTypes('SeatFilled');
  });

  it('refuses a term that has a day in common with another', () => {
    const filling = decision(fillSeat, { reference }).given(...given);
    filling.when({ ...message, from: '2026-05-31' }).thenRefused('organisation.seat-taken');
    filling.when({ ...message, from: '2025-02-01', to: '2025-03-01' }).thenRefused('organisation.seat-taken');
    decision(fillSeat, { reference })
      .given(...small, deputy, filled('deputy', 'first', '2026-01-01'))
      .when({ ...message, from: '2025-06-01' })
      .thenRefused('organisation.seat-taken');
  });

  it('refuses a seat that nobody knows, a term before the seat, and an end before the start', () => {
    const filling = decision(fillSeat, { reference }).given(...given);
    filling.when({ ...message, seatId: id('nowhere') }).thenRefused('organisation.seat-unknown');
    filling.when({ ...message, from: '2024-12-31', to: '2025-01-01' }).thenRefused('organisation.seat-not-there');
    filling.when({ ...message, to: '2026-06-01' }).thenRefused('organisation.ends-before-it-starts');
  });

  it('tells the access table what the actor is in the committee of the seat', () => {
    const organisation = organisationOf([...small, deputy, filled('deputy', 'first', '2025-01-01')]);
    const context = contextOf({ reference, actor: { id: id('first'), role: 'deputyChair' } });
    expect(fillSeat.resource?.(organisation, message, context)).toEqual({
      offices: ['deputyChair', 'member', 'employeeSide'],
    });
    expect(fillSeat.resource?.(organisation, { ...message, seatId: id('nowhere') }, context)).toEqual({});
  });
});

describe('vacating a seat', () => {
  const message = { seatId: id('deputy'), on: '2026-06-01' };
  const vacated: OrganisationEvent = { type: 'SeatVacated', data: message };

  it('is known before it takes effect, and leaves the seat free for a successor', () => {
    const given = [...small, deputy, filled('deputy', 'first', '2025-01-01')];
    decision(vacateSeat, { reference })
      .given(...given)
      .when(message)
      .then(vacated);
    decision(fillSeat, { reference })
      .given(...given, vacated)
      .when({ seatId: id('deputy'), personId: id('second'), from: '2026-06-01' })
      .thenTypes('SeatFilled');
  });

  it('refuses when nobody holds it then or later', () => {
    decision(vacateSeat, { reference })
      .given(...small, deputy)
      .when(message)
      .thenRefused('organisation.seat-vacant');
    decision(vacateSeat, { reference })
      .given(...small, deputy, filled('deputy', 'first', '2025-01-01'), vacated)
      .when(message)
      .thenRefused('organisation.seat-vacant');
  });
});
