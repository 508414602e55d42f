import type { EngineStatus, Language } from '@rettidig/event-sourcing';
import { filledIn } from '@rettidig/vocabulary';
import { causeTexts, type CauseCode } from './cause-texts.js';
import type { Facts } from './vitals.js';

/** The least free space, in bytes, with which a process calls itself ready: 64 MiB. */
const LEAST_FREE = 64 * 1024 * 1024;
/** So many events behind is normal under load; more is told. */
const MOST_LAG = 10_000;
/** So many tries of a reaction are a passing matter; more are told. */
const MOST_TRIES = 3;

/** What is not as it should be, one entry a cause. */
export interface Cause {
  readonly code: CauseCode;
  readonly about: string;
  readonly detail: string;
  /** `degraded`: it does all that it is asked for, and somebody should look all the same. */
  readonly severity: 'not-ready' | 'degraded';
}

/** One cause before it is put into words. */
interface Found {
  readonly code: CauseCode;
  readonly about: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly severity?: Cause['severity'];
}

/** What is not as it should be. */
export function causesOf(facts: Facts, language: Language): Cause[] {
  const found = [
    ...ofStores(facts),
    ...ofViews(facts.engine),
    ...ofReactions(facts.engine),
    ...ofEffects(facts),
    ...ofMail(facts),
    ...ofDisk(facts),
  ];
  return found.map(({ code, about, details = {}, severity = 'not-ready' }) => ({
    code,
    about,
    detail: filledIn(causeTexts[code], { about, ...details }, language),
    severity,
  }));
}

function* ofStores({ store, privateStore, engine }: Facts): Iterable<Found> {
  if (store.subscription === 'failed') yield { code: 'subscription-failed', about: store.trouble ?? 'failed' };
  else if (store.trouble !== null) yield { code: 'store-unreachable', about: store.trouble };
  else if (store.subscription !== 'live') yield { code: 'subscription-not-live', about: store.subscription };
  if (privateStore.trouble !== null) yield { code: 'private-store-trouble', about: privateStore.trouble };
  if (engine.unknown) yield { code: 'unknown-event-type', about: engine.unknown.type, details: { count: engine.lag } };
  // What the store says of itself is not told a second time by those who wait for it.
  else if (engine.trouble !== null && engine.trouble !== store.trouble)
    yield { code: 'store-trouble', about: engine.trouble };
}

function* ofViews({ views, lag, referenceTrouble, unknown }: EngineStatus): Iterable<Found> {
  const serving = new Set(views.filter(({ state }) => state === 'live').map(({ name }) => name));
  for (const view of views) {
    if (view.state === 'failed') yield { code: 'view-failed', about: view.name };
    // A view that is filled anew beside one that serves keeps nobody waiting.
    if (view.state !== 'building' || serving.has(view.name)) continue;
    yield { code: 'view-building', about: view.name, details: { percent: percentOf(view) } };
  }
  if (lag > MOST_LAG) yield { code: 'view-behind', about: 'views', details: { count: lag } };
  if (referenceTrouble && !unknown) yield { code: 'reference-behind', about: referenceTrouble };
}

const percentOf = ({ done, total }: { done: number; total: number }): number =>
  total === 0 ? 0 : Math.min(99, Math.floor((100 * done) / total));

function* ofReactions({ parked, reactions, unknown }: EngineStatus): Iterable<Found> {
  for (const about of new Set(parked.map(({ reaction }) => reaction))) {
    const count = parked.filter(({ reaction }) => reaction === about).length;
    yield { code: 'event-parked', about, details: { count } };
  }
  for (const { name, trouble } of reactions) {
    if (trouble?.error.startsWith('store.checkpoint-'))
      yield { code: 'reaction-lost', about: name, details: { why: trouble.error } };
    else if (trouble && trouble.attempts > MOST_TRIES && !unknown)
      yield { code: 'reaction-waiting', about: name, details: { why: trouble.error }, severity: 'degraded' };
  }
}

function* ofEffects({ role, queue, sweeps }: Facts): Iterable<Found> {
  // An API gives nothing to the queue: it does all of its work without.
  const severity = role === 'api' ? 'degraded' : 'not-ready';
  if (queue?.trouble) yield { code: 'queue-trouble', about: queue.trouble, severity };
  if (queue && queue.dead > 0) {
    yield { code: 'effects-dead', about: 'effects', details: { count: queue.dead }, severity: 'degraded' };
  }
  for (const { effect, trouble, reachesNobody } of sweeps) {
    if (reachesNobody > 0)
      yield { code: 'nobody-reached', about: effect, details: { count: reachesNobody }, severity: 'degraded' };
    if (trouble) yield { code: 'sweep-failed', about: effect, details: { why: trouble }, severity: 'degraded' };
  }
}

/** Everything else goes on without, and the mails wait. */
function* ofMail({ mail, mailStaysIn }: Facts): Iterable<Found> {
  if (mailStaysIn !== null) yield { code: 'mail-stays-here', about: mailStaysIn, severity: 'degraded' };
  if (mail?.trouble) yield { code: 'mail-trouble', about: mail.trouble, severity: 'degraded' };
}

function* ofDisk({ freeBytes }: Facts): Iterable<Found> {
  if (freeBytes >= LEAST_FREE) return;
  yield { code: 'disk-full', about: 'data', details: { count: Math.floor(freeBytes / 1024 / 1024) } };
}
