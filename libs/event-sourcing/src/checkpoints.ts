import { Unusable } from './errors.js';
import type { Position } from './event.js';
import type { EventStore } from './event-store.js';

/**
 * The event that stands at a stored place: where positions are counted, another event of another log may have the same
 * one, as when an older copy of the log was put back and went on.
 */
export interface Landmark {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
}

export const landmarkOf = ({ stream, revision, id }: Landmark): Landmark => ({ stream, revision, id });

/**
 * What is wrong with a place that somebody stored: it is no position of this kind of log, it lies after the end of the
 * log, or another event of another log once stood there.
 */
export type WrongPlace = 'damaged' | 'ahead' | 'elsewhere';

/** What is wrong with a place, and with the event that stood there if that is known; undefined for one of this log. */
export async function wrongPlace(
  store: Pick<EventStore, 'head' | 'holds' | 'readStream'>,
  position: Position,
  landmark?: Landmark,
): Promise<WrongPlace | undefined> {
  try {
    if (!(await store.holds(position))) return position > (await store.head()) ? 'ahead' : 'elsewhere';
    return landmark && !(await isAt(store, position, landmark)) ? 'elsewhere' : undefined;
  } catch (error) {
    if (error instanceof RangeError) return 'damaged';
    throw error;
  }
}

async function isAt(store: Pick<EventStore, 'readStream'>, position: Position, landmark: Landmark): Promise<boolean> {
  const [event] = await store.readStream(landmark.stream, landmark.revision);
  return event?.id === landmark.id && event.position === position;
}

/** Why views cannot be gone on with. They follow from the log, so that the way out is always to make them anew. */
export const viewUnusable = (view: string, wrong: WrongPlace): Unusable => {
  const { code, da, en } = sentences[wrong];
  return new Unusable(code, {
    da: `Visningen "${view}" ${da}. Slet visningernes fil (views.db) og start igen; den dannes på ny ud fra loggen.`,
    en: `The view "${view}" ${en}. Delete the file of the views (views.db) and start again; it is made anew from the log.`,
  });
};

const sentences = {
  damaged: {
    code: 'views.damaged-place',
    da: 'har gemt et sted i loggen, som ikke kan læses: filen er beskadiget eller hører til en anden slags log',
    en: 'has stored a place in the log that cannot be read: the file is damaged or belongs to another kind of log',
  },
  ahead: {
    code: 'views.ahead-of-log',
    da: 'har set mere, end loggen indeholder: loggen er ældre end den, som efter en gendannelse',
    en: 'has seen more than the log holds: the log is older than it is, as after a restore',
  },
  elsewhere: {
    code: 'views.of-another-log',
    da: 'har set hændelser, som ikke står i denne log: loggen er en anden, eller den gik anderledes videre efter en gendannelse',
    en: 'has seen events that are not in this log: it is another log, or one that went on differently after a restore',
  },
} as const;

/** Why a reaction stands still, as a code for `/readyz`. */
export const reactionTrouble = {
  damaged: 'store.checkpoint-damaged',
  ahead: 'store.checkpoint-ahead',
  elsewhere: 'store.checkpoint-of-another-log',
} as const satisfies Record<WrongPlace, string>;
