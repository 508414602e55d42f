import type { KeyRing } from '@rettidig/event-sourcing';
import { tokenOf } from '@rettidig/event-sourcing';

/** The key of all tokens in addresses. Erasing it takes all of them away. */
const SCOPE = 'tokens-in-addresses';

const keyOf = async (keys: KeyRing): Promise<Uint8Array> => (await keys.ensure([SCOPE])).get(SCOPE)!;

/** The token of a calendar feed. It follows from the act that asked for it, so that the same act again gives the same. */
export const feedToken = async (keys: KeyRing, personId: string, commandId: string): Promise<string> =>
  tokenOf(await keyOf(keys), 'calendar-feed', personId, commandId);

const unsubscribeToken = (key: Uint8Array, personId: string): string =>
  `${personId}.${tokenOf(key, 'unsubscribe', personId)}`;

/** Where each person ends their own digest with one click: what a digest's mail says in `List-Unsubscribe`. */
export async function unsubscribeUrls(keys: KeyRing, publicUrl: string): Promise<(personId: string) => string> {
  const key = await keyOf(keys);
  return (personId) => `${publicUrl}/api/v1/mail-preferences/${unsubscribeToken(key, personId)}/unsubscribe`;
}

/** Whose token it is to end a digest; undefined for one that nobody was given. */
export async function unsubscriberOf(keys: KeyRing, token: string): Promise<string | undefined> {
  const personId = token.slice(0, 36);
  const key = await keyOf(keys);
  // Compared as hashes, so that how long it takes says nothing about how much was right.
  const isTheirs = tokenOf(key, 'same', token) === tokenOf(key, 'same', unsubscribeToken(key, personId));
  return isTheirs ? personId : undefined;
}
