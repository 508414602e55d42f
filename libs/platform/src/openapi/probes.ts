const problems = {
  type: 'array',
  description: 'What is not as it should be, one entry a cause; empty when ready.',
  items: {
    type: 'object',
    description: 'One cause.',
    properties: {
      code: { type: 'string', description: 'Stable: `view-building`, `view-failed`, `event-parked`, `disk-full`, …' },
      about: { type: 'string', description: 'The view, reaction or error that it is about.' },
      detail: { type: 'string', description: 'What it means, in the language asked for.' },
    },
  },
};

const answer = (description: string, properties: object): object => ({
  description,
  content: { 'application/json': { schema: { type: 'object', description, properties } } },
});

const readiness = {
  status: { type: 'string', enum: ['ready', 'not-ready'], description: 'Whether everything is well.' },
  lag: { type: 'integer', description: 'Events that the views have not seen yet.' },
  problems,
  views: {
    type: 'array',
    description: 'The views; one that is filled anew stands beside the one that serves until then.',
    items: {
      type: 'object',
      description: 'One view.',
      properties: {
        name: { type: 'string', description: 'Its name.' },
        state: { type: 'string', enum: ['building', 'live', 'failed'], description: 'Whether it serves.' },
        done: { type: 'integer', description: 'Events read while it is filled.' },
        total: { type: 'integer', description: 'Events to be read.' },
        eventsPerSecond: { type: 'integer', description: 'How fast it is filled; 0 when it is not.' },
      },
    },
  },
};

const probe = (operationId: string, summary: string, responses: object): object => ({
  get: { operationId, tags: ['probes'], summary, security: [], parameters: [], responses },
});

/** The two addresses for whoever watches the service; outside the API's version and without a persona. */
export const probePaths: Readonly<Record<string, object>> = {
  '/healthz': probe('IsAlive', 'Is the process alive', {
    '200': answer('It is.', { status: { type: 'string', const: 'alive', description: 'Always the same.' } }),
  }),
  '/readyz': probe('IsReady', 'Is everything well, and if not, why', {
    '200': answer('Everything is well.', readiness),
    '503': answer('Something is not; it may still answer in part.', readiness),
  }),
};
