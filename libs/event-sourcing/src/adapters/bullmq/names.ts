/** The queues that the keys in Redis are named after: `<prefix>:effects:…`. */
export const QUEUES = { jobs: 'effects', sweeps: 'sweeps' } as const;
