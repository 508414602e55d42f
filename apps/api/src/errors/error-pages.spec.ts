import type { ArgumentsHost } from '@nestjs/common';
import { forbidden, notFound, Refused, TryLater, Unusable } from '@rettidig/event-sourcing';
import { JsonLog } from '@rettidig/platform';
import { ErrorPages } from './error-pages.js';

/** What somebody gets who asks for an address, where an error comes of it; and what is logged. */
function answered(error: unknown, url = '/changes/7?lang=da') {
  const sent = { status: 0, headers: {} as Record<string, string>, html: '' };
  const reply = {
    status: (status: number) => Object.assign(reply, void (sent.status = status)),
    header: (name: string, value: string) => Object.assign(reply, void (sent.headers[name] = value)),
    type: (type: string) => reply.header('content-type', type),
    send: (html: string) => Object.assign(reply, void (sent.html = html)),
  };
  const [, search] = url.split('?');
  const request = { id: 'number-of-it', url, query: Object.fromEntries(new URLSearchParams(search)) };
  const lines: string[] = [];
  const log = new JsonLog('error', (text) => void lines.push(text));
  const http = { getRequest: () => request, getResponse: () => reply };
  new ErrorPages(log).catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  log.flush();
  return { ...sent, logged: lines.join('') };
}

describe('an address that no page can be shown of', () => {
  it.each([
    [notFound('change.unknown'), 404, 'Siden findes ikke', 'There is no such page'],
    [forbidden('access.secretariat-only'), 403, 'Du må ikke se denne side', 'You may not see this page'],
    [new TryLater('view-behind', 1.2), 503, 'Siden kan ikke vises lige nu', 'The page cannot be shown right now'],
    [new Unusable('view-damaged', { da: 'x', en: 'x' }), 503, 'Siden kan ikke vises lige nu', 'cannot be shown'],
    [Object.assign(new Error(), { status: 401 }), 401, 'Vi ved ikke, hvem du er', 'We do not know who you are'],
    [new TypeError('of undefined'), 500, 'Der er en fejl i programmet', 'The program failed'],
    [undefined, 500, 'Der er en fejl i programmet', 'The program failed'],
    // A page only asks; whatever is refused because of what stands in the log is a fault of the page.
    [new Refused('meeting.held', {}, 409), 500, 'Der er en fejl i programmet', 'The program failed'],
  ])('is answered with a page that says so in either language: %s', (error, status, danish, english) => {
    const da = answered(error);
    expect([da.status, da.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8']);
    expect(da.headers['cache-control']).toBe('no-store');
    expect(da.html).toMatch(new RegExp(`<html lang="da">.*<h1>${danish}</h1>`));
    const en = answered(error, '/changes/7?lang=en');
    expect(en.status).toBe(status);
    expect(en.html).toMatch(new RegExp(`<html lang="en">.*<h1>[^<]*${english}`));
  });

  it('says when to try again, and leads to the same page once more', () => {
    const { headers, html } = answered(new TryLater('view-behind', 1.2), '/meetings/7?lang=en');
    expect(headers['retry-after']).toBe('2');
    expect(html).toContain('<a href="/meetings/7?lang=en">Try again</a>');
    expect(answered(notFound('meeting.unknown')).html).not.toContain('Prøv igen');
  });

  it('asks for the same day again, in whichever language', () => {
    const { html } = answered(new TryLater('view-building', 2), '/?asOf=2026-04-23&lang=da');
    expect(html).toContain('<a href="/?asOf=2026-04-23&amp;lang=da">Prøv igen</a>');
    expect(html).toContain('<a href="/?asOf=2026-04-23&amp;lang=en" lang="en"');
  });

  it('has the way to the front page and to the same in the other language', () => {
    const { html } = answered(notFound('change.unknown'), '/committees/..%2fx');
    expect(html).toContain('<a href="/?lang=da">');
    expect(html).toContain('<a href="/committees/..%2fx?lang=en" lang="en"');
  });

  it('is logged when the program failed, under the number that the reader is given', () => {
    const failed = answered(new TypeError('of undefined'));
    expect(failed.html).toContain('number-of-it');
    expect(JSON.parse(failed.logged)).toMatchObject({ error: 'TypeError', correlationId: 'number-of-it' });
    const broken = answered(new Unusable('view-damaged', { da: 'Filen er i stykker', en: 'The file is broken' }));
    expect(JSON.parse(broken.logged)).toMatchObject({ message: 'The file is broken', correlationId: 'number-of-it' });
    expect(broken.html).not.toContain('i stykker');
    expect(answered(notFound('change.unknown')).logged).toBe('');
  });
});
