/** Who leads and who is there, as the test has it; the election itself is not played. */
export interface ClusterView {
  readonly ports: readonly number[];
  readonly alive: readonly boolean[];
  /** The index of the leader; null while there is none. */
  readonly leader: number | null;
  /** Rises with each leader. */
  readonly epoch: number;
}

export const HOST = '127.0.0.1';
