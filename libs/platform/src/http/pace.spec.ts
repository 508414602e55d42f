import { Pace } from './pace.js';

it('lets a token ask thirty times a minute, each by itself', () => {
  const pace = new Pace();
  const at = '2026-04-24T10:00:10.000Z';
  const asked = Array.from({ length: 31 }, () => pace.allows('mine', at));
  expect(asked.filter(Boolean)).toHaveLength(30);
  expect(pace.allows('another', at)).toBe(true);
  expect(pace.allows('mine', '2026-04-24T10:01:00.000Z')).toBe(true);
});

it('remembers no more than it must, whatever is tried', () => {
  const pace = new Pace();
  const at = '2026-04-24T10:00:10.000Z';
  for (let guess = 0; guess < 20_000; guess++) expect(pace.allows(String(guess), at)).toBe(true);
  expect((pace as unknown as { asked: Map<string, number> }).asked.size).toBe(10_000);
});
