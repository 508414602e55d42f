import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

/** The routes there are, to tell a wrong method from a wrong address. Only asked when nothing matched. */
export class KnownRoutes {
  private readonly routes: { readonly path: RegExp; readonly methods: readonly string[] }[] = [];

  /** Notes every route that is added from now on. */
  watch(server: FastifyInstance): void {
    server.addHook('onRoute', ({ url, method }) => {
      this.routes.push({ path: patternOf(url), methods: [method].flat() });
    });
  }

  problemFor(method: string, url: string): Problem {
    const path = url.split(/[?#]/, 1)[0]!;
    const allowed = this.routes.filter((route) => route.path.test(path)).flatMap((route) => route.methods);
    // Below a folder of files the method is right and the file is not there.
    if (allowed.length === 0 || allowed.includes(method)) return new Problem(404, 'route.unknown');
    const methods = [...new Set(allowed)].sort();
    const details = { method: method.slice(0, 20), allowed: methods };
    return new Problem(405, 'method.not-allowed', details, { headers: { Allow: methods.join(', ') } });
  }
}

function patternOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
