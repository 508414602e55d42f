import type { PrivateStore, Text } from '@rettidig/event-sourcing';
import { idOf } from '@rettidig/event-sourcing';
import { FreeText, Id } from '@rettidig/vocabulary';

/**
 * An act on what must be erasable and therefore never enters the log: names of people, labels of seats. Done again it
 * does the same.
 */
export interface PrivateAct<Message extends object> {
  /** Also its name in the access table. */
  readonly name: string;
  readonly message: new () => Message;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: Text;
  /** Does it and answers the id of what it was done to. */
  readonly act: (message: Message, store: PrivateStore, commandId: string) => Promise<string>;
}

export class RegisterPerson {
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

export class LabelSeat {
  @Id({ description: 'The seat.', example: '5d0f0f70-4f55-5b0e-8f1c-3c2a9a7b6d21' })
  seatId!: string;

  @FreeText({
    description: 'What the seat stands for: constituency, staff group or organisation. Kept outside the log.',
    example: 'Plads 3, medarbejdersiden',
    max: 200,
  })
  label!: string;
}

const registerPerson: PrivateAct<RegisterPerson> = {
  name: 'RegisterPerson',
  message: RegisterPerson,
  path: '/people',
  tag: 'people',
  summary: { da: 'Registrér en persons navn', en: 'Register or correct the name of a person' },
  act: async ({ personId = '', name }, store, commandId) => {
    const id = personId === '' ? idOf('person', commandId) : personId.toLowerCase();
    await store.namePerson(id, name);
    return id;
  },
};

const labelSeat: PrivateAct<LabelSeat> = {
  name: 'LabelSeat',
  message: LabelSeat,
  path: '/seats/{seatId}/label',
  tag: 'people',
  summary: { da: 'Giv en plads en betegnelse', en: 'Say what a seat stands for' },
  act: async ({ seatId, label }, store) => {
    await store.labelSeat(seatId, label);
    return seatId;
  },
};

/** An act of any message. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the list holds acts with different messages
export type AnyPrivateAct = PrivateAct<any>;

export const privateActs: readonly AnyPrivateAct[] = [registerPerson, labelSeat];
