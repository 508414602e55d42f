import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Where the browsable documentation lives; its own page needs inline styles. */
const DOCS = '/api/docs';

/** Security headers on every answer, and no acts that another web site's page started. */
export function secure(nest: NestFastifyApplication): void {
  nest.enableCsrfProtection();
  nest.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'none'",
        styleSrc: "'self'",
        imgSrc: ["'self'", 'data:'],
        fontSrc: "'self'",
        connectSrc: "'self'",
        formAction: "'self'",
        baseUri: "'none'",
        frameAncestors: "'none'",
      },
    },
    // On the loopback interface there is no https to insist on; whoever puts TLS before it adds this there.
    strictTransportSecurity: false,
  });
  nest
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', (request, reply, _payload, done) => {
      if ((request.raw.url ?? '').startsWith(DOCS)) {
        reply.header(
          'content-security-policy',
          "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
        );
      }
      done();
    });
}
