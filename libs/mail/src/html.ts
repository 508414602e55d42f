/** A piece of HTML: what people wrote in it was escaped when it was put together. */
export class Html {
  constructor(readonly markup: string) {}
}

type Part = string | Html | readonly Part[] | undefined;

/** HTML from a template. Texts are escaped, pieces of HTML are kept, lists are joined, undefined is nothing. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(fixed.reduce((markup, text, at) => markup + markupOf(parts[at - 1]) + text));

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  return typeof part === 'string' ? escaped(part) : part.map(markupOf).join('');
}

const meanings: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => meanings[character]!);
