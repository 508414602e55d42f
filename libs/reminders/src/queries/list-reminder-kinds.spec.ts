import type { QueryContext } from '@rettidig/event-sourcing';
import { reminderKinds } from '../kinds/index.js';
import type { RemindersReference } from '../kind.js';
import { at, referenceOf, told, owing, planned } from '../testing/told.js';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { ListReminderKinds } from './list-reminder-kinds.js';
import { listReminderKinds } from './list-reminder-kinds.js';

const agreed = (steps: readonly object[], effectiveFrom: string, more: object = {}) =>
  at('2026-04-01', 'ReminderStepsAgreed', { kind: 'notPlaced', steps, effectiveFrom, ...more }, STREAM);
const STREAM = 'reminderSteps-administration';
const five = { offset: { count: -5, kind: 'workday' }, to: ['owner', 'unitManager'], on: true };

const asked = (parameters: ListReminderKinds, ...given: Parameters<typeof recorded>[0]) =>
  listReminderKinds.handle(parameters, {
    ...{ now: '2026-04-13T06:00:00.000Z', language: 'da', reference: referenceOf(recorded(given)) },
  } as QueryContext<RemindersReference>);

describe('the kinds of reminders', () => {
  it('are all there, with the steps of the product and an example, in both languages complete', async () => {
    const list = await asked({});
    expect(list.total).toBe(reminderKinds.length);
    for (const { text, exampleText, steps, defaultSteps } of list.items) {
      expect(exampleText).not.toMatch(/[{}]/);
      expect(text).not.toBe('');
      expect(steps).toEqual(defaultSteps);
    }
    expect(list.items.find(({ kind }) => kind === 'notPlaced')).toMatchObject({
      agreed: null,
      steps: [
        { name: 'workday-20', whenText: '20 arbejdsdage før', toText: 'den ansvarlige for sagen', lane: 'dated' },
        { name: 'workday-10' },
        { name: 'workday-3' },
      ],
    });
    expect((await asked({ lane: 'urgent' })).items.map(({ kind }) => kind)).toContain('dutyLowered');
  });

  it('go as agreed from the day on, in words of their own', async () => {
    const text = { da: 'Ring til {committee}.', en: 'Ring {committee}.' };
    const given = [agreed([five], '2026-04-10', { text }), agreed([], '2026-05-01')];
    const [kind] = (await asked({}, ...given)).items.filter((one) => one.kind === 'notPlaced');
    expect(kind).toMatchObject({
      ...{ text: text.da, exampleText: 'Ring til HovedMED.', steps: [{ name: 'workday-5' }] },
      ...{
        agreed: { effectiveFrom: '2026-04-10', hasOwnText: true },
        coming: [{ effectiveFrom: '2026-05-01', steps: [] }],
      },
    });
    const [later] = (await asked({ on: '2026-05-01' }, ...given)).items;
    expect(later).toMatchObject({ kind: 'notPlaced', steps: [], coming: [] });
  });
});

describe('what is due', () => {
  const case_ = [...owing('2026-01-05'), planned('2026-01-05')];

  it('goes by the steps that hold on the day', () => {
    const { due } = told(...case_, agreed([five], '2026-04-10'));
    expect(due('2026-04-13')).toEqual([]);
    expect(due('2026-05-04')).toMatchObject([{ item: { step: 'workday-5' }, to: ['owner', 'unitManager'] }]);
  });

  it('is nothing where it is switched off, as a whole or a step', () => {
    expect(told(...case_, agreed([], '2026-04-10')).due('2026-05-06')).toEqual([]);
    expect(told(...case_, agreed([{ ...five, on: false }], '2026-04-10')).due('2026-05-06')).toEqual([]);
  });
});
