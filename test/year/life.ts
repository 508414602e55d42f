import { effectIdOf, Refused, type AnyEffect, type RecordedEvent } from '@rettidig/event-sourcing';
import type { ReviewPlan } from '@rettidig/planning';
import { readConfig } from '@rettidig/platform';
import { dayOf } from '@rettidig/vocabulary';
import { effectsOf } from '../../libs/product/src/effects.js';
import { PlanOracle } from '../support/plan-oracle.js';
import { namedIn, told, turnedBetween, type Turned } from '../support/turned-plans.js';
import { product } from '../property/town.js';
import { ToldWorld } from './told-world.js';

/** A draft of a what-if. */
export interface Draft {
  readonly command: string;
  readonly id?: string;
  readonly message: object;
}

/** The whole product under a clock that the test moves on, and beside it what its log tells an outsider. */
export class Life {
  readonly world = new ToldWorld();
  readonly events: RecordedEvent[] = [];
  /** Plans that were held against the oracle. */
  compared = 0;
  /** What each what-if turned, by its command. */
  readonly turned: (readonly [command: string, cases: number])[] = [];
  private readonly running = product({ now: '2026-01-02T07:00:00.000Z' });
  private readonly nightly: readonly AnyEffect[];
  private readonly done = new Set<string>();

  constructor() {
    const { engine, privateStore } = this.running;
    this.nightly = effectsOf({ agendaDir: null, mail: readConfig({}).mail })({ engine, privateStore } as never);
  }

  start = (): Promise<void> => this.running.engine.start();
  stop = (): Promise<void> => this.running.engine.stop();

  get today(): string {
    return dayOf(this.running.clock.now());
  }

  /** Does something as somebody; what is refused throws. */
  async does(
    command: string,
    message: object,
    { role = 'secretariat', on }: { readonly role?: string; readonly on?: string } = {},
  ): Promise<Record<string, string>> {
    const more = on === undefined ? { role } : { role, subjectId: on, ifMatch: this.etagOf(on) };
    const { answer, subjectId } = await this.running.send(command, message, more);
    await this.learn();
    return { ...(answer as Record<string, string>), id: subjectId };
  }

  /** As `does`, where a refusal is an answer too: its code. */
  tries = (...said: Parameters<Life['does']>): Promise<string | null> =>
    this.does(...said).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Refused) return error.code;
        throw error;
      },
    );

  /** Asks what if, does it, and holds what came of it against what was said. */
  async doesAsAsked(...drafts: readonly Draft[]): Promise<void> {
    await this.settles();
    const before = told(this.events);
    const known = { changes: [...this.world.cases.keys()], meetings: [...this.world.meetings] };
    const asked = await this.running.ask<{ basis: string; items: readonly Turned[] }>(
      'AskWhatIf',
      { drafts },
      'secretariat',
    );
    await this.running.act('ApplyWhatIf', { drafts, basis: asked.basis });
    await this.settles();
    expect(turnedBetween(before, told(this.events), known)).toEqual(namedIn(asked.items, known));
    this.turned.push([drafts[0]!.command, asked.items.length]);
  }

  ask = <Answer>(query: string, parameters: object): Promise<Answer> => this.running.ask<Answer>(query, parameters);

  /** The next morning: what took effect over night has been looked for. */
  async wakesOn(day: string): Promise<void> {
    this.running.clock.set(`${day}T07:00:00.000Z`);
    for (const effect of this.nightly) await this.sweep(effect);
    await this.settles();
  }

  /** Every case's plan is what trying all meetings and days finds. */
  mustPlanLikeTheOracle(): void {
    const oracle = new PlanOracle(this.world);
    const { plans } = told(this.events);
    for (const changeId of this.world.cases.keys()) {
      const expected = this.world.questions(changeId).map((question) => oracle.plan(question));
      const planned = plans.get(changeId) ?? [];
      this.compared += expected.length;
      expect({ on: this.today, changeId, plans: byDuty(planned) }).toEqual({
        on: this.today,
        changeId,
        plans: byDuty(expected),
      });
    }
  }

  /** What waits for its placement waits at a committee of today: a structure that took effect over night counts. */
  mustWaitAtCommitteesInForce(): void {
    for (const changeId of this.world.cases.keys()) {
      const waiting = this.world.questions(changeId).filter(({ placedAt }) => placedAt.length === 0);
      const gone = waiting.filter(({ committeeId }) => committeeId && !this.world.isInForce(committeeId, this.today));
      expect({ on: this.today, changeId, gone }).toEqual({ on: this.today, changeId, gone: [] });
    }
  }

  /** Waits until every reaction has done its part. */
  async settles(): Promise<void> {
    await this.running.engine.settled();
    await this.learn();
  }

  private async sweep(effect: AnyEffect): Promise<void> {
    const { engine, clock } = this.running;
    const context = engine.queryContext({ id: '', role: 'system' }, 'da');
    const due = await effect.due(context, clock.now());
    for (const one of due.filter(({ key, runAt }) => !this.done.has(key) && runAt <= clock.now())) {
      this.done.add(one.key);
      const answer = await effect.check(one, engine.checkContext());
      if (typeof answer === 'string') continue;
      await effect.perform(
        { ...one, ...answer },
        { id: effectIdOf(effect.name, one.key), attempt: 1, isRepeat: false, signal: new AbortController().signal },
      );
    }
  }

  private async learn(): Promise<void> {
    for (const event of await this.running.log(this.events.at(-1)?.position)) {
      this.events.push(event);
      this.world.learn(event);
    }
  }

  /** Counts what people did to it. */
  private etagOf(subjectId: string): string {
    return `"${this.events.filter(({ stream, meta }) => stream.endsWith(subjectId) && meta.byPerson).length}"`;
  }
}

/** The versions of rules and calendars stand in a plan as of when it was made; what they come to is compared. */
const byDuty = (plans: readonly ReviewPlan[]) =>
  plans
    .map(({ bodies, steps, ...plan }) => ({
      ...plan,
      bodies: bodies.map(({ recommendationBy, ...body }) => ({
        ...body,
        recommendationBy: recommendationBy?.on ?? null,
      })),
      steps: steps.map(({ step, on }) => [step, on]),
    }))
    .sort((a, b) => (a.requirementId < b.requirementId ? -1 : 1));
