import type { Language } from '@rettidig/event-sourcing';
import type { OutboxEntry, OutboxMail } from '@rettidig/mail';
import type { ReactNode } from 'react';
import { Frame, Header, rendered } from '../page/frame.js';
import { Table } from '../page/parts.js';
import { wordsIn } from './outbox.words.js';

interface List {
  readonly language: Language;
  readonly items: readonly OutboxEntry[];
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly limit: number;
}

interface Single {
  readonly language: Language;
  readonly mail: OutboxMail;
}

/** The list of mails as HTML. */
export const renderOutbox = (list: List): string => {
  const say = wordsIn(list.language);
  const header = <Header language={list.language} inLanguage={(lang) => `/outbox?page=${list.page}&lang=${lang}`} />;
  return rendered(
    <Frame language={list.language} title={`${say('outbox')} – Rettidig`} header={header}>
      <nav aria-label="Rettidig">
        <a href={`/?lang=${list.language}`}>{say('backToPage')}</a>
      </nav>
      <h1>{say('outbox')}</h1>
      <p className="page-notice">{say('lead')}</p>
      <p>
        {say('total')} <strong data-testid="outbox-total">{list.total}</strong>
      </p>
      <Mails list={list} />
      <Pages list={list} />
    </Frame>,
  );
};

/** One mail as HTML: its headers, its text, how it looks, and what goes into a calendar. */
export const renderMail = ({ mail, language }: Single): string => {
  const say = wordsIn(language);
  const header = <Header language={language} inLanguage={(lang) => `/outbox/${mail.name}?lang=${lang}`} />;
  return rendered(
    <Frame language={language} title={`${mail.subject} – ${say('outbox')}`} header={header}>
      <nav aria-label={say('outbox')}>
        <a href={`/outbox?lang=${language}`}>{say('backToList')}</a>
      </nav>
      <h1>{mail.subject}</h1>
      <p>
        {say('to')}: <span className="page-break">{mail.to}</span>. {say('date')}: {momentInWords(mail.at, language)}
        <Repeat mail={mail} language={language} />.
      </p>
      <p>
        <a href={`/outbox/${mail.name}/eml`} download={mail.name}>
          {say('download')}
        </a>
      </p>
      <Part id="html" title={say('html')}>
        <iframe
          className="page-mail"
          title={`${say('html')}: ${mail.subject}`}
          src={`/outbox/${mail.name}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      </Part>
      <Part id="text" title={say('text')}>
        <pre className="page-written">{mail.text}</pre>
      </Part>
      {mail.calendar !== null && (
        <Part id="calendar" title={say('calendar')}>
          <pre className="page-written">{mail.calendar}</pre>
        </Part>
      )}
      <Part id="headers" title={say('headers')}>
        <Table
          caption={say('headers')}
          headings={[say('header'), say('value')]}
          rows={mail.headers.map(({ name, value }, at) => ({
            key: String(at),
            cells: [name, <span className="page-break">{value}</span>],
          }))}
        />
      </Part>
    </Frame>,
  );
};

function Part(props: { readonly id: string; readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}

function Mails({ list: { items, total, language } }: { readonly list: List }): ReactNode {
  const say = wordsIn(language);
  if (items.length === 0) return <p>{say(total === 0 ? 'none' : 'noneHere')}</p>;
  return (
    <Table
      caption={say('outbox')}
      headings={[say('subject'), say('to'), say('date')]}
      rows={items.map((mail) => ({
        key: mail.name,
        cells: [
          <a href={`/outbox/${mail.name}?lang=${language}`}>{mail.subject}</a>,
          <span className="page-break">{mail.to}</span>,
          <>
            {momentInWords(mail.at, language)}
            <Repeat mail={mail} language={language} />
          </>,
        ],
      }))}
    />
  );
}

function Pages({ list: { page, limit, total, language } }: { readonly list: List }): ReactNode {
  const say = wordsIn(language);
  const [hasNewer, hasOlder] = [page > 1, page * limit < total];
  if (!hasNewer && !hasOlder) return null;
  const to = (number: number): string => `/outbox?page=${number}&lang=${language}`;
  return (
    <nav aria-label={say('pages')} className="page-pages">
      {hasNewer && <a href={to(page - 1)}>{say('newer')}</a>}
      {hasOlder && <a href={to(page + 1)}>{say('older')}</a>}
    </nav>
  );
}

/** The same mail came before it. */
function Repeat({ mail, language }: { readonly mail: OutboxEntry; readonly language: Language }): ReactNode {
  return mail.copy > 1 ? ` (${wordsIn(language)('repeat')} ${mail.copy - 1})` : null;
}

/** In Copenhagen. */
function momentInWords(at: string, language: Language): string {
  const form = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Copenhagen' } as const;
  return at === '' ? '' : new Intl.DateTimeFormat(language === 'da' ? 'da-DK' : 'en-GB', form).format(new Date(at));
}
