/** A mail as somebody reads it. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  /** The iCalendar object in it. */
  readonly calendar: string | null;
}

/** Reads the bytes of a mail (RFC 5322, 2045-2047), as far as Rettidig's mails go. */
export function readMail(bytes: Buffer): ReadMail {
  const { headers, parts } = partsOf(bytes.toString('latin1'));
  const of = (type: string): string | undefined => parts.find((part) => part.type === type)?.text;
  return {
    to: /<?([^<>\s]+@[^<>\s]+?)>?$/.exec(headers['to'] ?? '')?.[1] ?? '',
    subject: decodedWords(headers['subject'] ?? ''),
    messageId: headers['message-id'] ?? '',
    headers,
    text: of('text/plain') ?? '',
    html: of('text/html') ?? '',
    calendar: of('text/calendar') ?? null,
  };
}

interface Part {
  readonly type: string;
  readonly text: string;
}

function partsOf(entity: string): { readonly headers: Record<string, string>; readonly parts: Part[] } {
  const [head, body] = split(entity, '\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [name, value] = split(line, ':');
    headers[name.toLowerCase()] = value.trim();
  }
  const type = headers['content-type'] ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined)
    return { headers, parts: [{ type: type.split(';')[0]!.trim(), text: decoded(body, headers) }] };
  const inner = body.split(`--${boundary}`).slice(1, -1);
  return { headers, parts: inner.flatMap((one) => partsOf(one.replace(/^\r\n/, '')).parts) };
}

function decoded(body: string, headers: Record<string, string>): string {
  const encoding = (headers['content-transfer-encoding'] ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes = encoding === 'quoted-printable' ? unquoted(body.replaceAll(/=\r\n/g, '')) : body;
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}

const unquoted = (text: string): string =>
  text.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const decodedWords = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_whole, kind: string, word: string) => {
      if (kind.toUpperCase() === 'B') return Buffer.from(word, 'base64').toString('latin1');
      return unquoted(word.replaceAll('_', ' '));
    })
    .replace(/^[\s\S]*$/, (all) => Buffer.from(all, 'latin1').toString('utf8'));

function split(text: string, by: string): readonly [string, string] {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)];
}
