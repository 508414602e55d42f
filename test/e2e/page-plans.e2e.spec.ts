import { plusCalendarDays } from '@rettidig/vocabulary';
import { browsedSite, faultsOf, fitsWindow } from '../support/browser.js';
import { clientOf } from '../support/client.js';
import { waitFor } from '../support/wait.js';

describe('plans on the page', () => {
  const site = browsedSite();
  const { open } = site;
  const caseOf = (title: RegExp) => site.page.locator('section[aria-labelledby=waiting] article', { hasText: title });
  /** What stands there, also inside what is folded. */
  const written = async (title: RegExp): Promise<string> => (await caseOf(title).textContent()) ?? '';
  const steps = async (title: RegExp): Promise<string[]> => caseOf(title).locator('tbody th').allInnerTexts();

  describe('of the story', () => {
    it('stand on each open case, or the page says that there is no meeting left to plan towards', async () => {
      await open('/');
      expect(await steps(/Påtænkt ny organisering/)).toEqual([
        ...['Udkast klar', 'Punkt meldt ind', 'Materiale ude', 'Formøder', 'MED-møde'],
        ...['Indstilling sendt', 'Forelæggelse'],
      ]);
      expect(await steps(/To budgetnotater/)).toEqual(['Indstilling sendt', 'Forelæggelse']);
      expect(await written(/Midlertidigt behandlingstilbud/)).toContain('Drøftelsen er ført til ende');
    });

    it('say each date with weekday and week, the rule that it follows from, and that the demo made it up', async () => {
      await open('/');
      const told = await written(/Påtænkt ny organisering/);
      expect(told).toContain('senest fredag den 29. januar 2027 (uge 4)');
      expect(told).toContain('14 kalenderdage før mødet, efter udvalgets tidsplan opdigtet-2026');
      expect(told).toContain(
        'onsdag den 10. marts 2027 (uge 10) [opdigtet i demoen]: drøftet før onsdag den 17. februar',
      );
      expect(told).toContain('mandag den 3. maj 2027 (uge 18) [opdigtet i demoen]: drøftet før mandag den 3. maj');
      expect(await written(/To budgetnotater/)).toContain('Frist ikke aftalt');
    });

    it('say what can still be done where no meeting is left, and never only that it is late', async () => {
      await open('/');
      const told = await written(/To budgetnotater/);
      expect(told).toMatch(/overskredet med \d+ arbejdsdage/);
      expect(told).toContain('Ingen møder tilbage, der kan nås før forelæggelsen');
      expect(told).toContain('Et ekstraordinært møde kan tidligst holdes');
    });

    it.each([
      [
        /Påtænkt ny organisering/,
        'i overgangsperioden behandles tværgående sager i HovedMED',
        'linje 19-22',
        'besluttet',
      ],
      [/To budgetnotater/, 'efter ledelsens plan behandles budgetforslag kun i HovedMED', 'linje 72', 'plan'],
      [/Midlertidigt behandlingstilbud/, 'der bliver oprettet et nyt tilbud', 'linje 343', 'den ene parts udsagn'],
    ])('say why %s went to HovedMED, and which rules did not match', async (title, because, source, grade) => {
      await open('/');
      const told = await written(title);
      expect(told).toContain('Sagen skal i HovedMED');
      expect(told).toContain(because);
      expect(told).toContain('hovedniveauet og det lokale niveau i kraft, men ikke områdeniveauet');
      expect(told).toMatch(new RegExp(`Reglen, der afgør det.*${source}[^\\]]*${grade}\\].*De andre regler`, 's'));
      expect(told).toMatch(/Passer (ikke|også, men en anden regel går forud): »fordi /);
      expect(told).toContain('Regelsæt 2026-1; organisationen, som den var torsdag den 9. april 2026 (uge 15).');
    });

    it('are counted on top, each with a link to its case', async () => {
      await open('/');
      const glance = site.page.getByTestId('plans');
      expect(await glance.innerText()).toMatch(/MED-behandlinger, der mangler: 2/);
      expect(await glance.getByRole('listitem').first().innerText()).toMatch(
        /^\d+ sidste frist overskredet: .*2026-0003/,
      );
      await glance.getByRole('link', { name: '2026-0003' }).click();
      expect(new URL(site.page.url()).hash).toBe('#case-2026-0003');
      expect(await site.page.locator('#case-2026-0003').innerText()).toContain('To budgetnotater');
    });

    it('were others on 24 April 2026, when nothing lay ahead but the third of June', async () => {
      await open('/?asOf=2026-04-24');
      const told = await written(/To budgetnotater/);
      expect(told).toMatch(/Forelæggelse.*onsdag den 3\. juni 2026 \(uge 23\).*\d+ arbejdsdage tilbage/s);
      expect(told).toContain('Der er intet møde i mødeplanen, der kan nås før den dag.');
      expect(await site.page.locator('main').innerText()).not.toContain('opdigtet-2026');
    });

    it('are told in English beside', async () => {
      await open('/?lang=en');
      const told = await written(/Påtænkt ny organisering/);
      expect(told).toContain('at the latest Friday 29 January 2027 (week 4)');
      expect(told).toMatch(/\d+ workdays? left|passed by \d+ workdays?|passed since the last workday|today/);
      expect(told).toContain('but not the area level');
      expect(await site.page.getByTestId('plans').innerText()).toContain('MED reviews that are still to be held: 2');
    });
  });

  describe('of what came in since', () => {
    beforeAll(async () => {
      const day = (days: number) => plusCalendarDays(new Date().toISOString().slice(0, 10), days);
      const read = async (path: string) => (await clientOf(site.url, 'secretariat').get(path)).body;
      const units: { name: string; unitId: string }[] = (await read('/units')).items;
      const unitOf = (name: string) => units.find((one) => one.name.startsWith(name))!.unitId;
      const centre = unitOf('Center for Rusmiddelbehandling');
      const register = async (title: string, more: object): Promise<void> => {
        const body = { title, kind: 'reorganisation', facts: { crossCutting: 'no' }, ...more };
        const { status, body: said } = await clientOf(site.url, 'manager').post('/changes', body);
        if (status >= 300) throw new Error(JSON.stringify(said));
      };
      const decider = { body: 'manager', managerUnitId: centre };
      const unitId = unitOf('Tilbuddet Åkanden');
      const at = (kind: string, body: string, days: number) => ({ kind, body, when: { on: day(days) } });
      await register('Centret lægger to teams sammen', {
        ...{ decider, unitId },
        decisionPoints: [at('decision', 'manager', 1)],
      });
      await register('Centret flytter en opgave', { decider, decisionPoints: [at('decision', 'manager', -20)] });
      await waitFor(async () => (await read('/plans?limit=1')).total >= 5, 20_000);
    }, 60_000);

    it('go a level up where a reader would expect the area committee, with why, and name the committee beside', async () => {
      await open('/');
      const told = await written(/Centret lægger to teams sammen/);
      expect(told).toContain('Der er intet MED-udvalg i kraft på områdeniveauet den dag, så sagen går et niveau op.');
      expect(told).toContain('Ikke kun i LokalMED, Tilbuddet Åkanden');
      expect(told).toContain('Passer ikke: »fordi sagen går på tværs');
      expect(
        await caseOf(/Centret lægger to teams sammen/)
          .locator('table')
          .count(),
      ).toBe(2);
    });

    it('are in words at risk, past and unconfirmed, counted on top', async () => {
      await open('/');
      const glance = await site.page.getByTestId('plans').getByRole('listitem').allInnerTexts();
      expect(glance).toEqual([
        expect.stringMatching(/^\d+ sidste frist overskredet: /),
        expect.stringMatching(/^\d+ datoen er passeret, intet registreret: /),
        expect.stringMatching(/^\d+ i risiko for ikke at nå det: /),
        expect.stringMatching(/^\d+ efter planen/),
      ]);
      expect(await written(/Centret lægger to teams sammen/)).toContain('i risiko for ikke at nå det');
      expect(await written(/Centret flytter en opgave/)).toContain('datoen er passeret, intet registreret');
    });

    it.each([
      [320, '/'],
      [320, '/?lang=en'],
      [1280, '/'],
      [1280, '/?lang=en'],
    ])(
      'have no accessibility fault and fit a window %i px wide: %s',
      async (width, path) => {
        await site.page.setViewportSize({ width, height: 800 });
        await open(path);
        for (const rules of await site.page.locator('details summary').all()) await rules.click();
        expect(await faultsOf(site.page)).toEqual([]);
        expect(await fitsWindow(site.page)).toBe(true);
      },
      60_000,
    );
  });
});
