/**
 * What may be asked by whoever holds a token, without anybody signing in: by name, with the reason. Whatever is not here
 * asks for a person; whatever is here shows or does nothing but what concerns the one person whose token it is.
 */
export const allowedByToken = {
  GetCalendarFeed:
    'A calendar program cannot sign in. The person asked for the address, can take it away, and it shows days and names of committees, never a text of a case.',
  Unsubscribe:
    'A mail program cannot sign in (RFC 8058). The link came with a mail to the person, and all it does is to end their own digest.',
} as const;

/**
 * @throws Error naming each route by token without a reason.
 */
export function checkTokenRoutes(names: readonly string[]): void {
  const missing = names.filter((name) => !Object.hasOwn(allowedByToken, name));
  if (missing.length > 0) throw new Error(`by token without a reason in the access table: ${missing.join(', ')}`);
}
