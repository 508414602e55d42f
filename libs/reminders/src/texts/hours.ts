import type { Language } from '@rettidig/event-sourcing';
import type { Hours } from '@rettidig/meetings';
import { notStated } from '@rettidig/vocabulary';

/** `kl. 10.00–12.00`; where only the start is known, `kl. 10.00`. In English `from 10:00 to 12:00`, `at 10:00`. */
export function hoursInWords({ startsAt, endsAt }: Hours, language: Language): string {
  if (startsAt === undefined) return notStated[language];
  const [from, to] = [startsAt, endsAt].map((time) => time?.replace(':', language === 'da' ? '.' : ':'));
  if (language === 'da') return `kl. ${to === undefined ? from : `${from}–${to}`}`;
  return to === undefined ? `at ${from}` : `from ${from} to ${to}`;
}
