import { readMinutes } from './read-minutes.js';

/** The one item with a title and a text, and the codes of the warnings that came of it. */
function itemOf(title: string, ...text: readonly string[]) {
  const lines = ['Referat', 'LokalMED Åbrinken den 12. oktober 2026', '', 'Punkt 1: ' + title, ...text];
  const { items, warnings, nextMeeting } = readMinutes(lines);
  const codes = warnings.filter(({ line = 0 }) => line >= 4).map(({ code, line }) => [code, line]);
  return { form: items[0]?.form, sure: items[0]?.formConfidence, followUps: items[0]?.followUps, codes, nextMeeting };
}

describe('how an item was handled', () => {
  it.each([
    ['Vagtplan', 'Udvalget drøftede planen. Eva bemærkede, at den kom sent.'],
    ['Orientering om budget', 'MED drøftede budgettet. Medarbejderne spurgte til vikarer.'],
    ['Flytning', 'Lederen fremlagde planen. Medarbejderne spurgte til parkering. Lederen svarede, at der er plads.'],
    ['Forsinkede sager', 'Sagen burde have været MED-behandlet. Eva spurgte hvorfor. Lis mente det samme. Bo svarede.'],
  ])('is a discussion where the words show one: %s', (title, text) => {
    expect(itemOf(title, text)).toMatchObject({ form: 'discussion', sure: 'likely' });
  });

  it.each([
    ['Flytning', 'Sagen er ikke drøftet i udvalget.'],
    ['Flytning', 'Eva bemærkede, at sagen ikke har været drøftet i MED.'],
    ['Flytning', 'Planen er drøftet i chefgruppen.'],
    ['Flytning', 'Det indstilles, at MED drøfter planen.'],
    ['Flytning', 'Planen skal drøftes lokalt. MED drøfter den på mødet i maj.'],
    ['Flytning', 'Punktet er sat på til drøftelse.'],
  ])('is no discussion where none was held here: %s, %s', (title, text) => {
    expect(itemOf(title, text)).toMatchObject({ form: 'notStated' });
  });

  it.each([
    ['Punktet udgår. Drøftes på næste møde.'],
    ['Udsat.'],
    ['Sagen blev udskudt, og Eva spurgte til den nye dato.'],
    ['Drøftes på næste møde.'],
  ])('was put off: %s', (text) => {
    expect(itemOf('Vagtplan', text)).toMatchObject({ form: 'notStated', codes: [['minutes.item-postponed', 4]] });
  });

  it('says nothing of putting off where something else was put off', () => {
    const { form, codes } = itemOf('Ombygning', 'Lederen orienterede om, at byggeriet er udskudt.');
    expect([form, codes]).toEqual(['briefing', []]);
  });

  it.each([
    ['Sammenlægning (O)', 'De to huse bliver til et.'],
    ['Til orientering: Nattevagten', 'Direktionen har besluttet at lukke den.'],
    ['Nattevagten', 'Til orientering: Den ophører til nytår.'],
    ['Meddelelser', 'Lederen orienterede om ferie. Eva spurgte til helligdage.'],
  ])('is a briefing where nothing else is shown: %s', (title, text) => {
    expect(itemOf(title, text)).toMatchObject({ form: 'briefing', codes: [] });
  });

  it('is left open where words of both stand there', () => {
    const unclear = { form: 'notStated', sure: 'guess', codes: [['minutes.form-unclear', 4]] };
    const text = 'Lederen orienterede om huset. Næstformanden spurgte ind til lønvilkår.';
    expect(itemOf('Sammenlægning', text)).toMatchObject(unclear);
    expect(itemOf('Orientering om sammenlægning (O)', 'Eva spurgte ind til lønvilkår.')).toMatchObject(unclear);
  });
});

describe('what the text of an item says beside its form', () => {
  it.each([
    'Beslutningen blev truffet i chefgruppen den 21. september 2026, inden MED var inddraget.',
    'Det er besluttet uden om MED.',
    'Det skete uden MED-behandling.',
    'Sagen har ikke været i MED.',
    'Sagen ikke har været drøftet i MED.',
    'Den burde have været MED-behandlet.',
    'Stillingerne blev slået op før MED-drøftelsen.',
    'MED er ikke blevet hørt.',
    'Planen blev meldt ud, før den kom på HovedMED.',
  ])('warns of what was decided without or before the committee: %s', (text) => {
    expect(itemOf('Flytning', 'Lis indledte.', text).codes).toEqual([['minutes.decided-before-med', 6]]);
  });

  it.each([
    'Materialet sendes ud inden næste MED-møde.',
    'De går ikke videre med planen.',
    'Sagen behandles i MED, før den går videre.',
    'Planen kom uden forklaring med den nye leder.',
  ])('does not warn of: %s', (text) => {
    expect(itemOf('Flytning', text).codes).toEqual([]);
  });

  it('warns of a demand in running text and guesses none', () => {
    const text = 'Medarbejdersiden kræver flere vagter. Ledelsen svarede, at det imødekommes.';
    expect(itemOf('Vagter', text).codes).toEqual([['minutes.demand-in-text', 5]]);
    expect(itemOf('Vagter', 'Arbejdet kræver to personer.').codes).toEqual([]);
  });

  it('makes no promise of a day of a political body that is not known', () => {
    expect(itemOf('Havn', 'Planen behandles i Havneudvalget d. 4. november 2026.')).toMatchObject({
      followUps: [],
      codes: [['minutes.political-body-unknown', 5]],
    });
  });

  it.each([
    ['Næste møde 2. dec. 2026 kl. 9-11', '2026-12-02'],
    ['Næste møde er onsdag den 2. december 2026.', '2026-12-02'],
    ['Næste ordinære MED-møde afholdes d. 2. december', '2026-12-02'],
    ['Dato for næste møde: 02.12.2026', '2026-12-02'],
  ])('reads when the next meeting is, as no promise: %s', (text, value) => {
    expect(itemOf('Eventuelt', 'Intet.', '', text)).toMatchObject({
      form: 'nothingSaid',
      followUps: [],
      nextMeeting: { value, line: 7 },
    });
  });

  it('reads the day below the title `Næste møde`, and none in a promise', () => {
    expect(itemOf('Næste møde', '2. december 2026 kl. 9').nextMeeting).toMatchObject({ value: '2026-12-02' });
    const promise = itemOf('Løn', 'På næste møde den 2. december 2026 vender lederen tilbage.');
    expect([promise.nextMeeting, promise.followUps?.length]).toEqual([undefined, 1]);
  });
});
