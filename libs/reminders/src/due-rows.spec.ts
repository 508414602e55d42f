import { DUE, RANKS } from './due-rows.js';
import { remindersView } from './projections/reminders.projection.js';
import { owing, planned, told } from './testing/told.js';

/** How SQLite goes about a statement. */
const planOf = (sql: string, parameters: Readonly<Record<string, string | number>>): string =>
  told(...owing('2026-01-05'), planned('2026-01-05'))
    .views.view(remindersView.name)
    .all<{ detail: string }>(`explain query plan ${sql}`, parameters)
    .map(({ detail }) => detail.replaceAll(/__\d+(_\d+)?/g, ''))
    .join('\n');

describe('the sweep', () => {
  it('reads what is due from its index and nothing that is only open', () => {
    const plan = planOf(DUE, { kind: 'notPlaced', told: 0, anchor: '2026-05-11', today: '2026-05-06' });
    expect(plan).toContain('SEARCH occasion USING INDEX occasion_due (kind=? AND told=? AND anchor<?)');
    expect(plan).not.toContain('SCAN');
  });

  it('finds how far people were told without reading each thing', () => {
    const plan = planOf(RANKS, { kind: 'notPlaced' });
    expect(plan).toContain('USING COVERING INDEX occasion_due (kind=?)');
    expect(plan).toContain('USING COVERING INDEX occasion_due (kind=? AND told>?)');
    expect(plan).not.toMatch(/SCAN occasion/);
  });
});
