import { functionOf, keyOf, withoutNames } from './names.js';

const person = (name: string, more: object = {}) => ({
  ...{ name, capacity: 'holder' as const, presence: 'present' as const, line: 1, confidence: 'certain' as const },
  ...more,
});

describe('names in texts', () => {
  const clean = withoutNames({
    roster: [
      person('Bodil Lyng-Hansen', { office: 'chair', position: 'Direktør' }),
      person('Aksel Brink', { position: 'Centerchef' }),
      person('Vita Sø', {}),
    ],
    caseOfficer: { value: 'Ove Kjær Damm', line: 2, confidence: 'likely' },
  });

  it.each([
    ['Bodil Lyng-Hansen svarer, at det er rigtigt.', 'Formanden svarer, at det er rigtigt.'],
    ['Det siger Bodil. Aksel er uenig.', 'Det siger formanden. Centerchefen er uenig.'],
    ['Aksels forslag og Brinks notat', 'Centerchefens forslag og centerchefens notat'],
    ['sendt til Aksel Bri- nk og Vita Sø', 'sendt til centerchefen og en deltager'],
    ['Ove Damm har skrevet sagen', 'Sagsbehandleren har skrevet sagen'],
    ['Akselhuset og Bodilsgade er steder', 'Akselhuset og Bodilsgade er steder'],
    ['Ingen er nævnt her.', 'Ingen er nævnt her.'],
  ])('%s', (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it('stand for an office before a position', () => {
    expect(functionOf({ office: 'deputyChair', position: 'Pædagog' })).toBe('næstformanden');
    expect(functionOf({ position: 'Adm. direktør' })).toBe('adm. direktøren');
    expect(functionOf({ position: 'Sygeplejerske' })).toBe('sygeplejerske');
    expect(functionOf({})).toBe('en deltager');
  });

  it('are the same in another spelling of hyphens, spaces and capitals', () => {
    expect(keyOf('Bodil Lyng- hansen')).toBe(keyOf('BODIL LYNGHANSEN'));
    expect(keyOf('DSI (ekskl. center-teams)')).toBe(keyOf('DSI ekskl centerteams'));
    expect(keyOf('Søren')).not.toBe(keyOf('Soren'));
  });
});
