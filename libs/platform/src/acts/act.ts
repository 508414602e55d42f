import type { Engine, PrivateStore, Text } from '@rettidig/event-sourcing';

/** What an act may use. */
export interface ActTools {
  readonly privateStore: PrivateStore;
  readonly engine: Engine;
}

/**
 * Something that is done without entering the log: on what must be erasable (names of people, labels of seats), or on
 * what can be made again (views). Done again it does the same.
 */
export interface Act<Message extends object> {
  /** Also its name in the access table. */
  readonly name: string;
  readonly message: new () => Message;
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: Text;
  /** What the id in its answer names, for the API's documentation. */
  readonly answers: string;
  /** Does it and answers the id of what it was done to. */
  readonly act: (message: Message, tools: ActTools, commandId: string) => Promise<string>;
}

/** An act of any message. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the list holds acts with different messages
export type AnyAct = Act<any>;
