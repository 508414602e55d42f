import type { Confidence, MinutesDraft, MinutesItem, RosterPerson } from '../draft.js';
import type { Expected, ExpectedItem } from './expected.js';
import { singleFacts } from './expected.js';

/** A value that was read and is not what stands in the minutes. */
export interface Wrong {
  readonly kind: string;
  readonly value: unknown;
  readonly line: number;
  readonly confidence: Confidence;
}

export interface Comparison {
  readonly right: number;
  readonly wrong: readonly Wrong[];
}

/** Capitals and spaces are no part of a value: a document in capitals has nothing else. */
const plain = (value: unknown): string =>
  JSON.stringify(value ?? null)
    .toLowerCase()
    .replace(/\s+/gu, ' ');
const same = (one: unknown, other: unknown): boolean => plain(one) === plain(other);

/** Holds every value that was read against the expected ones. What is missing is neither right nor wrong. */
export function compare(draft: MinutesDraft, expected: Expected): Comparison {
  const claims = [
    ...facts(draft, expected),
    ...persons(draft, expected),
    ...draft.items.flatMap((item) => claimsOf(item, expected)),
    ...demands(draft, expected),
  ];
  return {
    right: claims.filter(({ ok }) => ok).length,
    wrong: claims.filter(({ ok }) => !ok).map(({ ok: _ok, ...wrong }) => wrong),
  };
}

type Claim = Wrong & { readonly ok: boolean };

function facts(draft: MinutesDraft, expected: Expected): Claim[] {
  const single = singleFacts.flatMap((kind) =>
    draft[kind] ? [{ kind, ...draft[kind], ok: same(draft[kind].value, expected[kind]) }] : [],
  );
  const numbers = draft.numbers.map((read) => ({
    kind: 'number',
    ...read,
    ok: expected.numbers.some((one) => same(one, read.value)),
  }));
  const extraordinary: Claim[] =
    draft.extraordinary && !expected.extraordinary
      ? [{ kind: 'extraordinary', value: true, line: 0, confidence: 'certain', ok: false }]
      : [];
  return [...single, ...numbers, ...extraordinary];
}

function persons(draft: MinutesDraft, { roster }: Expected): Claim[] {
  return draft.roster.map(({ line, confidence, ...person }) => ({
    kind: 'roster',
    value: person,
    line,
    confidence,
    ok: roster.some((one) => agrees(person, one)),
  }));
}

/** What is read of a person is what stands there; less may be read. */
const agrees = (read: Omit<RosterPerson, 'line' | 'confidence'>, expected: Expected['roster'][number]): boolean =>
  Object.entries(read).every(([key, value]) => same(value, expected[key as keyof typeof expected]));

function claimsOf(item: MinutesItem, { items }: Expected): Claim[] {
  const expected = items.find(({ number }) => number === item.number);
  const { line, confidence } = item;
  return [
    {
      kind: 'title',
      value: item.title,
      line,
      confidence,
      ok: same([item.title, item.standing], [expected?.title, expected?.standing]),
    },
    ...formOf(item, expected),
    ...(item.jointSummary ?? []).map(({ employeeSide, managementSide, ...read }) => ({
      kind: 'row',
      value: { employeeSide, managementSide },
      ...read,
      ok: (expected?.jointSummary ?? []).some((row) => same(row, { employeeSide, managementSide })),
    })),
    ...item.annexes.map((read) => ({ kind: 'annex', ...read, ok: expected?.annexes.includes(read.value) === true })),
    ...item.followUps.map(({ what, due, ...read }) => ({
      kind: 'followUp',
      value: { what, due },
      ...read,
      ok: (expected?.followUps ?? []).some((one) => same(one, { what, due })),
    })),
    ...item.politicalDates.map(({ body, on, line: at, confidence: sure }) => ({
      kind: 'politicalDate',
      value: { body, on },
      line: at,
      confidence: sure,
      ok: (expected?.politicalDates ?? []).some((one) => same(one, { body, on })),
    })),
  ];
}

function formOf({ form, formConfidence, line }: MinutesItem, expected: ExpectedItem | undefined): Claim[] {
  if (form === 'notStated') return [];
  return [{ kind: 'form', value: form, line, confidence: formConfidence, ok: form === expected?.form }];
}

function demands(draft: MinutesDraft, expected: Expected): Claim[] {
  return draft.demands.map(({ itemNumber, text, answer, line, confidence }) => ({
    kind: 'demand',
    value: { itemNumber, text, answer },
    line,
    confidence,
    ok: expected.demands.some(
      (one) =>
        one.itemNumber === itemNumber && same(one.text, text) && (answer === undefined || same(one.answer, answer)),
    ),
  }));
}

/** Which warnings speak of a kind of value, beside those on its own line. */
const about: Readonly<Record<string, RegExp>> = {
  committee: /committee/,
  heldOn: /date-|weekday/,
  documentDate: /date-|weekday/,
  startsAt: /time-/,
  endsAt: /time-/,
  roster: /roster|name-|presence|office|side-/,
  title: /item|agenda|titles|heading/,
  form: /form|item|agenda|titles|heading|summary|table|row/,
  row: /table|columns|row|summary/,
  demand: /table|columns|row/,
};

/**
 * Whether the draft says that a value wants looking at: by a warning on its line, or by one of its kind that the minutes
 * did not have before they were harmed.
 */
export const isWarnedOf = (draft: MinutesDraft, { kind, line }: Wrong, before: MinutesDraft): boolean =>
  draft.warnings.some(
    (warning) =>
      warning.line === line ||
      (about[kind]?.test(warning.code) === true && !before.warnings.some(({ code }) => code === warning.code)),
  );
