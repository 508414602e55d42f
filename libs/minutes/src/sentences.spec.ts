import { contentOf } from './lines.js';
import { Notes } from './notes.js';
import { sentencesOf } from './sentences.js';

const sentences = (...lines: readonly string[]) => sentencesOf(contentOf(lines, new Notes())).map(({ text }) => text);

it.each([
  'Brevet kom d. 21. september og blev læst.',
  'Brevet kom den 21. September og blev læst.',
  'Mødet er den 2. sept. 2026 i kantinen.',
  'Svaret kom d. 3. feb. 2026 fra HR.',
])('a short form or a number with a stop ends no sentence: %s', (text) => {
  expect(sentences(`${text} Det var alt.`)).toEqual([text, 'Det var alt.']);
});

it('goes on over lines behind a short form', () => {
  expect(sentences('Brevet kom d.', '21. september, og den', '21. kom svaret. Det var alt.')).toEqual([
    'Brevet kom d. 21. september, og den 21. kom svaret.',
    'Det var alt.',
  ]);
});
