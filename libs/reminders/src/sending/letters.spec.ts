import { meetingsPart } from '@rettidig/meetings';
import { functionsPart, organisationPart } from '@rettidig/organisation';
import { ruleBookPart } from '@rettidig/rules';
import type { MailItem } from '../due.types.js';
import type { RemindersReference } from '../kind.js';
import { writtenLetter, type LetterSources } from './letters.js';

const reference = (): RemindersReference => ({
  ...{ organisation: organisationPart.initial, ruleBook: ruleBookPart.initial, meetings: meetingsPart.initial },
  ...{ functions: functionsPart.initial, reminderSteps: {} },
});
const item: MailItem = {
  ...{ key: 'k', kind: 'itemDue', step: 'workday-3', subject: 'change-a', item: 'i', anchor: '2026-05-07', armed: 0 },
  ...{ dueOn: '2026-05-04', late: false, plannedLate: false, number: '2026-0143' },
  about: { changeId: 'a', caseKind: 'reorganisation' },
  ...{ as: ['owner'], substituteFor: [], fallback: false },
};
const sources: Omit<LetterSources, 'reference'> = {
  ...{ items: [item], more: [[]], names: new Map(), language: 'da', today: '2026-05-04' },
  ...{ isRepeat: false, publicUrl: 'https://med.example' },
};
const others: Partial<LetterSources>[] = [
  { language: 'en' },
  { today: '2026-05-20' },
  { isRepeat: true },
  { publicUrl: 'https://andre.example' },
  { more: [['Næste møde er for sent.']] },
  { items: [{ ...item, number: '2026-0144' }] },
  { items: [{ ...item, late: true }] },
  { items: [{ ...item, as: ['secretariat'] }] },
  { items: [{ ...item, fallback: true }] },
  { items: [{ ...item, substituteFor: ['per'] }], names: new Map([['per', 'Per Bo']]) },
  { items: [{ ...item, substituteFor: ['per'] }], names: new Map([['per', 'Per Gammelholm']]) },
];

describe('a letter', () => {
  it('is written once for all whom it tells the same', () => {
    const held = reference();
    const letter = writtenLetter({ ...sources, reference: held });
    expect(writtenLetter({ ...sources, items: [{ ...item }], reference: held })).toBe(letter);
    expect(writtenLetter({ ...sources, reference: reference() })).not.toBe(letter);
  });

  it.each(others)('is another one as soon as anything that it says is: %j', (other) => {
    const held = reference();
    const letter = writtenLetter({ ...sources, reference: held });
    const another = writtenLetter({ ...sources, ...other, reference: held });
    expect(another).not.toEqual(letter);
    expect(another).toEqual(writtenLetter({ ...sources, ...other, reference: reference() }));
  });

  it('with the name of a person in it is not kept', () => {
    const named = { ...sources, names: new Map([['per', 'Per Bo']]), reference: reference() };
    expect(writtenLetter(named)).not.toBe(writtenLetter(named));
  });
});
