import { filledViews, reactionSpec } from '@rettidig/event-sourcing/testing';
import { idOf } from '@rettidig/event-sourcing';
import { politicalAgendasView } from '../projections/political-agendas.projection.js';
import { suspicionIdOf } from '../political-agenda.js';
import { importOf } from '../testing/agendas.js';
import { AGENDA, f2, published } from '../testing/agendas.js';
import { suspectItems } from './suspect-items.js';

const STREAM = `politicalAgenda-${AGENDA}`;
const CASE = idOf('case');

const registered = (externalNumbers: readonly { system: string; value: string }[]) => ({
  type: 'ChangeRegistered',
  stream: `change-${CASE}`,
  data: { title: 'Sagen', kind: 'other', facts: {}, unitId: null, decider: {}, ownerId: null, externalNumbers },
});
const numbered = importOf([published('1', 'Flytning af bostedet Åkanden', { externalNumbers: [f2('2026-8340')] })]);
const itemId = numbered.data.added[0]!.itemId;

/** What the reaction wants done about the last event, when the views have seen all. */
function react(...events: readonly { type: string; data: object; stream?: string }[]) {
  const given = events.map((event) => ({ stream: STREAM, ...event }));
  const views = filledViews([politicalAgendasView], given);
  return reactionSpec(suspectItems, { reference: {}, views }).when(given.at(-1) as never).commands;
}

describe('an item of a political agenda', () => {
  it('that reads like a change and belongs to no case is asked about, with its words', () => {
    const [command, ...others] = react(numbered);
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      command: 'SuspectUnregisteredChange',
      subjectId: suspicionIdOf(itemId),
      message: { agendaId: AGENDA, itemId, title: 'Flytning af bostedet Åkanden', body: 'socialCommittee' },
    });
    const { score, hits, kinds } = command!.message as { score: number; hits: { word: string }[]; kinds: unknown[] };
    expect(score).toBeGreaterThanOrEqual(0.5);
    expect(hits.map(({ word }) => word)).toContain('Flytning');
    expect(kinds[0]).toMatchObject({ kind: 'serviceMoved' });
  });

  it('that reads like nothing of the kind, or is closed, is not', () => {
    expect(react(importOf([published('1', 'Godkendelse af dagsorden')]))).toEqual([]);
    expect(react(importOf([{ number: '1', externalNumbers: [], closed: true }]))).toEqual([]);
  });

  it('is not either when a case has its number, however that is written, or a person linked it to one', () => {
    expect(react(registered([{ system: 'F2', value: '2026 - 8340' }]), numbered)).toEqual([]);
    expect(react(registered([{ system: 'eDoc', value: '2026-8340' }]), numbered)).toHaveLength(1);
    const linked = { type: 'AgendaItemLinked', data: { itemId, caseId: CASE } };
    expect(react(registered([]), numbered, linked, numbered)).toEqual([]);
  });

  it('is asked about when the link is taken back, or was to a case that does not exist', () => {
    const linked = { type: 'AgendaItemLinked', data: { itemId, caseId: CASE } };
    const unlinked = { type: 'AgendaItemUnlinked', data: { itemId, caseId: CASE, reason: 'Et andet tilbud' } };
    expect(react(registered([]), numbered, linked, unlinked)).toHaveLength(1);
    expect(react(numbered, linked, numbered)).toHaveLength(1);
  });

  it('keeps its question when it is only printed under another number', () => {
    const [before] = react(numbered);
    const again = importOf([published('7', 'Flytning af bostedet Åkanden')], [numbered]);
    const [after] = react(numbered, again);
    expect(after!.message).toEqual(before!.message);
  });
});
