import { casesNeverPlanned, casesOn, comingDays, type ChangeReference } from '@rettidig/cases';
import {
  idOf,
  Refused,
  SYSTEM,
  TryLater,
  type CommandRequest,
  type Effect,
  type EffectRun,
  type ReadDatabase,
} from '@rettidig/event-sourcing';
import type { ServiceTools } from '@rettidig/platform';
import { dayOf, plusCalendarDays } from '@rettidig/vocabulary';

const NAME = 'replan-when-a-day-comes';
/** Who was asleep for longer looks at the days of the last year. */
const DAYS_BACK = 366;
/** Every case of a large municipality, and some. */
const TIMEOUT_MS = 30 * 60_000;
/** The key of planning cases of a release that made no plans yet. */
const FIRST_PLANS = 'first-plans';

type Asked = Pick<CommandRequest, 'command' | 'message'> & { readonly subjectId: string };

/**
 * A reorganisation or a rule set that was recorded ahead takes effect without an event. On that day the cases that it can
 * concern are looked at anew, once, by whichever process comes first; after a week asleep, each of its days.
 */
export function replanWhenADayComes({ engine }: Pick<ServiceTools, 'engine'>): Effect<ChangeReference> {
  let neverPlanned: boolean | undefined;
  return {
    name: NAME,
    every: '5 0 * * *',
    timeout: TIMEOUT_MS,
    due: ({ now, reference, views }) => {
      const today = dayOf(now);
      const days = comingDays(reference, { from: plusCalendarDays(today, -DAYS_BACK), until: today });
      // Another release means another process: looking once is enough.
      neverPlanned ??= casesNeverPlanned(views).length > 0;
      return [...(neverPlanned ? [FIRST_PLANS] : []), ...days].map((key) => ({ key, runAt: now, about: {} }));
    },
    check: () => null,
    perform: async ({ key }, run) => {
      const { head } = await engine.status();
      await engine.reached(head);
      const { views } = engine.queryContext(SYSTEM, 'da');
      const reference = (await engine.checkContext().reference()) as ChangeReference;
      const asked = key === FIRST_PLANS ? firstPlans(views) : lookedAtOn(key, reference, views);
      await engine.works.through({ name: NAME, by: key }, asked, (one) => dispatch(one, key, run));
      if (run.signal.aborted) throw new TryLater('stopping', 5);
      return `cases-${asked.length}`;
    },
  };

  async function dispatch(asked: Asked, key: string, { signal }: EffectRun): Promise<'on' | 'stop'> {
    if (signal.aborted) return 'stop';
    // The same case on the same day is the same command, however often it is tried.
    const commandId = idOf(NAME, key, asked.subjectId);
    try {
      await engine.dispatch({ ...asked, actor: SYSTEM, commandId, correlationId: commandId, byPerson: false });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
    return 'on';
  }
}

const firstPlans = (views: ReadDatabase): Asked[] =>
  casesNeverPlanned(views).map((subjectId) => ({
    command: 'ReplanChange',
    subjectId,
    message: { cause: { what: 'case' } },
  }));

const lookedAtOn = (day: string, reference: ChangeReference, views: ReadDatabase): Asked[] =>
  casesOn(reference, day, views).map(({ changeId, cause }) => ({
    command: 'ReassessChange',
    subjectId: changeId,
    message: { cause, cameOn: day },
  }));
