import type { Language } from '@rettidig/event-sourcing';

const MEMORY = 256;
const known = new Map<string, Language>();

/** The language of an answer by `Accept-Language`: Danish unless English is wanted more. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return 'da';
  const remembered = known.get(header);
  if (remembered) return remembered;
  const language = preferred(header);
  if (known.size < MEMORY) known.set(header, language);
  return language;
}

function preferred(header: string): Language {
  const weights: Record<Language, number> = { da: 0, en: 0 };
  for (const part of header.slice(0, 400).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'da' && language !== 'en') continue;
    const quality = parameters.map((one) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
    weights[language] = Math.max(weights[language], quality === undefined ? 1 : Number(quality));
  }
  return weights.en > weights.da ? 'en' : 'da';
}
