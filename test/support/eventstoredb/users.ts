import type { Metadata } from '@grpc/grpc-js';
import { rpcErrors, type RpcError } from './rpc-errors.js';

/** Who may sign in, on TLS; without TLS the server asks nobody. */
export type Users = Readonly<Record<string, { readonly password: string; readonly isAdmin?: boolean }>>;

/**
 * As a secure server since 23.10 asks by default: nobody reads or writes a stream without a name, and $all and the
 * streams of the system are for administrators.
 */
export function refusal(users: Users | null, metadata: Metadata, stream: string): RpcError | undefined {
  if (!users) return undefined;
  const basic = /^Basic (.+)$/.exec(String(metadata.get('authorization')[0] ?? ''))?.[1];
  if (basic === undefined) return rpcErrors.accessDenied();
  const [name = '', password] = Buffer.from(basic, 'base64').toString('utf8').split(/:(.*)/s);
  const user = users[name];
  if (user?.password !== password) return rpcErrors.unauthenticated();
  return stream.startsWith('$') && !user?.isAdmin ? rpcErrors.accessDenied() : undefined;
}
