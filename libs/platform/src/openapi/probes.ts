import { causeTexts } from '../health/cause-texts.js';

const problems = {
  type: 'array',
  description: 'What is not as it should be, one entry a cause; empty when ready.',
  items: {
    type: 'object',
    description: 'One cause.',
    properties: {
      code: {
        type: 'string',
        enum: Object.keys(causeTexts),
        description: 'Stable: what kind of cause it is.',
      },
      about: { type: 'string', description: 'The view, reaction, event type or error that it is about.' },
      detail: { type: 'string', description: 'What it means, in the language asked for.' },
      severity: {
        type: 'string',
        enum: ['not-ready', 'degraded'],
        description: '`degraded`: all work goes on, and somebody should look all the same.',
      },
    },
  },
};

const answer = (description: string, properties: object): object => ({
  description,
  content: { 'application/json': { schema: { type: 'object', description, properties } } },
});

const readiness = {
  status: {
    type: 'string',
    enum: ['ready', 'degraded', 'not-ready'],
    description: 'Whether everything is well. `degraded`: all work goes on, and somebody should look all the same.',
  },
  lag: { type: 'integer', description: 'Events that the views have not seen yet.' },
  problems,
  subscription: {
    type: 'string',
    enum: ['connecting', 'catching-up', 'live', 'backing-off', 'failed'],
    description: 'How the process follows the log; `live` when it has seen its end.',
  },
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
  reactions: {
    type: 'array',
    description: 'The reactions of this process; an API beside workers has none.',
    items: {
      type: 'object',
      description: 'One reaction.',
      properties: {
        name: { type: 'string', description: 'Its name.' },
        state: {
          type: 'string',
          enum: ['running', 'standing-by'],
          description: '`standing-by`: another process runs it, and this one would take over.',
        },
        work: {
          type: 'object',
          description: 'How far it is with an event that asks for more than a hundred commands.',
          properties: {
            eventId: { type: 'string', description: 'The event.' },
            done: { type: 'integer', description: 'Commands that are done.' },
            total: { type: 'integer', description: 'Commands that it asks for.' },
          },
        },
      },
    },
  },
  queue: {
    type: ['object', 'null'],
    description: 'The jobs of the queue; effects that are due together share one. Null where there is none.',
    properties: {
      waiting: { type: 'integer', description: 'Jobs whose time has come.' },
      delayed: { type: 'integer', description: 'Jobs whose time is to come.' },
      active: { type: 'integer', description: 'Jobs in hand.' },
      dead: { type: 'integer', description: 'Jobs that were given up.' },
    },
  },
};

const probe = (operationId: string, summary: string, responses: object): object => ({
  get: { operationId, tags: ['probes'], summary, security: [], parameters: [], responses },
});

const metrics = {
  description:
    'Counts, durations and states, in the text format of Prometheus. Names and codes only, nothing about people.',
  content: { 'text/plain': { schema: { type: 'string', description: 'One measure a line.' } } },
};

/** The addresses for whoever watches a process; outside the API's version and without a persona. */
export const probePaths: Readonly<Record<string, object>> = {
  '/healthz': probe('IsAlive', 'Is the process alive', {
    '200': answer('It is.', { status: { type: 'string', const: 'alive', description: 'Always the same.' } }),
  }),
  '/readyz': probe('IsReady', 'Is everything well, and if not, why', {
    '200': answer('All work goes on.', readiness),
    '503': answer('Something does not; it may still answer in part.', readiness),
  }),
  '/metrics': probe('GetMetrics', 'What was done, how often and how fast, and how everything stands', {
    '200': metrics,
  }),
};
