import { hashOf, idOf, type ActRequest, type EventStore, type RecordedEvent } from '@rettidig/event-sourcing';
import { MemoryEventStore, type SqlitePrivateStore } from '@rettidig/event-sourcing/adapters';
import { memoryEngine, requestOf, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { readerOf, Rights } from '@rettidig/platform';
import type { Said } from './saying.js';
import { features } from '../../libs/product/src/features.js';

export const person = (number: number): string => idOf('somebody', String(number));
const persona = (role: string): string => idOf('persona', role);
const rights = new Rights();

export const acts = new Map(features.flatMap((feature) => (feature.acts ?? []).map((act) => [act.name, act])));

/** The whole product in memory, with the access table at work, on a log of its own. */
export function product(
  given: {
    store?: EventStore;
    privateStore?: SqlitePrivateStore;
    now?: string;
    /** Only these views, for who asks nothing of the others. */
    views?: readonly string[];
    /** So many messages of each command are checked as at the HTTP edge: who says the same ten thousand times need not wait. */
    checks?: number;
  } = {},
) {
  const { views, checks = Infinity } = given;
  const offered = features.map((feature) => ({
    ...feature,
    projections: feature.projections.filter(({ name }) => !views || views.includes(name)),
  }));
  const running = memoryEngine(offered, {
    clock: new ScriptedClock(given.now ?? '2026-01-05T08:00:00.000Z'),
    authorize: (action, actor, resource, now) => rights.check(actor, action, resource, now),
    ...(given.store ? { store: given.store } : {}),
    ...(given.privateStore ? { privateStore: given.privateStore } : {}),
  });
  const { engine, clock, store, privateStore } = running;
  const checked = new Map<string, number>();
  const readers = new Map(
    [...engine.registry.commands].map(([name, { message }]) => [name, readerOf(message as never)]),
  );
  return {
    ...running,
    /** Sends a command as the HTTP edge does: checked, then dispatched. */
    send: async (
      command: string,
      message: object,
      more: { role?: string; id?: string; subjectId?: string; ifMatch?: string; commandId?: string } = {},
    ) => {
      const { role = 'secretariat', id = persona(role), ...rest } = more;
      const actor = { id, role };
      const sent = JSON.parse(JSON.stringify(message)) as object;
      const times = checked.get(command) ?? 0;
      checked.set(command, times + 1);
      const read = times < checks ? readers.get(command)!(sent) : sent;
      return engine.dispatch(requestOf(command, read, { actor, ...rest }));
    },
    /** Does an act as the HTTP edge does: checked, then allowed by name, then done. */
    act: async (name: string, message: object, more: { role?: string; file?: Said['file'] } = {}) => {
      const { role = 'secretariat', file } = more;
      const { act, message: shape } = acts.get(name)!;
      const commandId = idOf(name, clock.now(), hashOf(message), file?.text ?? '');
      const request: ActRequest = {
        ...{
          actor: { id: persona(role), role },
          now: clock.now(),
          language: 'da',
          commandId,
          correlationId: commandId,
        },
        ...(file !== undefined && {
          file: { bytes: Buffer.from(file.text), mediaType: 'text/plain', fileName: file.fileName },
        }),
      };
      const checked = readerOf(shape)(JSON.parse(JSON.stringify(message)) as object);
      rights.demand(request.actor, name, request.now);
      await act(checked, { engine, privateStore }, request);
    },
    ask: async <Answer>(query: string, parameters: object, role = 'deputyChair'): Promise<Answer> => {
      const context = engine.queryContext({ id: persona(role), role }, 'da');
      return (await engine.registry.queries.get(query)!.handle(parameters, context)) as Answer;
    },
    later: (hours: number) => clock.set(new Date(Date.parse(clock.now()) + hours * 3_600_000).toISOString()),
    log: async (after = ''): Promise<RecordedEvent[]> => {
      const events: RecordedEvent[] = [];
      for (
        let page = await store.readAll({ after });
        page.length > 0;
        page = await store.readAll({ after: page.at(-1)!.position })
      )
        events.push(...page);
      return events;
    },
  };
}

export type Product = ReturnType<typeof product>;

/** A small administration of three levels: four units, three committees, their chairs and deputy chairs. */
export async function foundTown(): Promise<readonly RecordedEvent[]> {
  const town = product();
  await town.engine.start();
  const made = async (command: string, message: object): Promise<Record<string, string>> =>
    (await town.send(command, message)).answer as Record<string, string>;
  const unit = async (name: string, parentId: string | null) =>
    (await made('EstablishUnit', { name, parentId, validFrom: '2025-01-01' }))['unitId']!;
  const committee = async (name: string, level: string, covers: string, parentId: string | null) =>
    (
      await made('EstablishCommittee', {
        name,
        level,
        kind: level,
        covers: [covers],
        parentId,
        validFrom: '2025-01-01',
      })
    )['committeeId']!;
  const seat = async (committeeId: string, side: string, more: object, personId: string) => {
    const { seatId } = await made('CreateSeat', {
      ...{ committeeId, side, representativeKind: 'manager', from: '2025-01-01' },
      ...more,
    });
    await made('FillSeat', { seatId, personId, from: '2025-01-01' });
  };
  const top = await unit('Forvaltningen', null);
  const centre = await unit('Center Nord', top);
  const home = await unit('Tilbuddet Bøgen', centre);
  await unit('Center Syd', top);
  const main = await committee('HovedMED', 'main', top, null);
  const area = await committee('OmrådeMED Nord', 'area', centre, main);
  await committee('LokalMED Bøgen', 'local', home, area);
  for (const id of [main, area]) {
    await seat(id, 'management', { office: 'chair' }, persona('chair'));
    await seat(id, 'employees', { office: 'deputyChair' }, persona('deputyChair'));
  }
  await seat(main, 'employees', {}, person(1));
  const log = await town.log();
  await town.engine.stop();
  return log;
}

/** A log that begins with these events. */
export async function logOf(events: readonly RecordedEvent[]): Promise<MemoryEventStore> {
  const store = new MemoryEventStore();
  for (const { stream, revision, id, type, data, meta } of events)
    await store.append(stream, revision - 1, [{ id, type, data, meta }]);
  return store;
}
