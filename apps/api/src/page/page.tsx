import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Checks } from './checks.js';
import { PoliticalAgendas, ToBeAssessed } from './detection.js';
import type { PageModel } from './model.js';
import { PlansAtAGlance } from './plan.js';
import { Register } from './register.js';
import { Acts, Breaches, Meetings, Waiting } from './sections.js';
import { TryOut } from './try-out.js';
import { wordsIn } from './words.js';

/** The whole page as HTML. No script: everything on it works and prints without. */
export const renderPage = (model: PageModel): string =>
  `<!doctype html>${renderToStaticMarkup(<Page model={model} />)}`;

function Page(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  return (
    <html lang={model.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{say('title')}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/dkfds/css/dkfds.min.css" />
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        <a className="page-skip" href="#main-content">
          {say('skip')}
        </a>
        <Header model={model} />
        <main id="main-content" className="container page-container">
          <h1 id="register">{say('registerHeading')}</h1>
          <p className="page-notice">{say(model.notice)}</p>
          <PlansAtAGlance model={model} />
          <Register model={model} />
          <ToBeAssessed model={model} />
          <PoliticalAgendas model={model} />
          <Breaches model={model} />
          <Waiting model={model} />
          <TryOut model={model} />
          <Meetings model={model} />
          <Acts model={model} />
          <Checks model={model} />
        </main>
        <Footer model={model} />
      </body>
    </html>
  );
}

function Header(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  const other = model.language === 'da' ? 'en' : 'da';
  const parameters = new URLSearchParams({ lang: other, ...(model.asOf ? { asOf: model.asOf } : {}) });
  return (
    <header className="container mt-4">
      <p className="h3 m-0">Rettidig</p>
      <p className="m-0">{say('tagline')}</p>
      <p className="page-screen-only">
        <a href={`/?${parameters.toString()}`} lang={other} hrefLang={other}>
          {say('otherLanguage')}
        </a>
      </p>
    </header>
  );
}

function Footer(props: { readonly model: PageModel }): ReactNode {
  const say = wordsIn(props.model.language);
  return (
    <footer className="container mt-7 mb-5">
      <nav aria-label={say('footerApi')}>
        <a href="/api/docs">{say('footerApi')}</a>
      </nav>
      <p className="page-muted">
        {say('footerPrint')} {say('noScript')}
      </p>
    </footer>
  );
}
