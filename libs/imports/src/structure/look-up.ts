import type { Extract } from '@rettidig/documents';
import type { Contact, QueryContext } from '@rettidig/event-sourcing';
import type { Functions, Organisation } from '@rettidig/organisation';
import { peopleToAsk } from './people-to-ask.js';

/** What a structure file is planned against. */
export interface StructureReference {
  readonly organisation: Organisation;
  readonly functions: Functions;
}

/** What is looked up beside names and labels. */
export interface FoundForStructure {
  readonly contacts: ReadonlyMap<string, Contact>;
}

/** Asks for all that is kept outside the log of what a file speaks of. */
export async function askForPeople(
  extract: Extract,
  { people, contacts, reference }: Pick<QueryContext, 'people' | 'contacts' | 'reference'>,
): Promise<FoundForStructure> {
  const ids = peopleToAsk(extract, (reference as StructureReference).organisation);
  const [known] = await Promise.all([contacts(ids), people(ids)]);
  return { contacts: known };
}
