/** Data of any event; every reader knows what its type holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the log holds events of all slices
export type Told = any;
