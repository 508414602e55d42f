import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '@rettidig/event-sourcing';
import { HealthController } from '../health/health.js';
import { Vitals } from '../health/vitals.js';
import { MetricsController } from '../metrics/metrics.controller.js';
import { Metrics } from '../metrics/metrics.js';
import type { Service } from './service.js';

/** What every process answers about itself: `/healthz`, `/readyz`, `/metrics`. */
@Module({})
export class ProbesModule {
  static around({ vitals, metrics, clock }: Service): DynamicModule {
    return {
      module: ProbesModule,
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Vitals, useValue: vitals },
        { provide: Metrics, useValue: metrics },
        { provide: Clock, useValue: clock },
      ],
    };
  }
}
