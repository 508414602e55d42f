import type { AnyEffect, DueEffect, Effect, EffectRun, Instant } from '@rettidig/event-sourcing';

/** What the test is told of each run. */
export interface ProbeCall {
  /** The case, and for a reminder which one. */
  readonly key: string;
  readonly attempt: number;
  readonly isRepeat: boolean;
  /** The process that did it. */
  readonly pid: number;
}

export interface ProbeSettings {
  /** Where the test listens. */
  readonly url: string;
  /** How long one run may take, in milliseconds. */
  readonly timeout: number;
  /** Told whenever somebody looks for what is due. */
  readonly onLook?: () => void;
}

interface CaseRow {
  readonly change_id: string;
  readonly known_from: Instant;
}

/** Long ago: due as soon as it is found. */
const RUN_AT = '2026-01-01T00:00:00.000Z';

/** Due once for each registered case. Done when the test has answered. */
export const probeEffect = (settings: ProbeSettings): Effect =>
  calling(settings, {
    name: 'probe',
    every: '*/5 * * * * *',
    due: ({ change_id: key }) => [{ key, runAt: RUN_AT, about: { changeId: key } }],
  });

/** Reminders, in milliseconds after the registration of a case: one lies in sight of a look for what is due, one not. */
const REMINDERS = { soon: 45 * 60_000, later: 3 * 86_400_000 };

/** Due twice for each case, at fixed times; what is due is looked for every hour. */
export const reminders = (settings: ProbeSettings): Effect =>
  calling(settings, {
    name: 'remind',
    every: '0 * * * *',
    due: ({ change_id, known_from }) =>
      Object.entries(REMINDERS).map(([which, after]) => ({
        key: `${change_id}/${which}`,
        runAt: new Date(Date.parse(known_from) + after).toISOString(),
        about: { changeId: change_id },
      })),
  });

function calling(
  { url, timeout, onLook }: ProbeSettings,
  { due, ...named }: Pick<AnyEffect, 'name' | 'every'> & { readonly due: (row: CaseRow) => DueEffect[] },
): Effect {
  return {
    ...named,
    timeout,
    due: ({ views }, until) => {
      onLook?.();
      const rows = views
        .view('cases')
        .all<CaseRow>('select change_id, known_from from {change} where known_to is null');
      return rows.flatMap(due).filter(({ runAt }) => runAt <= until);
    },
    check: async ({ about: { changeId } }, { readStream }) => {
      const [registered] = await readStream(`change-${changeId as string}`);
      return registered?.type === 'ChangeRegistered' ? null : 'not-registered';
    },
    perform: ({ key }, run) => tell(url, key, run),
  };
}

async function tell(url: string, key: string, { attempt, isRepeat, signal }: EffectRun): Promise<string> {
  const call: ProbeCall = { key, attempt, isRepeat, pid: process.pid };
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(call), signal });
  if (!response.ok) throw new Error(`the test answered ${response.status}`);
  return response.text();
}
