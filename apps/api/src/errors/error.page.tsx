import type { Language, Text } from '@rettidig/event-sourcing';
import type { ReactNode } from 'react';
import { Frame, rendered } from '../page/frame.js';
import { HeaderOfThing } from '../things/thing.page.js';
import { thingWordsIn } from '../things/thing.words.js';

interface Told {
  readonly title: Text;
  readonly what: Text;
  /** It may be another answer the next time. */
  readonly again?: true;
}

/** Why there is no page, and what its reader can do about it. */
const told = {
  401: {
    title: { da: 'Vi ved ikke, hvem du er', en: 'We do not know who you are' },
    what: {
      da: 'Rollen i headeren X-Persona findes ikke. Ret den, eller lad den være væk.',
      en: 'There is no such role as the header X-Persona names. Correct it or leave it out.',
    },
  },
  403: {
    title: { da: 'Du må ikke se denne side', en: 'You may not see this page' },
    what: {
      da: 'Den viser noget, som kun nogle må se. Har du brug for det, så spørg sekretariatet.',
      en: 'It shows what only some may see. If you need it, ask the secretariat.',
    },
  },
  404: {
    title: { da: 'Siden findes ikke', en: 'There is no such page' },
    what: {
      da: 'Har du adressen fra en mail, så se efter, at hele adressen er kommet med. Ellers find sagen eller mødet fra forsiden, eller spørg sekretariatet.',
      en: 'If you have the address from a mail, check that the whole address was copied. Otherwise find the case or meeting from the front page, or ask the secretariat.',
    },
  },
  500: {
    title: { da: 'Der er en fejl i programmet', en: 'The program failed' },
    what: {
      da: 'Siden kan ikke vises. Prøv igen om lidt. Bliver det ved, så giv dette nummer til dem, der driver programmet:',
      en: 'The page cannot be shown. Try again in a moment. If it keeps happening, give this number to those who run the program:',
    },
    again: true,
  },
  503: {
    title: { da: 'Siden kan ikke vises lige nu', en: 'The page cannot be shown right now' },
    what: {
      da: 'Programmet er ved at indhente det sidste, eller noget, som det bruger, svarer ikke. Prøv igen om lidt. Bliver det ved, så sig det til dem, der driver programmet.',
      en: 'The program is catching up, or something that it uses does not answer. Try again in a moment. If it keeps happening, tell those who run the program.',
    },
    again: true,
  },
} satisfies Readonly<Record<number, Told>>;

/** Status codes that a page tells of. */
export type ToldStatus = keyof typeof told;

/** Whether a page tells of it. */
export const isTold = (status: unknown): status is ToldStatus => typeof status === 'number' && status in told;

interface ErrorPage {
  readonly status: ToldStatus;
  readonly language: Language;
  /** The address that was asked for, in a language. */
  readonly sameIn: (language: Language) => string;
  /** Under which the log has the error. */
  readonly number: string;
}

/** The page in the place of one that cannot be shown, as HTML. */
export const renderErrorPage = (page: ErrorPage): string => rendered(<Page page={page} />);

function Page({ page: { status, language, sameIn, number } }: { readonly page: ErrorPage }): ReactNode {
  const { title, what, again }: Told = told[status];
  return (
    <Frame
      language={language}
      title={`${title[language]} – Rettidig`}
      header={<HeaderOfThing language={language} sameIn={sameIn} />}
    >
      <h1>{title[language]}</h1>
      <p className="page-notice">
        {what[language]}
        {status === 500 && ` ${number}`}
      </p>
      {again && (
        <p>
          <a href={sameIn(language)}>{thingWordsIn(language)('tryAgain')}</a>
        </p>
      )}
    </Frame>
  );
}
