import type { Language } from '@rettidig/event-sourcing';
import type { Hours } from '@rettidig/meetings';
import { notStated } from '@rettidig/vocabulary';

/** `kl. 10.00–12.00`; where only the start is known, `kl. 10.00`. */
export function hoursInWords({ startsAt, endsAt }: Hours, language: Language): string {
  if (startsAt === undefined) return notStated[language];
  const [from, to] = [startsAt, endsAt].map((time) => time?.replace(':', language === 'da' ? '.' : ':'));
  return `${language === 'da' ? 'kl.' : 'at'} ${to === undefined ? from : `${from}–${to}`}`;
}
