import type { Feature, Text } from '@rettidig/event-sourcing';
import { listJobs } from './list-jobs.js';

/** How far long works are. `words`: what reactions and effects do, by their names, as the slices say it. */
export const jobsFeature = (words: Readonly<Record<string, Text>>): Feature => ({
  name: 'jobs',
  commands: [],
  queries: [listJobs(words)],
  projections: [],
  reactions: [],
  sealedFields: {},
  refusals: {},
});
