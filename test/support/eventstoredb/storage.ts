import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import type { ClusterView } from './cluster.js';
import { Forwarder } from './forwarder.js';
import { Log } from './log.js';
import { type Append, type Delete, Writer, type WriteResult } from './writer.js';

/** The log as one node sees it: the leader writes, a follower sends writes on to the leader and reads along. */
export class Storage {
  readonly log: Log;
  private writer: Writer | null = null;
  private forwarder: Forwarder | null = null;
  private watcher: FSWatcher | null = null;

  constructor(
    file: string,
    private readonly index: number,
    private view: ClusterView,
  ) {
    this.log = Log.open(file);
    this.take(view);
  }

  get cluster(): ClusterView {
    return this.view;
  }

  get isLeader(): boolean {
    return this.writer !== null;
  }

  /** Where the leader is, for a client that insists on one. */
  get leaderPort(): number | null {
    return this.view.leader === null ? null : this.view.ports[this.view.leader]!;
  }

  /** A new view of the cluster; who becomes leader opens a new epoch in the log. */
  take(view: ClusterView): void {
    const { view: before, writer } = this;
    this.view = view;
    if (view.leader === this.index && writer && before.epoch === view.epoch) return;
    this.writer = null;
    this.forwarder?.close();
    this.forwarder = null;
    if (view.leader === this.index) this.lead(view.epoch);
    else this.follow();
  }

  private lead(epoch: number): void {
    this.watcher?.close();
    this.watcher = null;
    this.log.cutTornEnd();
    this.writer = new Writer(this.log, Math.max(epoch, this.log.epoch + 1));
    this.writer.appendSystemEvent('$epoch-information', '$epoch-information', {
      epochNumber: epoch,
      epochId: randomUUID(),
      epochPosition: this.log.end,
    });
  }

  private follow(): void {
    this.log.refresh();
    this.watcher ??= watch(this.log.file, () => this.log.refresh());
    const port = this.leaderPort;
    this.forwarder = port === null ? null : new Forwarder(port);
  }

  /** At once when this node leads; the leader's answer otherwise. */
  write(command: Append | Delete): WriteResult | Promise<WriteResult> {
    if (this.writer) return 'events' in command ? this.writer.append(command) : this.writer.delete(command);
    return this.forwarder?.write(command) ?? { kind: 'not-ready' };
  }

  systemEvents(count: number): void {
    for (let index = 0; index < count; index++)
      this.writer?.appendSystemEvent(`$stats-127.0.0.1:${this.view.ports[this.index]}`, '$statsCollected', { index });
  }

  close(): void {
    this.watcher?.close();
    this.forwarder?.close();
    this.log.close();
  }
}
