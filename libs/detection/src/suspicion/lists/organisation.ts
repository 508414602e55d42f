import type { WordList } from '../word-lists.js';
import { words } from './groups.js';

/** Words of changes to how work is organised and led. */
export const organisation: readonly WordList[] = [
  {
    id: 'section-managers',
    kind: 'moreSectionManagers',
    what: { da: 'Antallet eller slagsen af ledere ændres', en: 'The number or kind of managers changes' },
    words: words(
      'bliver, bliver til, tættere på, *oprustning, tilfør, tillægges, *ledelses*',
      'flere, ekstra, ny, nye, nyt, opnormer, antal, antallet, øg, øget, udvid, opret, etabler, nedlæg, nedlagt, færre, reducer, *reduktion, afskaf, konverter, omdann, ændr, ændret, fra, styrk, to, tre, fire',
      'indfør, ansæt, tilfør, fælles, oprustning, besæt, ubesat, vakant, genbesæt, sammenlæg, deling, erstatt, uden, tildel, halver, saml, !ny … fratræd, !ny … tiltræd',
    ),
    beside: { groups: ['manager'], within: 3, anywhere: true },
    weight: 0.65,
    examples: {
      hit: [
        'Flere afdelingsledere i Center for Voksne',
        'Opnormering på teamlederniveau',
        'Reduktion af lederstillinger',
        'Oprettelse af souschefstilling i hjemmeplejen',
      ],
      miss: ['Vejledere på museet', 'Ny projektleder på havnebadet', 'Indstilling om flere træer'],
    },
  },
  {
    id: 'section-manager-word',
    kind: 'moreSectionManagers',
    what: { da: 'Mellemledere er nævnt', en: 'Middle managers are named' },
    words: words(
      '*afdelingsleder, *mellemleder*, *teamleder, *lederstilling*, *ledernormering, *ledelsesspænd, *lederspænd, *ledelsesressource*, *ledertæthed, *lederdækning, ledelseslag, ledelsesniveau, *ledelsesled',
      'nærledelse, nærværende ledelse, *ledelseskapacitet, ledelsesopgave, stedlig ledelse, *klyngeleder, *gruppeleder, *souschef, *områdeleder, *afdelingslederstilling*, *ledernormering',
    ),
    weight: 0.5,
    examples: {
      hit: [
        'Afdelingslederstillinger i socialpsykiatrien',
        'Ledelsesspænd i ældreplejen',
        'Afd.leder til Åkanden',
        'AFDELINGSLEDERSTILINGER I CENTER NORD',
      ],
      miss: ['Boligleder på Havnevej', 'Vejledning om byggeri'],
    },
  },
  {
    id: 'management-structure',
    kind: 'reorganisation',
    what: { da: 'Måden der ledes på ændres', en: 'How the place is led changes' },
    words: words(
      'samme chef, fælles chef, én chef, samme leder, samme ledelse, selvstændig enhed, ny enhed, ledelse på tværs, *ledelsesteam, *ledergruppe, *ledelsesform, *ledelsesspor, ansvaret for, ansvar for',
      '*ledelsesstruktur, *ledelsesorganisering, *ledelsesmodel, *ledelsesændring, *ledelsesstrukturen, fælles ledelse, fællesledelse, *områdeledelse, *distriktsledelse, *klyngeledelse, delt ledelse, *todelt ledelse',
      'lederstruktur, *lederstruktur, *centerstruktur, *direktionsstruktur, *chefstruktur, chefgruppe, *direktørområder, *fagdirektør, stabsstruktur, samlet ledelse, én ledelse, en leder, én leder, ny ledelse, fælles leder',
      'selvledelse, selvstyrende, ledelsesansvar, personaleansvar, ledelse … samles, selvforvaltning, ledelsesmæssig',
    ),
    weight: 0.65,
    examples: {
      hit: [
        'Ny ledelsesstruktur i Børn og Unge',
        'Fælles ledelse af to plejecentre',
        'Områdeledelse på biblioteket',
        'Én leder for begge botilbud',
      ],
      miss: ['Infrastruktur i havnen', 'Boligforeningens bestyrelse'],
    },
  },
  {
    id: 'posts-converted',
    kind: 'coordinatorPostsConverted',
    what: { da: 'Stillinger bliver til andre stillinger', en: 'Posts become other posts' },
    words: words(
      'konverter, omdann, omlæg, omlagt, ændr, ændres, lav … om, laves … om, bliver til, gøres til, omklassificer, omstill, fra, nedlæg, nedlagt, erstatt, bytt, opnormer, opgrader, løft, ombyt, udskift, overgå, avancer, stillingsomlægning',
      '*konvertering, *omdannelse, *stillingskonvertering, opslå, nye, ny, antal, omform, i stedet for, frem for',
    ),
    beside: { groups: ['coordinator', 'post'], within: 4 },
    weight: 0.7,
    examples: {
      hit: [
        'Konvertering af koordinatorstillinger',
        'Fra koordinator til afdelingsleder',
        'Koordinatorer bliver til teamledere',
        'Omdannelse af to pædagogstillinger',
      ],
      miss: ['Konvertering fra gas til fjernvarme', 'Koordinator for byens fester'],
    },
  },
  {
    id: 'coordinator-word',
    kind: 'coordinatorPostsConverted',
    what: { da: 'Koordinatorstillinger er nævnt', en: 'Coordinator posts are named' },
    words: words(
      '*koordinatorstilling*, *koordinatorfunktion, *koordinatorrolle, *teamkoordinator, *afdelingskoordinator, *tovholderstilling, *tovholderfunktion, *stillingskonvertering',
    ),
    weight: 0.5,
    examples: {
      hit: ['Koordinatorstillingerne i Center Syd', 'Teamkoordinatorer i hjemmeplejen'],
      miss: ['Koordinering af gravearbejder', 'Koordinater for havneanlæg'],
    },
  },
  {
    id: 'reorganise',
    kind: 'reorganisation',
    what: { da: 'Organiseringen ændres', en: 'The organisation changes' },
    words: words(
      '*omorganiser, *reorganiser, *omstrukturer, restrukturer, *organisationsændring, *organisationstilpasning, *organisationsplan, *organisationsstruktur, *organisationsdiagram, *organisationsanalyse, *organisationsudvikling',
      '*organisationsmodel, organisatorisk*, *organisering, ny organisation, ny organisering, ændret organisering, *omorganisering, strukturændring, *strukturændring, *strukturtilpasning, strukturplan, strukturanalyse, strukturforslag',
      'ny struktur, nye struktur, ændret struktur, fremtidig struktur, *institutionsstruktur, *skolestruktur, *klyngestruktur, *områdestruktur, *distriktsstruktur, *dagtilbudsstruktur, *teamstruktur, *driftsstruktur, *tilbudsstruktur',
      '*forvaltningsstruktur, *enhedsstruktur, omlæg, omlagt, omlægges, *omlægning, nyorganiser, organiser, organiseres, omlægger, *strukturen, *struktur, faste teams, *gruppestruktur, selvstyrende teams, selvstyrende grupper',
      '!infrastruktur*, !*bystruktur, !*ejerstruktur, !*trafikstruktur, !*takststruktur, !*prisstruktur, !*grønstruktur, !*omlægning af vej, !*vejomlægning, !*kloakomlægning, !*skatteomlægning, !*låneomlægning, !*trafikomlægning, !*gældsomlægning',
      '!*tariferingsstruktur, !*ledningsomlægning, !*naturstruktur, !*selskabsstruktur, !*kabelomlægning, !*ruteomlægning, !*betalingsstruktur, !strukturplan',
    ),
    weight: 0.65,
    examples: {
      hit: [
        'Omorganisering af Borgerservice',
        'Ny organisering på § 85-området',
        'Organisationsændringer i Teknisk Forvaltning',
        'Reorganisering af myndighedsområdet',
        'Ændret klyngestruktur på dagtilbudsområdet',
        'Omorganisring af stabene',
        'PPR omlægges',
      ],
      miss: ['Infrastruktur ved motorvejen', 'Ny takststruktur i svømmehallen', 'Støtte til organisationer'],
    },
  },
  {
    id: 'merge-split',
    kind: 'reorganisation',
    what: { da: 'Enheder lægges sammen eller deles', en: 'Units are merged or split' },
    words: words(
      'sammenlæg, sammenlagt, sammenlagte, *sammenlægning, *fusion, fusioner, læg … sammen, lægges … sammen, lagt … sammen, slå … sammen, slås … sammen, slået … sammen, sammenslut, sammensmelt, sammentænk, saml, samles, samling, forén',
      'integrer, indlem, indgår i, bliver … del af, del af, ét fælles, ét center, opdel, udskil, opsplit, opspalt, spalt, del … op, deles … op, deles, deling, *opdeling, *udskillelse, *opsplitning, ophæv, adskil, delt, delte, under samme, samdrift, *samdrift',
      'fælles, tilknyt, skilles, ind under, hører under, underlægges, indplacer, forankr, genforen, *sammenføring, i én, i en fælles, i et fælles, til én, til ét, til en fælles, til et',
    ),
    beside: { groups: ['workplace', 'unit', 'staff', 'task'], within: 6 },
    weight: 0.65,
    examples: {
      hit: [
        'Sammenlægning af to børnehaver',
        'Skolesammenlægning i Vestbyen',
        'Afdelingerne lægges sammen',
        'Opdeling af Center for Voksne',
        'Samenlægning af bibliotek og borgerservice',
        'Samling af stabene',
      ],
      miss: ['Sammenlægning af matrikler', 'Fusion af to spejdergrupper', 'Samling af byens affaldsøer'],
    },
  },
  {
    id: 'centralise',
    kind: 'reorganisation',
    what: {
      da: 'Arbejdet samles, spredes eller lægges et andet sted hen',
      en: 'Work is pooled, spread or put elsewhere',
    },
    words: words(
      '*centraliser, *decentraliser, *fællesfunktion, administrationsfællesskab, *klyngedannelse, *driftsmodel, *styringsmodel, *tildelingsmodel, *ressourcetildelingsmodel, *ressourcemodel, *opgavefordeling, opgavedeling, *opgavesnit',
      '*opgavesplit, *arbejdsdeling, *snitflade, *samdrift, *fælleskommunal*, fælles … funktion, fusion, fusioner, sammenlæg, sammenlagt, nærhospital, *fremskudt, på tværs af enheder, *fællessekretariat, forenkling af organisationen',
      '*direktionsmodel, *direktion, *chefområde, *chefområder, under ét, på tværs, fælles, ét korps, ét hold, én indgang, en indgang, *indgang, *korps, *taskforce, ny model, nye modeller, *arbejdsmodel, ny visitationsmodel, *visitationsmodel, *bemandingsmodel, *teammodel, tværfaglige teams, *modtagefunktion, *hjemmeplejemodel, matrixorganis*, buurtzorg, ny indsatstrappe, *helhedspleje, *ældrereform, ældrelov*, *nærhedsreform',
    ),
    weight: 0.5,
    examples: {
      hit: [
        'Centralisering af lønadministrationen',
        'Ny tildelingsmodel på skoleområdet',
        'Opgavesnit mellem myndighed og drift',
        'Faste tværfaglige teams',
      ],
      miss: ['Forenkling af byggesagsgebyrer', 'Modelbane i biblioteket'],
    },
  },
  {
    id: 'future',
    kind: 'reorganisation',
    what: { da: 'Et arbejdssteds fremtid, som titler kalder det', en: 'The future of a workplace, as titles put it' },
    words: words(
      'fremtid, fremtiden, fremtidig, *fremtidssikring, *fremtidsplan, fremover, *omstilling, transformation, *nytænkning, gentænk, nytænk, *helhedsplan, *udviklingsplan, *udviklingsspor, *analyse, *scenarier, scenarie, *modernisering, *gentænkning, *revision',
      '*retning, *drift, *driftsform, *eftersyn, budgetanalyse, foranalyse, hvordan, skal, *tilpasning, tilpas, justering, juster, *justering, *ændring, ændr, ændringer, *forandring, vision, mulighed, muligheder, *kursændring, *genopretning, reform, *reform',
    ),
    beside: { groups: ['workplace', 'unit', 'staff', 'task'], within: 5 },
    weight: 0.5,
    examples: {
      hit: [
        'Fremtiden for Plejehjemmet Bakkebo',
        'Omstilling af hjemmeplejen',
        'Skal dagplejen deles i distrikter?',
        'Justering af myndighedsområdet',
        'Fremtidig drift af svømmehallen',
      ],
      miss: ['Fremtidens havnefront', 'Analyse af grundvandet', 'Ændring af vedtægter for lystbådehavnen'],
    },
  },
];
