import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The wire between one process and a server, through which a test can break what only this process has. */
export class SharedLink {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private isHeld = false;
  /** How many connections were made over it so far. */
  made = 0;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (near) => this.forward(near));
  }

  /** @param target the port of the server, on this machine. */
  static async to(target: number): Promise<SharedLink> {
    const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new SharedLink(server, target);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  private forward(near: Socket): void {
    this.made += 1;
    const far = connect(this.target, '127.0.0.1');
    const pair = [near, far] as const;
    this.pairs.add(pair);
    const end = (): void => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', end);
      from.on('close', end);
    }
    if (this.isHeld) far.pause();
    else near.resume();
  }

  /** Breaks all connections; new ones are let through. */
  cut(): void {
    for (const [near, far] of this.pairs) {
      near.resetAndDestroy();
      far.destroy();
    }
  }

  /** Nothing passes any more, while all connections stay open and new ones are taken. */
  hold(): void {
    this.isHeld = true;
    for (const socket of [...this.pairs].flat()) socket.pause();
  }

  letGo(): void {
    this.isHeld = false;
    for (const socket of [...this.pairs].flat()) socket.resume();
  }

  close(): void {
    this.cut();
    this.server.close();
  }
}
