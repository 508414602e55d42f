import type { Language } from '@rettidig/event-sourcing';
import type { ReactNode } from 'react';
import { Checks } from './checks.js';
import { PoliticalAgendas, ToBeAssessed } from './detection.js';
import { Frame, Header, rendered } from './frame.js';
import type { PageModel } from './model.js';
import { PlansAtAGlance } from './plan.js';
import { Register } from './register.js';
import { Acts, Breaches, Meetings, Waiting } from './sections.js';
import { TryOut } from './try-out.js';
import { wordsIn } from './words.js';

/** The front page as HTML. */
export const renderPage = (model: PageModel): string => rendered(<Page model={model} />);

function Page(props: { readonly model: PageModel }): ReactNode {
  const { model } = props;
  const say = wordsIn(model.language);
  const inLanguage = (lang: Language): string =>
    `/?${new URLSearchParams({ lang, ...(model.asOf ? { asOf: model.asOf } : {}) }).toString()}`;
  return (
    <Frame
      language={model.language}
      title={say('title')}
      header={<Header language={model.language} inLanguage={inLanguage} tagline={say('tagline')} />}
      footer={<Footer model={model} />}
    >
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
    </Frame>
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
