import type { Contact, ContactChange } from './contact.js';
import type { KeptDocument, PersonCard } from './query.js';
import { KeyRing } from './sealing.js';

/**
 * All that must be erasable and therefore never enters the log: keys of sealed texts, names and addresses of people,
 * uploaded documents, and the labels of seats (a union or a constituency, which tells of a membership: GDPR article 9). Every
 * adapter passes the suite in `testing/private-store-contract.ts`.
 */
export abstract class PrivateStore extends KeyRing {
  /** Destroys the key of a scope, on disk too. What it sealed reads as erased from now on, in every backup's log. */
  abstract eraseKey(scope: string): Promise<void>;

  abstract namePerson(personId: string, name: string): Promise<void>;
  /** Name, address, preferences and the token of the calendar feed. */
  abstract erasePerson(personId: string): Promise<void>;

  abstract labelSeat(seatId: string, label: string): Promise<void>;
  abstract eraseSeatLabel(seatId: string): Promise<void>;

  /** Names and labels by id, in one write: thousands of them, out of a file, cost as much as one. */
  abstract keepCards(people: ReadonlyMap<string, string>, seats: ReadonlyMap<string, string>): Promise<void>;

  /** Names of people and labels of seats by id; ids that nothing is known about are left out. */
  abstract people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>>;

  /** How people can be reached and want to be, by id, in one write. What a change does not name stays as it was. */
  abstract keepContacts(changes: ReadonlyMap<string, ContactChange>): Promise<void>;
  keepContact(personId: string, change: ContactChange): Promise<void> {
    return this.keepContacts(new Map([[personId, change]]));
  }
  /** By id; ids that nothing is known about are left out. */
  abstract contacts(ids: readonly string[]): Promise<ReadonlyMap<string, Contact>>;

  /** What a person's calendar feed is found by, a hash of its token; null takes it away. */
  abstract keepFeed(personId: string, tokenHash: string | null): Promise<void>;
  /** Whose calendar feed it is; undefined for one that never was or was taken away. */
  abstract personOfFeed(tokenHash: string): Promise<string | undefined>;

  /** Keeps a document under its id. What is kept already stays as it is: the id follows from the bytes. */
  abstract keepDocument(id: string, document: KeptDocument, bytes: Uint8Array): Promise<void>;
  abstract document(id: string): Promise<KeptDocument | undefined>;
  /** The bytes as they came; undefined when there is no such document. */
  abstract documentBytes(id: string): Promise<Uint8Array | undefined>;
  abstract eraseDocument(id: string): Promise<void>;

  /** True before the first key: beside a log with events it means that the keys were lost. */
  abstract hasNoKeys(): Promise<boolean>;

  /** How the store stands, without asking it: for `/readyz`. */
  abstract status(): PrivateStoreStatus;

  /** Lets go of files and connections; whoever asks afterwards is told `store.stopping`. */
  abstract close(): Promise<void>;
}

/** How a private store stands. */
export interface PrivateStoreStatus {
  /** The code of what stands in the way (`private.unreachable`), null while it answers. */
  readonly trouble: string | null;
}
