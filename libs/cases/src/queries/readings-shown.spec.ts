import { idOf } from '@rettidig/event-sourcing';
import type { GivenEvent } from '@rettidig/event-sourcing/testing';
import { recorded } from '@rettidig/event-sourcing/testing';
import type { Readings } from '@rettidig/rules';
import type { ChangeEvent } from '../change.events.js';
import { noStory } from '../story/case-story.js';
import { isAnswered } from '../story/register-rows.js';
import { tell } from '../story/tell.js';
import { decided, event, owing, planned } from '../testing/given-cases.js';
import { referenceOf } from '../testing/town.js';
import { namingOf } from './naming.js';
import { readingsOf } from './readings-shown.js';

const body = 'socialCommittee' as const;
const decider = { body, managerUnitId: null };
const ofKind = { kind: 'budgetProposal', decider };
const dates = (...days: readonly string[]) =>
  days.map((day) => event('DecisionPointPlanned', planned(day, { pointId: idOf('point', day), body })));
const agreed = (readings: number, more: Partial<Readings> = {}): Readings => ({
  ...{ kind: 'budgetProposal', version: `${readings}`, effectiveFrom: '2026-01-01', readings },
  ...more,
});

const storyOf = (events: readonly GivenEvent<ChangeEvent>[]) => recorded(events).reduce(tell, noStory);
function shown(events: readonly GivenEvent<ChangeEvent>[], ...readings: readonly Readings[]) {
  const { organisation, ruleBook } = referenceOf({ readings });
  const naming = namingOf({ organisation, ruleBook }, 'da', '2026-05-01');
  return readingsOf(storyOf(events), naming, { ruleBook, today: '2026-05-01' });
}

describe('how often a body treats a case', () => {
  it('is said to be once, without a second chance, as agreed or because nothing was agreed', () => {
    expect(shown(owing('one', ofKind))).toMatchObject([
      { body, bodyText: 'Socialudvalget', agreed: null, planned: 0, held: 0, remark: 'onlyOnce' },
    ]);
    expect(shown(owing('one', ofKind))[0]!.text).toMatch(/^Antal behandlinger er ikke aftalt\..*ingen anden chance/);
    const [once] = shown([...owing('one', ofKind), ...dates('2026-06-03')], agreed(1));
    expect(once).toMatchObject({ agreed: 1, planned: 1, remarkText: 'kun én behandling' });
    expect(once!.text).toMatch(/^Behandles kun én gang/);
  });

  it('counts those held, by what is agreed on the day of the next', () => {
    const events = [...owing('one', ofKind), ...dates('2026-05-20', '2026-06-03')];
    const first = event('DecisionRecorded', decided({ body, pointId: idOf('point', '2026-05-20') }));
    const later = agreed(2, { effectiveFrom: '2026-06-01' });
    expect(shown([...events, first], later)).toMatchObject([{ agreed: 2, planned: 2, held: 1, remark: null }]);
    expect(shown(events, later)).toMatchObject([{ agreed: null, held: 0, remark: 'moreReadingsThanAgreed' }]);
  });

  it('remarks on more readings than were agreed, and refuses none of them', () => {
    const [more] = shown([...owing('one', ofKind), ...dates('2026-05-20', '2026-06-03', '2026-06-24')], agreed(2));
    expect(more).toMatchObject({ planned: 3, remark: 'moreReadingsThanAgreed' });
    expect(more!.text).toContain(
      'Der er planlagt 3 behandlinger: når der er besluttet 2 gange, regnes resten ikke med.',
    );
  });

  it('is said of politicians alone', () => {
    expect(shown([...owing(), event('DecisionPointPlanned', planned('2026-06-03'))])).toEqual([]);
  });
});

it('takes what is planned to be recommended after one reading for the next one', () => {
  const [first, second] = [idOf('point', '2026-05-20'), idOf('point', '2026-06-03')];
  const recommendation = (day: string) =>
    event('DecisionPointPlanned', planned(day, { pointId: idOf('recommendation', day), kind: 'recommendation', body }));
  const sent = (pointId?: string) =>
    event('RecommendationSubmitted', {
      to: body,
      on: '2026-05-06',
      recommendedBeforeMed: [],
      ...(pointId && { pointId }),
    });
  const open = (...events: readonly GivenEvent<ChangeEvent>[]) => {
    const story = storyOf([
      ...[...owing('one', ofKind), ...dates('2026-05-20', '2026-06-03')],
      ...[recommendation('2026-05-06'), recommendation('2026-05-27'), ...events],
    ]);
    const points = Object.values(story.points).filter(({ kind }) => kind === 'recommendation');
    return points.filter((point) => !isAnswered(point, story)).map(({ when }) => when);
  };
  expect(open()).toHaveLength(2);
  expect(open(sent(first))).toEqual([{ on: '2026-05-27' }]);
  expect(open(sent(second))).toEqual([]);
  expect(open(sent())).toEqual([]);
});
