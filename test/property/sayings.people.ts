import { plusCalendarDays } from '@rettidig/vocabulary';
import type { Dice } from './dice.js';
import type { Saying } from './saying.js';
import { person } from './town.js';

const term = (dice: Dice): object => ({
  from: dice.around(),
  ...dice.maybe({ to: plusCalendarDays(dice.today(), 40) }),
  ...dice.source(),
});

/** Who has which function, and how people are reached. */
export const peopleSayings: Readonly<Record<string, Saying>> = {
  AppointUnitManager: (dice, { units }) => ({
    message: { unitId: dice.pick(units), personId: person(dice.number(9)), ...term(dice) },
  }),
  AppointSecretariatMember: (dice, { committees }) => ({
    message: { ...dice.maybe({ committeeId: dice.pick(committees) }), personId: person(dice.number(9)), ...term(dice) },
  }),
  NameSubstitute: (dice) => ({
    message: { personId: person(dice.number(9)), substituteId: person(dice.number(9)), ...term(dice) },
  }),
  EndAppointment: (dice, { appointments }) => {
    const appointmentId = dice.pick(appointments);
    return appointmentId === undefined ? undefined : { message: { appointmentId, on: dice.around() } };
  },
  TakeBackAppointment: (dice, { appointments }) => {
    const appointmentId = dice.pick(appointments);
    return appointmentId === undefined ? undefined : { message: { appointmentId, reason: dice.text() } };
  },
  KeepContact: (dice) => ({
    message: {
      personId: person(dice.number(9)),
      address: dice.one([`person-${dice.number(99)}@eksempel.dk`, null, 'ikke en adresse']),
      ...dice.maybe({ language: 'en' }),
    },
  }),
  ChooseNotices: (dice) => ({ message: { notices: dice.one(['atOnce', 'digest', 'none']) } }),
  SetCalendarFeed: (dice) => ({ message: { wanted: dice.yes() } }),
};
