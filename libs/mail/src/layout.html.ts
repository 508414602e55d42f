import type { Language } from '@rettidig/event-sourcing';
import type { MailContent, MailLink, MailSection } from './content.js';
import { html, Html } from './html.js';
import { whyHeading } from './layout.words.js';

// Word draws mail in classic Outlook: it knows tables and margins, and neither style sheets nor max-width. The colours
// have at least 7 to 1 against what is behind them.
const FONT = 'font-family:Arial,Helvetica,sans-serif';
const BODY = `${FONT};font-size:16px;line-height:24px;color:#1a1a1a`;
const QUIET = `${FONT};font-size:14px;line-height:20px;color:#404040`;
const LINK = 'color:#004d80;text-decoration:underline';

/** The one column, which Word would draw as wide as the window. */
const OUTLOOK_OPENS = new Html(
  '<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->',
);
const OUTLOOK_CLOSES = new Html('<!--[if mso]></td></tr></table><![endif]-->');

/** The HTML of a mail: one column, styles in place, nothing that is fetched and nothing that runs. */
export function htmlOf(content: MailContent, language: Language): string {
  const { heading, lead, sections, link, why, footer } = content;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${heading}</title>
      </head>
      <body style="margin:0;padding:0;background-color:#ffffff;overflow-wrap:break-word;word-break:break-word">
        ${OUTLOOK_OPENS}
        <div role="article" aria-label="${heading}" style="max-width:600px;margin:0 auto;padding:24px 16px;${BODY}">
          <h1 style="margin:0 0 16px;font-size:24px;line-height:32px;color:#1a1a1a">${heading}</h1>
          ${paragraphs(lead)} ${sections.map(sectionOf)}${mainLink(link)}
          <div style="margin:32px 0 0;padding:16px 0 0;border-top:1px solid #767676;${QUIET}">
            <h2 style="margin:0 0 8px;font-size:14px;line-height:20px;color:#404040">${whyHeading[language]}</h2>
            <ul style="margin:0 0 16px;padding:0 0 0 20px">
              ${why.map((reason) => html`<li style="margin:0 0 4px">${reason}</li>`)}
            </ul>
            ${paragraphs(footer, QUIET)}
          </div>
        </div>
        ${OUTLOOK_CLOSES}
      </body>
    </html> `.markup;
}

const paragraph = (text: string, style = BODY): Html => html`<p style="margin:0 0 16px;${style}">${text}</p> `;

const paragraphs = (text: string, style = BODY): Html[] =>
  text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line, style));

const sectionOf = ({ title, text, lines, link }: MailSection): Html =>
  html`<div style="margin:0 0 24px;padding:0 0 0 16px;border-left:4px solid #004d80">
    ${title === undefined ? undefined : html`<h2 style="margin:0 0 8px;font-size:18px;line-height:24px;color:#1a1a1a">${title}</h2> `}${
      text === undefined ? undefined : paragraphs(text)
    }${lines.map(({ label, value }) => html`<p style="margin:0 0 4px;${BODY}">${label}: <strong>${value}</strong></p> `)}${
      link === undefined
        ? undefined
        : html`<p style="margin:8px 0 0;${BODY}"><a href="${link.url}" style="${LINK}">${link.text}</a></p> `
    }
  </div> `;

/** A button that stays one where margins inside links are not drawn: the cell has the colour. */
const mainLink = ({ text, url }: MailLink): Html =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 0">
    <tr>
      <td style="padding:12px 24px;border-radius:4px;background-color:#004d80">
        <a
          href="${url}"
          style="${FONT};font-size:16px;line-height:24px;font-weight:bold;color:#ffffff;text-decoration:underline"
          >${text}</a
        >
      </td>
    </tr>
  </table>`;
