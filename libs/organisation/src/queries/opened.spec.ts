import type { QueryContext } from '@rettidig/event-sourcing';
import { memoryEngine, requestOf, ScriptedClock } from '@rettidig/event-sourcing/testing';
import { organisationFeature } from '../feature.js';
import { id } from '../testing/facts.js';
import { listDelegations } from './list-delegations.js';
import { listStructureCorrections } from './list-structure-corrections.js';
import { listTransitionPeriods } from './list-transition-periods.js';
import type { OrganisationReference } from './organisation-reference.js';

const actor = { id: id('somebody'), role: 'secretariat' };

describe('what people wrote about the organisation', () => {
  const clock = new ScriptedClock('2026-01-05T08:00:00.000Z');
  const { engine } = memoryEngine([organisationFeature], { clock });
  const say = async (command: string, message: object): Promise<Readonly<Record<string, string>>> =>
    (await engine.dispatch(requestOf(command, message, { actor }))).answer as Readonly<Record<string, string>>;
  const source = { kind: 'document', reference: 'Delegation, side 4' };
  let context: QueryContext<OrganisationReference>;
  beforeAll(async () => {
    await engine.start();
    const { unitId } = await say('EstablishUnit', { name: 'Center', parentId: null, validFrom: '2025-01-01' });
    const { delegationId } = await say('DelegateDecisionPower', {
      unitId,
      matter: 'Vagter',
      from: '2026-01-01',
      source,
    });
    await say('DeclareTransitionPeriod', { levelsInForce: ['main', 'local'], from: '2026-01-01', source });
    clock.set('2026-01-06T08:00:00.000Z');
    const isNow = { matter: 'Vagtplaner i eget center' };
    await say('CorrectStructure', { what: 'delegation', id: delegationId, isNow, reason: 'Den var for kort' });
    await engine.settled();
    context = engine.queryContext(actor, 'da') as QueryContext<OrganisationReference>;
  });
  afterAll(() => engine.stop());

  it('is sealed in the log and read by everybody in the lists, corrected or as it was known before', async () => {
    const matters = async (parameters: object) =>
      (await listDelegations.handle(parameters, context)).items.map((one) => [one.matter, one.source?.reference]);
    expect(await matters({})).toEqual([['Vagtplaner i eget center', 'Delegation, side 4']]);
    expect(await matters({ asOf: '2026-01-05' })).toEqual([['Vagter', 'Delegation, side 4']]);
    expect(await matters({ text: 'vagtplaner' })).toHaveLength(1);
    expect(await matters({ text: 'sealed' })).toHaveLength(0);
    expect([...listDelegations.csv!.rows({}, context)]).toMatchObject([{ matter: 'Vagtplaner i eget center' }]);
  });

  it('stands where a source or a reason is shown', async () => {
    const [period] = (await listTransitionPeriods.handle({}, context)).items;
    expect(period?.source).toEqual(source);
    const [correction] = (await listStructureCorrections.handle({}, context)).items;
    expect(correction).toMatchObject({
      reason: 'Den var for kort',
      fields: [{ was: 'Vagter', isNow: 'Vagtplaner i eget center' }],
    });
  });

  it('is nowhere in the reference data, so that a snapshot of it keeps nothing that must be erasable', () => {
    const { last } = context.reference.organisation;
    expect(JSON.stringify(last)).not.toMatch(/Vagt|sealed/);
    expect(JSON.stringify(last)).toContain('text:');
  });
});
