import { playStory } from '@rettidig/demo';
import { Clock, type CommandRequest, type Feature, type Instant } from '@rettidig/event-sourcing';
import { openEngine, readerOf, Rights, type RunningEngine } from '@rettidig/platform';

/** A clock that the story sets: what it tells of was recorded then, not now. */
export class StoryClock extends Clock {
  private instant: Instant = '1970-01-01T00:00:00.000Z';
  now(): Instant {
    return this.instant;
  }
  set(instant: Instant): void {
    this.instant = instant;
  }
}

/**
 * Fills an empty data folder with the story, in process and under its own clock. A folder that holds anything is left
 * as it is. Answers whether the story was played now.
 */
export async function playDemoIfEmpty(dataDir: string, features: readonly Feature[]): Promise<boolean> {
  const clock = new StoryClock();
  const running = await openEngine({ dataDir, features, clock, rights: new Rights(), log: () => {} });
  try {
    if (running.wasEmpty) await play(running, clock);
    return running.wasEmpty;
  } finally {
    await running.close();
  }
}

/** Plays the story, and goes on with one that was broken off: what was done already is not done again. */
export async function play({ engine, privateStore }: RunningEngine, clock: StoryClock): Promise<void> {
  await playStory({
    dispatch: (request) => engine.dispatch({ ...request, message: checked(engine, request) }),
    setClock: (instant) => clock.set(instant),
    settled: () => engine.settled(),
    savePerson: (personId, name) => privateStore.namePerson(personId, name),
    saveAddress: (personId, address) => privateStore.keepContact(personId, { address }),
    saveSeatLabel: (seatId, label) => privateStore.labelSeat(seatId, label),
  });
}

/** The story's messages pass the same checks as everybody's. */
function checked(engine: RunningEngine['engine'], { command, message }: CommandRequest): object {
  const definition = engine.registry.commands.get(command);
  if (!definition) throw new Error(`the story names the command ${command}, which there is not`);
  return readerOf<object>(definition.message)(message);
}
