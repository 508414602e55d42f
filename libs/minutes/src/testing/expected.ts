import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { MinutesDraft, MinutesItem, ReadFollowUp, RosterPerson } from '../draft.js';

/** What minutes say once, if at all. */
export const singleFacts = [
  'committee',
  'heldOn',
  'startsAt',
  'endsAt',
  'place',
  'documentDate',
  'caseOfficer',
  'nextMeeting',
] as const;

/** What somebody who reads an invented fixture finds in it, without lines and confidence. */
export interface Expected extends Readonly<Partial<Record<(typeof singleFacts)[number], string>>> {
  readonly extraordinary: boolean;
  readonly numbers: readonly MinutesDraft['numbers'][number]['value'][];
  readonly roster: readonly Omit<RosterPerson, 'line' | 'confidence'>[];
  readonly items: readonly ExpectedItem[];
  readonly demands: readonly { readonly itemNumber: number; readonly text: string; readonly answer?: string }[];
}

export interface ExpectedItem extends Pick<MinutesItem, 'number' | 'title' | 'standing' | 'form'> {
  readonly jointSummary?: readonly { readonly employeeSide: string; readonly managementSide: string }[];
  readonly annexes: readonly string[];
  readonly followUps: readonly Pick<ReadFollowUp, 'what' | 'due'>[];
  readonly politicalDates: readonly { readonly body: string; readonly on: string }[];
}

export interface Fixture {
  readonly name: string;
  readonly lines: readonly string[];
  readonly expected: Expected;
}

const folder = resolve(__dirname, '../../../../test/fixtures/minutes');

/** The invented minutes with what stands in them. */
export const fixtures = (): Fixture[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => ({
      name: file.replace('.txt', ''),
      lines: readFileSync(join(folder, file), 'utf8').split('\n'),
      expected: JSON.parse(readFileSync(join(folder, file.replace('.txt', '.json')), 'utf8')) as Expected,
    }));

/** A draft as the fixtures write it down: values alone. */
export function valuesOf(draft: MinutesDraft): Expected {
  return {
    ...Object.fromEntries(singleFacts.flatMap((fact) => (draft[fact] ? [[fact, draft[fact].value]] : []))),
    extraordinary: draft.extraordinary,
    numbers: draft.numbers.map(({ value }) => value),
    roster: draft.roster.map(({ line: _line, confidence: _confidence, ...person }) => person),
    items: draft.items.map(({ number, title, standing, form, jointSummary, annexes, followUps, politicalDates }) => ({
      number,
      title,
      standing,
      form,
      ...(jointSummary
        ? { jointSummary: jointSummary.map(({ employeeSide, managementSide }) => ({ employeeSide, managementSide })) }
        : {}),
      annexes: annexes.map(({ value }) => value),
      followUps: followUps.map(({ what, due }) => ({ what, due })),
      politicalDates: politicalDates.map(({ body, on }) => ({ body, on })),
    })),
    demands: draft.demands.map(({ itemNumber, text, answer }) => ({
      itemNumber,
      text,
      ...(answer === undefined ? {} : { answer }),
    })),
  };
}
