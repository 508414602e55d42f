import type { MailContent } from './content.js';
import { layout } from './layout.js';

const content: MailContent = {
  heading: 'To sager mangler et punkt på mødet i HovedMED senest onsdag den 2. december 2026 (uge 49)',
  lead: 'Punkterne skal være inde om tre arbejdsdage.\nEfter den dag er der intet møde før beslutningen.',
  sections: [
    {
      title: 'Lukning af botilbuddet "Poplen" & <Birken>',
      text: 'Skal drøftes, før Socialudvalget beslutter.',
      lines: [
        { label: 'Punktet skal være inde', value: 'onsdag den 2. december 2026 (uge 49)' },
        {
          label: 'Sidste møde, der kan nås',
          value: 'torsdag den 17. december 2026 (uge 51), Rådhuset, lokale 3, kl. 9',
        },
      ],
      link: { text: 'Åbn sagen', url: 'https://rettidig.example/sager/1?a=1&b=2' },
    },
    { lines: [{ label: 'Ejer', value: 'ingen' }] },
  ],
  link: { text: 'Se alle sager', url: 'https://rettidig.example/' },
  why: ['Du er formand for HovedMED.', 'Du er stedfortræder for en anden.'],
  footer: 'Sendt af Rettidig.\nSvar på denne mail læses ikke.',
};

/** The words of HTML, as a reader hears them. */
const wordsOf = (html: string): string =>
  html
    .replace(/<head>.*<\/head>|<!--.*?-->/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s]+/g, ' ')
    .trim();

describe('a mail laid out', () => {
  it('says in plain text what it is about on its first line, and wraps like a letter', () => {
    const { text } = layout(content, 'da');
    expect(text).toBe(`To sager mangler et punkt på mødet i HovedMED senest onsdag den 2.
december 2026 (uge 49)

Punkterne skal være inde om tre arbejdsdage.

Efter den dag er der intet møde før beslutningen.

Lukning af botilbuddet "Poplen" & <Birken>
Skal drøftes, før Socialudvalget beslutter.
- Punktet skal være inde: onsdag den 2. december 2026 (uge 49)
- Sidste møde, der kan nås: torsdag den 17. december 2026 (uge 51),
  Rådhuset, lokale 3, kl. 9
Åbn sagen:
https://rettidig.example/sager/1?a=1&b=2

- Ejer: ingen

Se alle sager:
https://rettidig.example/

Hvorfor får jeg denne mail?
- Du er formand for HovedMED.
- Du er stedfortræder for en anden.

Sendt af Rettidig.

Svar på denne mail læses ikke.
`);
  });

  it('never breaks an address, nor a word that is longer than a line', () => {
    const url = `https://rettidig.example/${'a'.repeat(200)}`;
    const long = 'b'.repeat(100);
    const lines = layout({ ...content, lead: `før ${long} efter`, link: { text: 'Åbn', url } }, 'da').text.split('\n');
    expect(lines).toContain(url);
    expect(lines).toContain(long);
  });

  it('says the same in HTML, in the same order', () => {
    const { text, html } = layout(content, 'da');
    const plain = text
      .replace(/^https:.*$/gm, '')
      .replace(/^(Åbn sagen|Se alle sager):$/gm, '$1')
      .replace(/^- /gm, '')
      .replace(/\s+/g, ' ')
      .trim();
    expect(wordsOf(html)).toBe(plain);
  });

  it('keeps what people wrote text: no tag, no attribute, no script comes of it', () => {
    const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;`;
    const { html } = layout(
      {
        ...content,
        ...{ heading: evil, lead: evil, footer: evil, why: [evil] },
        sections: [
          {
            title: evil,
            text: evil,
            lines: [{ label: evil, value: evil }],
            link: { text: evil, url: 'https://x.example/"><script>' },
          },
        ],
      },
      'da',
    );
    expect(html).not.toMatch(/<script|<img/);
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;',
    );
    expect(html).toContain('href="https://x.example/&quot;&gt;&lt;script&gt;"');
  });

  it('fetches nothing and runs nothing', () => {
    expect(layout(content, 'da').html).not.toMatch(/<(script|img|link|iframe|object|style|form)\b|url\(|\son[a-z]+=/i);
  });

  it('says its language and has the words of it', () => {
    const english = layout(content, 'en');
    expect(english.html).toContain('<html lang="en">');
    expect(english.text).toContain('Why do I get this mail?');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/sager/1', ''])('does not link to %p', (url) => {
    expect(() => layout({ ...content, link: { text: 'x', url } }, 'da')).toThrow('http(s)');
    expect(() => layout({ ...content, sections: [{ lines: [], link: { text: 'x', url } }] }, 'da')).toThrow('http(s)');
  });
});
