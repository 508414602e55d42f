import { idOf, uuidv5, type CommandRequest, type Instant, type Receipt } from '@rettidig/event-sourcing';
import type { Step } from './step.js';
import { story } from './story.js';
import { personas } from './story/people.js';
import { deputyOf, holderOf, seats } from './story/structure.js';

/** What the story is played on: commands that go the same way as everybody's, and a clock that the script sets. */
export interface Stage {
  /** Checks the message as the HTTP edge does, then dispatches. */
  readonly dispatch: (request: CommandRequest) => Promise<Receipt>;
  readonly setClock: (instant: Instant) => void;
  /** Waits until reactions have done what follows from the steps so far. */
  readonly settled: () => Promise<void>;
  readonly savePerson: (personId: string, name: string) => Promise<void>;
  readonly saveAddress: (personId: string, address: string) => Promise<void>;
  readonly saveSeatLabel: (seatId: string, label: string) => Promise<void>;
}

/** The meeting that the story is about: where it is, the demo was played, whatever came in since. */
export const DEMO_MEETING_ID = uuidv5(idOf('demo', 'meeting'), 'stream');

/** Ids of what the steps made, by the steps' keys. */
export type StoryIds = ReadonlyMap<string, string>;

/** Plays the whole story into an empty log. The ids are the same on every machine. */
export async function playStory(stage: Stage): Promise<StoryIds> {
  const ids = new Map<string, string>();
  const etags = new Map<string, string>();
  for (const step of story) {
    stage.setClock(step.at);
    const request = requestOf(step, ids, etags);
    const receipt = await stage.dispatch(request);
    ids.set(step.key, madeBy(step.command, receipt));
    etags.set(step.subject ?? step.key, receipt.etag);
    await stage.settled();
  }
  await savePeople(stage, ids);
  return ids;
}

function requestOf(step: Step, ids: StoryIds, etags: ReadonlyMap<string, string>): CommandRequest {
  const id = (key: string): string => {
    const found = ids.get(key);
    if (!found) throw new Error(`story: no step made ${key} before ${step.key}`);
    return found;
  };
  const ifMatch = step.subject && etags.get(step.subject);
  return {
    command: step.command,
    ...(step.subject ? { subjectId: id(step.subject) } : {}),
    message: step.message(id),
    actor: { id: idOf('persona', step.by), role: step.by },
    commandId: idOf('demo', step.key),
    correlationId: idOf('demo'),
    ...(ifMatch ? { ifMatch } : {}),
    byPerson: true,
  };
}

/** What these commands make lies within a stream; the others make, or are about, the stream's subject. */
const madeWithin: Readonly<Record<string, string>> = {
  EstablishUnit: 'unitId',
  EstablishCommittee: 'committeeId',
  CreateSeat: 'seatId',
  AddAgendaItem: 'itemId',
  AgreeFollowUp: 'followUpId',
  RaiseDemand: 'demandId',
};

/** The id of what a command made. */
function madeBy(command: string, receipt: Receipt): string {
  const field = madeWithin[command];
  if (!field) return receipt.subjectId;
  const id = (receipt.answer as Readonly<Record<string, unknown>>)[field];
  if (typeof id !== 'string') throw new Error(`story: ${command} does not answer its ${field}`);
  return id;
}

/** Roles, not names: the people of the demo are called by what they are. */
async function savePeople(stage: Stage, ids: StoryIds): Promise<void> {
  for (const { personId, name, address } of personas) {
    await stage.savePerson(personId, name);
    await stage.saveAddress(personId, address);
  }
  for (const [index, seat] of seats.entries()) {
    if (!seat.office) await stage.savePerson(holderOf(seat), `Medlem ${index + 1}`);
    if (seat.deputy) await stage.savePerson(deputyOf(seat), `Suppleant for medlem ${index + 1}`);
    await stage.saveSeatLabel(ids.get(`seat-${seat.key}`)!, seat.label);
  }
}
