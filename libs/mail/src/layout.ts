import type { Language } from '@rettidig/event-sourcing';
import type { MailContent } from './content.js';
import { htmlOf } from './layout.html.js';
import { textOf } from './layout.text.js';

/**
 * A mail's text and HTML from what it says: the same words in the same order, so that whoever reads one of them has read
 * the other.
 * @throws Error when a link is not http or https: that is a mistake in a program, never in data.
 */
export function layout(content: MailContent, language: Language): { readonly text: string; readonly html: string } {
  for (const { url } of [content.link, ...content.sections.flatMap(({ link }) => link ?? [])]) mustBeWeb(url);
  return { text: textOf(content, language), html: htmlOf(content, language) };
}

function mustBeWeb(url: string): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new Error('a link of a mail is http(s)');
}
