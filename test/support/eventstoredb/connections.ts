import { once } from 'node:events';
import { createServer, type Server as NetServer, type Socket } from 'node:net';

/** The sockets of a node's clients, so that one can be cut like a broken line, without a word of HTTP/2. */
export class Connections {
  private readonly byPeer = new Map<string, Socket>();
  private readonly server: NetServer;

  constructor(inject: (socket: Socket) => void) {
    this.server = createServer({ noDelay: true }, (socket) => {
      const peer = `${socket.remoteAddress}:${socket.remotePort}`;
      this.byPeer.set(peer, socket);
      socket.on('close', () => this.byPeer.delete(peer));
      socket.on('error', () => undefined); // the other side may end as it likes
      inject(socket);
    });
  }

  async listen(port: number): Promise<number> {
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as { port: number }).port;
  }

  get count(): number {
    return this.byPeer.size;
  }

  /** Cuts the connection of one call, told by `call.getPeer()`. */
  cut(peer: string): void {
    this.byPeer.get(peer)?.resetAndDestroy();
  }

  cutAll(): void {
    for (const socket of this.byPeer.values()) socket.resetAndDestroy();
  }

  close(): void {
    this.server.close();
  }
}
