import type { Language } from '@rettidig/event-sourcing';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { wordsIn } from './words.js';

/** A page as HTML. No script: everything on it works and prints without. */
export const rendered = (page: ReactNode): string => `<!doctype html>${renderToStaticMarkup(page)}`;

/** What every page of the service is in: its title, the way past the header, and what stands around its content. */
export function Frame(props: {
  readonly language: Language;
  readonly title: string;
  readonly header: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <html lang={props.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/dkfds/css/dkfds.min.css" />
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <a className="page-skip" href="#main-content">
          {wordsIn(props.language)('skip')}
        </a>
        {props.header}
        <main id="main-content" className="container page-container">
          {props.children}
        </main>
        {props.footer}
      </body>
    </html>
  );
}

/** Whose page it is, and the same page in the other language; `inLanguage` says where that is. */
export function Header(props: {
  readonly language: Language;
  readonly inLanguage: (language: Language) => string;
  readonly tagline?: string;
  readonly children?: ReactNode;
}): ReactNode {
  const { language, inLanguage, tagline } = props;
  const other = language === 'da' ? 'en' : 'da';
  return (
    <header className="container mt-4">
      <p className="h3 m-0">Rettidig</p>
      {tagline !== undefined && <p className="m-0">{tagline}</p>}
      <p className="page-screen-only">
        <a href={inLanguage(other)} lang={other} hrefLang={other}>
          {wordsIn(language)('otherLanguage')}
        </a>
      </p>
      {props.children}
    </header>
  );
}
