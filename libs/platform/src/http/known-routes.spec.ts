import { KnownRoutes } from './known-routes.js';

describe('an address that nothing answered', () => {
  const routes = new KnownRoutes();
  routes.watch({
    addHook: (_name: string, noted: (route: { url: string; method: string | string[] }) => void) => {
      noted({ url: '/changes/:id', method: ['GET'] });
      noted({ url: '/changes/:id', method: 'POST' });
      noted({ url: '/assets/*', method: 'GET' });
    },
  } as never);

  it.each([
    ['GET', '/nothing', 404],
    ['GET', '/changes', 404],
    ['GET', '/changes/1/2', 404],
    ['DELETE', '/changes/1', 405],
    ['DELETE', '/changes/1?force=true', 405],
    ['GET', '/assets/nothing.css', 404],
    ['POST', '/assets/nothing.css', 405],
  ])('%s %s is %d', (method, url, status) => {
    expect(routes.problemFor(method, url).status).toBe(status);
  });

  it('is told which methods it takes', () => {
    const { details, more } = routes.problemFor('PUT', '/changes/1');
    expect(details).toEqual({ method: 'PUT', allowed: ['GET', 'POST'] });
    expect(more.headers).toEqual({ Allow: 'GET, POST' });
  });
});
