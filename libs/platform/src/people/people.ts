import { idOf, type Act } from '@rettidig/event-sourcing';
import { FreeText, Id } from '@rettidig/vocabulary';
import { ActDone } from '../acts/done.js';

class RegisterPerson {
  @Id({
    description: 'The person; left out for somebody new, who then gets an id.',
    example: 'f3f5e7a0-7d0e-5a63-9d6c-1f6b8c6f7f11',
    optional: true,
  })
  personId?: string;

  @FreeText({
    description: 'The name to show for the id. It can be corrected and erased, and never enters the log.',
    example: 'Kim Eksempel',
    max: 200,
  })
  name!: string;
}

class LabelSeat {
  @Id({ description: 'The seat.', example: '5d0f0f70-4f55-5b0e-8f1c-3c2a9a7b6d21' })
  seatId!: string;

  @FreeText({
    description: 'What the seat stands for: constituency, staff group or organisation. Kept outside the log.',
    example: 'Plads 3, medarbejdersiden',
    max: 200,
  })
  label!: string;
}

export const registerPerson: Act<RegisterPerson, ActDone> = {
  name: 'RegisterPerson',
  message: RegisterPerson,
  path: '/people',
  tag: 'people',
  summary: { da: 'Registrér en persons navn', en: 'Register or correct the name of a person' },
  answer: ActDone,
  act: async ({ personId = '', name }, { privateStore }, { commandId }) => {
    const id = personId === '' ? idOf('person', commandId) : personId.toLowerCase();
    await privateStore.namePerson(id, name);
    return { id };
  },
};

export const labelSeat: Act<LabelSeat, ActDone> = {
  name: 'LabelSeat',
  message: LabelSeat,
  path: '/seats/{seatId}/label',
  tag: 'people',
  summary: { da: 'Giv en plads en betegnelse', en: 'Say what a seat stands for' },
  answer: ActDone,
  act: async ({ seatId, label }, { privateStore }) => {
    await privateStore.labelSeat(seatId, label);
    return { id: seatId };
  },
};
