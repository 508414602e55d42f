import type { ActTools } from './act.js';
import type { Text } from './decider.js';
import type { Instant } from './event.js';
import type { Language } from './language.js';

/**
 * Something that whoever holds a token asks, because what asks cannot sign in: a calendar program, a mail program's
 * "unsubscribe". The token stands in the address, is as long as a key, and is all that gives the right; so each of these
 * needs a line in the access table with the reason, and answers about nobody but whose token it is.
 */
export interface TokenRoute {
  /** Also its name in the access table. */
  readonly name: string;
  /** With `{token}` in it. */
  readonly path: `/${string}`;
  readonly tag: string;
  /** What each method does, for the API's documentation, and its answer's media type. */
  readonly methods: Readonly<Partial<Record<'GET' | 'POST', { readonly summary: Text; readonly mediaType: string }>>>;
  /** Null: nobody's token, whatever it looks like. `GET` changes nothing: programs that look through mails follow links. */
  readonly answer: (request: TokenRequest, tools: ActTools) => Promise<TokenAnswer | null>;
}

export interface TokenRequest {
  readonly method: 'GET' | 'POST';
  /** As it stands in the address, 1 to 100 characters. */
  readonly token: string;
  readonly now: Instant;
  /** What the asking program wants; null when it does not say. */
  readonly language: Language | null;
  readonly ifNoneMatch: string | null;
  /** Where people reach the service, without a slash at its end: links begin with it. Null where nobody said. */
  readonly publicUrl: string | null;
}

export interface TokenAnswer {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Quoted as in the header; whoever has it already is told 304. */
  readonly etag?: string;
}
