import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../free-port.js';
import { NodeProcess } from '../node-process.js';
import { fromRoot } from '../root.js';
import { temporaryFolder } from '../server.js';
import { type ClusterView, HOST } from './cluster.js';
import type { Faults } from './faults.js';
import type { Counts } from './node-context.js';
import type { NodeOptions } from './node.js';
import type { Users } from './users.js';

const program = fromRoot('test/support/eventstoredb/node.ts');

/** For 127.0.0.1 and localhost, signed by itself; valid for a hundred years and for nothing but tests. */
export const CERTIFICATE = {
  certificate: fromRoot('test/support/eventstoredb/certificate.pem'),
  key: fromRoot('test/support/eventstoredb/certificate-key.pem'),
};

export interface EventStoreDbOptions {
  readonly nodes?: 1 | 3;
  readonly faults?: Partial<Faults>;
  /** With the certificate beside this file, and users; one node only. */
  readonly tls?: boolean;
  readonly users?: Users;
}

/** Starts a double of EventStoreDB, of one node or three, each in a process of its own. */
export async function startEventStoreDb(options: EventStoreDbOptions = {}): Promise<EventStoreDb> {
  const folder = temporaryFolder();
  const double = new EventStoreDb(folder.path, options, await freePorts(options.nodes ?? 1), folder.remove);
  try {
    await double.startAll();
  } catch (error) {
    await double.stop();
    throw error;
  }
  return double;
}

/** A running double, and what a test can do to it. Nodes are told by their index; node 0 leads first. */
export class EventStoreDb {
  private readonly nodes: (NodeProcess | null)[];
  private readonly frozen = new Set<number>();
  private faults: Partial<Faults>;
  private view: ClusterView;

  constructor(
    private readonly folder: string,
    private readonly options: EventStoreDbOptions,
    readonly ports: readonly number[],
    private readonly cleanUp: () => void,
  ) {
    this.nodes = ports.map(() => null);
    this.faults = options.faults ?? {};
    this.view = { ports, alive: ports.map(() => false), leader: null, epoch: 0 };
  }

  private get file(): string {
    return join(this.folder, 'log');
  }

  /** The connection string: of the node, or of the cluster's seeds. */
  get url(): string {
    const hosts = this.ports.map((port) => `${HOST}:${port}`).join(',');
    if (!this.options.tls) return `esdb://${hosts}?tls=false`;
    return `esdb://admin:changeit@${hosts}?tls=true&tlsCAFile=${CERTIFICATE.certificate}`;
  }

  /** All nodes, and the first one leads. */
  async startAll(): Promise<void> {
    await Promise.all(this.ports.map((_, index) => this.launch(index)));
    await this.elect(0);
  }

  private async launch(index: number): Promise<void> {
    const tls = this.options.tls ? CERTIFICATE : null;
    const users = this.options.users ?? { admin: { password: 'changeit', isAdmin: true } };
    this.view = { ...this.view, alive: this.view.alive.with(index, true) };
    const options: NodeOptions = { file: this.file, index, cluster: this.view, faults: this.faults, tls, users };
    const node = NodeProcess.start(program, [JSON.stringify(options)]);
    this.nodes[index] = node;
    await node.ask('isReady');
    await this.tellAll();
  }

  /** Tells the nodes that can hear who leads and who is there. */
  private async tellAll(): Promise<void> {
    const telling = this.nodes.map(async (node, index) => {
      const told = node?.isRunning ? node.ask('cluster', this.view) : undefined;
      const heard = told?.catch(() => undefined); // one that dies meanwhile need not hear
      if (!this.frozen.has(index)) await heard;
    });
    await Promise.all(telling);
  }

  /** Makes a node the leader; the one before follows, as soon as it hears of it. */
  async elect(leader: number): Promise<void> {
    this.view = { ...this.view, leader: null };
    await this.tellAll();
    this.view = { ...this.view, leader, epoch: this.view.epoch + 1 };
    await this.tellAll();
  }

