import { Controller, Get, Res } from '@nestjs/common';
import { Clock } from '@rettidig/event-sourcing';
import type { FastifyReply } from 'fastify';
import { injected } from '../cqrs/handlers.js';
import { Vitals } from '../health/vitals.js';
import { Metrics } from './metrics.js';

/** For whoever watches the service over time, in the text format of Prometheus. */
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly vitals: Vitals,
    private readonly clock: Clock,
  ) {}

  @Get('metrics')
  async text(@Res() reply: FastifyReply): Promise<void> {
    const [facts, behindByMs] = await Promise.all([
      this.vitals.look(),
      this.vitals.behindBy(Date.parse(this.clock.now())),
    ]);
    void reply.type(this.metrics.contentType).send(await this.metrics.text(facts, behindByMs));
  }
}

injected(MetricsController, Metrics, Vitals, Clock);
