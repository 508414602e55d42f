import { isPersonRole, roles } from '@rettidig/access';
import { idOf, type Actor } from '@rettidig/event-sourcing';
import { Problem } from './problem.js';

/** What an identity is read from. */
export interface Credentials {
  readonly persona: string | string[] | undefined;
  readonly host: string | undefined;
  readonly remoteAddress: string | undefined;
  /** The first header that only a proxy adds. */
  readonly proxyHeader: string | undefined;
}

/** Who calls. Sign-in will be another of these. */
export abstract class Identity {
  /**
   * Refuses connections that this kind of identity cannot vouch for.
   * @throws Problem 403.
   */
  abstract admit(credentials: Credentials): void;
  /** @throws Problem 401 when nobody can be recognised. */
  abstract actorOf(credentials: Credentials): Actor;
}

const actors = new Map<string, Actor>(roles.map((role) => [role, { id: idOf('persona', role), role }]));

/**
 * Demo personas: whoever sits at this machine chooses a role. Only over the loopback interface, under a loopback name
 * (a web site could otherwise point its own name here) and never through a proxy, which would let the whole net in.
 */
export class DemoPersonas extends Identity {
  admit({ host, remoteAddress, proxyHeader }: Credentials): void {
    if (proxyHeader !== undefined) throw new Problem(403, 'persona.behind-proxy', { header: proxyHeader });
    if (!isLoopbackAddress(remoteAddress)) throw new Problem(403, 'persona.not-loopback');
    if (!isLoopbackHost(host)) throw new Problem(403, 'host.not-loopback');
  }

  actorOf({ persona }: Pick<Credentials, 'persona'>): Actor {
    if (persona === undefined || persona === '') throw new Problem(401, 'persona.missing', { allowed: [...roles] });
    const actor = typeof persona === 'string' && isPersonRole(persona) ? actors.get(persona) : undefined;
    if (!actor) throw new Problem(401, 'persona.unknown', { allowed: [...roles] });
    return actor;
  }
}

const isLoopbackAddress = (address: string | undefined): boolean =>
  address !== undefined && /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/i.test(address);

const isLoopbackHost = (host: string | undefined): boolean =>
  host !== undefined && /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/i.test(host);
