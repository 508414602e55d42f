import type { Language } from '@rettidig/event-sourcing';
import { sourceKinds, type Source } from '@rettidig/vocabulary';

/** `Referat: HovedMED 24-04-2026, linje 341`, `Opdigtet i demoen`, or nothing. */
export function sourceText(source: Source | null, language: Language): string {
  if (!source) return '';
  const kind = sourceKinds[source.kind][language];
  const sentence = kind.charAt(0).toUpperCase() + kind.slice(1);
  return source.reference ? `${sentence}: ${source.reference}` : sentence;
}
