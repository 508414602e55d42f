import { Controller, Get, HttpCode, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { injected } from '../cqrs/handlers.js';
import { languageOf } from '../http/language.js';
import { causesOf, type Cause } from './causes.js';
import { Vitals, type Facts } from './vitals.js';

/** What `/readyz` says. */
const readinessOf = ({ engine, store, queue }: Facts, problems: readonly Cause[]): object => ({
  status: statusOf(problems),
  lag: engine.lag,
  problems,
  subscription: store.subscription,
  views: engine.views.map(({ name, state, done, total, eventsPerSecond }) => ({
    ...{ name, state, done, total, eventsPerSecond },
  })),
  reactions: engine.reactions.map(({ name, state, work }) => ({ name, state, ...(work && { work }) })),
  queue: queue && { waiting: queue.waiting, delayed: queue.delayed, active: queue.active, dead: queue.dead },
});

const statusOf = (problems: readonly Cause[]): 'ready' | 'degraded' | 'not-ready' => {
  if (problems.length === 0) return 'ready';
  return problems.every(({ severity }) => severity === 'degraded') ? 'degraded' : 'not-ready';
};

/** For probes and for people: is it alive, is it ready, and if not, why. */
@Controller()
export class HealthController {
  constructor(private readonly vitals: Vitals) {}

  @Get('healthz')
  @HttpCode(200)
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const facts = await this.vitals.look();
    const problems = causesOf(facts, languageOf(request.headers['accept-language']));
    const isReady = statusOf(problems) !== 'not-ready';
    if (!isReady) reply.header('retry-after', '5');
    void reply
      .status(isReady ? 200 : 503)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(readinessOf(facts, problems)));
  }
}

injected(HealthController, Vitals);
