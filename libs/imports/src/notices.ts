import { documentWarnings } from '@rettidig/documents';
import type { Language, RefusalDetails, Text } from '@rettidig/event-sourcing';
import { filledIn, FreeText, Pattern } from '@rettidig/vocabulary';

/** A code with its sentence in the language of the reader. */
export class NoticeShown {
  @Pattern(/^[a-zA-Z]+(-[a-zA-Z]+)*\.[a-z0-9-]+$/, {
    description: 'What it is, for programs; stable.',
    example: 'document.macros-ignored',
  })
  code!: string;

  @FreeText({ description: 'What it says, in the language of the reader.', max: 2000 })
  sentence!: string;
}

interface Coded {
  readonly code: string;
  readonly details: RefusalDetails;
}

/** A code in words; a code without words says itself. */
export function noticeOf(
  { code, details }: Coded,
  texts: Readonly<Record<string, Text>>,
  language: Language,
): NoticeShown {
  const words = texts[code];
  return { code, sentence: words ? filledIn(words, details, language) : code };
}

/** What should be known about a file that could be read. */
export const warningsOf = (warnings: readonly Coded[], language: Language): NoticeShown[] =>
  warnings.map((warning) => noticeOf(warning, documentWarnings, language));
