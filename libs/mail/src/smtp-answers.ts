/**
 * What may be kept of a server's answer: its codes, and its own id of the mail. Servers repeat addresses and names in
 * their sentences, so no word of those is kept.
 */
export function answerOf(response: string | undefined): string {
  const [, code, enhanced] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response ?? '') ?? [];
  if (code === undefined) return '';
  const [, id] = /\b(?:queued as|id=)\s*([A-Za-z0-9][A-Za-z0-9._-]{3,63})(?![\w@.-])/i.exec(response ?? '') ?? [];
  return [code, enhanced, id].filter((part) => part !== undefined).join(' ');
}
