import { idOf } from '@rettidig/event-sourcing';
import { decision } from '@rettidig/event-sourcing/testing';
import { closed, id, moved, small, unit } from '../testing/facts.js';
import { closeUnit } from './close-unit.js';
import { establishUnit } from './establish-unit.js';
import { moveUnit } from './move-unit.js';
import { renameUnit } from './rename-unit.js';

const reference = {};

describe('establishing a unit', () => {
  const message = { name: 'House', parentId: id('north'), validFrom: '2026-01-01' };
  const establishing = decision(establishUnit, { reference, commandId: idOf('c') }).given(...small);

  it('adds it below another, with an id that follows from the command', () => {
    establishing.when(message).then({ type: 'UnitEstablished', data: { unitId: idOf(idOf('c'), 'unit'), ...message } });
  });

  it('accepts a day long ago and one to come', () => {
    establishing.when({ ...message, parentId: null, validFrom: '1970-01-01' }).thenTypes('UnitEstablished');
    establishing.when({ ...message, validFrom: '2100-12-31' }).thenTypes('UnitEstablished');
  });

  it('refuses a unit above that nobody knows, or that does not exist on the day', () => {
    establishing.when({ ...message, parentId: id('nowhere') }).thenRefused('organisation.unit-unknown');
    establishing.when({ ...message, validFrom: '2024-12-31' }).thenRefused('organisation.unit-not-there');
    decision(establishUnit, { reference })
      .given(...small, closed('home', '2025-06-01'))
      .when({ ...message, parentId: id('home') })
      .thenRefused('organisation.unit-not-there');
  });
});

describe('renaming a unit', () => {
  const message = { unitId: id('home'), name: 'House', from: '2026-01-01' };

  it('holds from a day', () => {
    decision(renameUnit, { reference })
      .given(...small)
      .when(message)
      .then({ type: 'UnitRenamed', data: message });
  });

  it('refuses a unit that is not there on the day', () => {
    const renaming = decision(renameUnit, { reference }).given(...small, closed('home', '2026-01-01'));
    renaming.when(message).thenRefused('organisation.unit-not-there');
    renaming.when({ ...message, unitId: id('nowhere') }).thenRefused('organisation.unit-unknown');
  });
});

describe('moving a unit', () => {
  const message = { unitId: id('home'), parentId: id('south'), from: '2026-01-01' };

  it('puts it below another from a day on', () => {
    decision(moveUnit, { reference })
      .given(...small)
      .when(message)
      .then({ type: 'UnitMoved', data: message });
    decision(moveUnit, { reference })
      .given(...small)
      .when({ ...message, parentId: null })
      .thenTypes('UnitMoved');
  });

  it('refuses to put a unit below itself or below one of its own', () => {
    const moving = decision(moveUnit, { reference }).given(...small);
    moving
      .when({ ...message, unitId: id('north'), parentId: id('north') })
      .thenRefused('organisation.unit-below-itself');
    moving
      .when({ ...message, unitId: id('north'), parentId: id('home') })
      .thenRefused('organisation.unit-below-itself');
  });

  it('refuses a move that a later one, already known, would close to a ring', () => {
    decision(moveUnit, { reference })
      .given(...small, moved('south', 'north', '2026-06-01'))
      .when({ unitId: id('north'), parentId: id('south'), from: '2026-01-01' })
      .thenRefused('organisation.unit-below-itself');
  });

  it('refuses a target that is not there on the day', () => {
    decision(moveUnit, { reference })
      .given(...small, unit('late', 'top', '2026-06-01'))
      .when({ ...message, parentId: id('late') })
      .thenRefused('organisation.unit-not-there');
  });
});

describe('closing a unit', () => {
  const message = { unitId: id('home'), on: '2026-06-01', successors: [id('south')] };

  it('names the units that took over, or none', () => {
    decision(closeUnit, { reference })
      .given(...small)
      .when(message)
      .then({ type: 'UnitClosed', data: message });
    decision(closeUnit, { reference })
      .given(...small)
      .when({ unitId: id('south'), on: '2026-06-01' })
      .then({ type: 'UnitClosed', data: { unitId: id('south'), on: '2026-06-01', successors: [] } });
  });

  it('refuses an end before the start, a second closing, and itself as successor', () => {
    const closing = decision(closeUnit, { reference }).given(...small);
    closing.when({ ...message, on: '2025-01-01' }).thenRefused('organisation.ends-before-it-starts');
    closing.when({ ...message, successors: [id('home')] }).thenRefused('organisation.unit-succeeds-itself');
    closing.when({ ...message, successors: [id('nowhere')] }).thenRefused('organisation.unit-unknown');
    decision(closeUnit, { reference })
      .given(...small, closed('home', '2026-01-01'))
      .when(message)
      .thenRefused('organisation.unit-closed');
  });

  it('refuses while units stand below it, also such as move there later', () => {
    decision(closeUnit, { reference })
      .given(...small)
      .when({ unitId: id('north'), on: '2026-06-01' })
      .thenRefused('organisation.unit-has-units');
    decision(closeUnit, { reference })
      .given(...small, moved('south', 'home', '2026-09-01'))
      .when({ unitId: id('home'), on: '2026-06-01' })
      .thenRefused('organisation.unit-has-units');
  });
});
