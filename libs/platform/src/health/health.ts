import { Controller, Get, HttpCode, Req, Res } from '@nestjs/common';
import { Engine, type EngineStatus, type Language, type Text } from '@rettidig/event-sourcing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { statfs } from 'node:fs/promises';
import { injected } from '../cqrs/handlers.js';
import { languageOf, sentence } from '../http/language.js';

/** The least free space, in bytes, with which the service calls itself ready: 64 MiB. */
const LEAST_FREE = 64 * 1024 * 1024;
/** So many events behind is normal under load; more is told. */
const MOST_LAG = 10_000;

/** Why the service is not ready, one entry a cause. */
export interface NotReady {
  readonly code: keyof typeof causes;
  readonly about: string;
  readonly detail: string;
}

const causes = {
  'view-building': {
    da: 'Visningen {about} er ved at blive bygget: {percent} %.',
    en: 'The view {about} is being built: {percent} %.',
  },
  'view-failed': {
    da: 'Visningen {about} er gået i stå ved en hændelse, som den ikke kan læse.',
    en: 'The view {about} has stopped at an event that it cannot read.',
  },
  'view-behind': {
    da: 'Visningerne mangler {count} hændelser.',
    en: 'The views are {count} events behind.',
  },
  'event-parked': {
    da: 'Reaktionen {about} har opgivet {count} hændelser.',
    en: 'The reaction {about} has given up {count} events.',
  },
  'store-trouble': {
    da: 'Visningerne venter på lageret eller disken ({about}).',
    en: 'The views wait for the store or the disk ({about}).',
  },
  'disk-full': {
    da: 'Der er kun {count} MiB plads tilbage i datamappen.',
    en: 'Only {count} MiB are left in the data folder.',
  },
} satisfies Readonly<Record<string, Text>>;

/** What is not as it should be. */
export function causesOf(status: EngineStatus, freeBytes: number, language: Language): NotReady[] {
  const cause = (code: NotReady['code'], about: string, details: Readonly<Record<string, unknown>> = {}): NotReady => ({
    code,
    about,
    detail: sentence(causes[code], { about, ...details }, language),
  });
  const serving = new Set(status.views.filter(({ state }) => state === 'live').map(({ name }) => name));
  const parked = new Set(status.parked.map(({ reaction }) => reaction));
  const parkedBy = (name: string): number => status.parked.filter(({ reaction }) => reaction === name).length;
  return [
    ...status.views.flatMap((view) => {
      if (view.state === 'failed') return [cause('view-failed', view.name)];
      // A view that is filled anew beside one that serves keeps nobody waiting.
      if (view.state !== 'building' || serving.has(view.name)) return [];
      return [cause('view-building', view.name, { percent: percentOf(view) })];
    }),
    ...(status.lag > MOST_LAG ? [cause('view-behind', 'views', { count: status.lag })] : []),
    ...(status.trouble === null ? [] : [cause('store-trouble', status.trouble)]),
    ...[...parked].map((reaction) => cause('event-parked', reaction, { count: parkedBy(reaction) })),
    ...(freeBytes < LEAST_FREE ? [cause('disk-full', 'data', { count: Math.floor(freeBytes / 1024 / 1024) })] : []),
  ];
}

const percentOf = ({ done, total }: { done: number; total: number }): number =>
  total === 0 ? 0 : Math.min(99, Math.floor((100 * done) / total));

/** What `/readyz` says. */
const readinessOf = ({ lag, views }: EngineStatus, problems: readonly NotReady[]): object => ({
  status: problems.length > 0 ? 'not-ready' : 'ready',
  lag,
  problems,
  views: views.map(({ name, state, done, total, eventsPerSecond }) => ({ name, state, done, total, eventsPerSecond })),
});

/** The folder whose free space is watched. */
export class DataFolder {
  constructor(readonly path: string) {}

  async freeBytes(): Promise<number> {
    const { bavail, bsize } = await statfs(this.path);
    return bavail * bsize;
  }
}

/** For probes and for people: is it alive, is it ready, and if not, why. */
@Controller()
export class HealthController {
  constructor(
    private readonly engine: Engine,
    private readonly folder: DataFolder,
  ) {}

  @Get('healthz')
  @HttpCode(200)
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [status, free] = await Promise.all([this.engine.status(), this.folder.freeBytes()]);
    const problems = causesOf(status, free, languageOf(request.headers['accept-language']));
    if (problems.length > 0) reply.header('retry-after', '5');
    void reply
      .status(problems.length > 0 ? 503 : 200)
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(readinessOf(status, problems)));
  }
}

injected(HealthController, Engine, DataFolder);