  /** No node leads for now: writes are answered with "not ready", gossip shows nobody to prefer. */
  async depose(): Promise<void> {
    this.view = { ...this.view, leader: null };
    await this.tellAll();
  }

  get leader(): number | null {
    return this.view.leader;
  }

  /** What goes wrong from now on, on all nodes or one. Nodes started later do so too, except what is counted down. */
  async fault(faults: Partial<Faults>, node?: number): Promise<void> {
    const lasting = Object.entries(faults).filter(([, value]) => typeof value !== 'number');
    if (node === undefined) this.faults = { ...this.faults, ...Object.fromEntries(lasting) };
    await Promise.all(this.some(node).map((each) => each.ask('faults', faults)));
  }

  private some(node?: number): NodeProcess[] {
    const chosen = node === undefined ? this.nodes : [this.nodes[node] ?? null];
    return chosen.filter((each): each is NodeProcess => each?.isRunning === true);
  }

  /** Stops a node in order and starts it again on the same port; it leads again if it did before. */
  async restart(node = 0): Promise<void> {
    await this.shutDown(node);
    await this.startNode(node);
  }

  /** Stops a node in order: the others see it go. */
  async shutDown(node = 0): Promise<void> {
    await this.nodes[node]?.stop();
    await this.gone(node);
  }

  /** Ends a node as a power cut would. */
  async kill(node = 0): Promise<void> {
    await this.nodes[node]?.kill();
    await this.gone(node);
  }

  private async gone(node: number): Promise<void> {
    this.frozen.delete(node);
    this.view = { ...this.view, alive: this.view.alive.with(node, false) };
    if (this.view.leader === node) this.view = { ...this.view, leader: null };
    await this.tellAll();
  }

  /** Starts a node that was stopped or killed; without a leader, it leads. */
  async startNode(node = 0): Promise<void> {
    await this.launch(node);
    if (this.view.leader === null) await this.elect(node);
  }

  /** A node stands still: it neither answers nor closes anything. */
  freeze(node = 0): void {
    this.frozen.add(node);
    this.nodes[node]!.freeze();
  }

  thaw(node = 0): void {
    this.frozen.delete(node);
    this.nodes[node]!.thaw();
  }

  /** Breaks all connections of a node, or of all. */
  async cutConnections(node?: number): Promise<void> {
    await Promise.all(this.some(node).map((each) => each.ask('cutConnections')));
  }

  /** Every live subscription is found too slow. */
  async tooSlow(node?: number): Promise<void> {
    await Promise.all(this.some(node).map((each) => each.ask('tooSlow')));
  }

  /** The server ends every subscription in order, without an error. */
  async endSubscriptions(node?: number): Promise<void> {
    await Promise.all(this.some(node).map((each) => each.ask('endSubscriptions')));
  }

  /** Writes events of the system ($stats-…) into $all, as a real server does now and then. */
  async systemEvents(count = 1): Promise<void> {
    await this.nodes[this.view.leader ?? 0]!.ask('systemEvents', count);
  }

  /** How often a node was asked what, and how many connections and subscriptions it has. */
  counts(node = 0): Promise<Counts & { readonly connections: number; readonly live: number }> {
    return this.nodes[node]!.ask('counts');
  }

  /** The state of the log, to be restored later. */
  mark(): Promise<number> {
    return this.nodes[this.view.leader ?? 0]!.ask('logEnd');
  }

  /** All nodes stop, the log is put back, and they start again: a restore from a backup. */
  async restore(mark: number): Promise<void> {
    const { leader } = this.view;
    for (const index of this.ports.keys()) await this.shutDown(index);
    truncateSync(this.file, mark);
    await Promise.all(this.ports.map((_, index) => this.launch(index)));
    await this.elect(leader ?? 0);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map(async (node) => node?.kill()));
    this.cleanUp();
  }
}
