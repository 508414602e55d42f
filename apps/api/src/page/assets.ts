import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { join, resolve } from 'node:path';

/** From the compiled file back to the project. */
const project = resolve(__dirname, '../../../../../../..');
const designSystem = resolve(require.resolve('dkfds'), '../..');

/** Style sheets and fonts: ours, and those of Det Fælles Designsystem as it ships them. */
@Injectable()
export class PageAssets implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const folders = [
      ['/assets/dkfds/', designSystem],
      ['/assets/', join(project, 'apps/api/assets')],
    ] as const;
    // Not awaited: Fastify would make its routes ready before Nest has given them its handler of errors.
    for (const [prefix, root] of folders)
      void server.register(fastifyStatic, { root, prefix, decorateReply: false, maxAge: '1h', index: false });
  }
}
