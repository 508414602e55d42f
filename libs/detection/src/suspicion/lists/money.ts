import type { WordList } from '../word-lists.js';
import { words } from './groups.js';

/** Words of proposals for the budget, and of tasks that go to another authority. */
export const money: readonly WordList[] = [
  {
    id: 'budget-proposal',
    kind: 'budgetProposal',
    what: { da: 'Forslag til budgettet', en: 'Proposals for the budget' },
    words: words(
      '*budgetforslag, *budgetnotat, *investeringsforslag, *budgetoplæg, *budgetbidrag, *budgetønske, *budgetaftale, *budgetforlig, budgetudspil, *budgetinitiativ, *budgetreduktion, *budgettilpasning, budgetblok, budgetmål, budgetramme, budgetrammer',
      '*budgetanalyse, *temabudget, *budgetforhandling, *driftsforslag, *reduktionsforslag, *omprioriteringsforslag, *råderumsforslag, råderum, råderumskatalog, *budgetseminar, budgetdrøftelse, budgetlægning, budgetvedtagelse, budget … behandling',
      '1. behandling … budget, 2. behandling … budget, første behandling … budget, anden behandling … budget, forslag … budget, budget … forslag, budget 2027, budget 2028, budget 2029, budget 2030, *prioriteringsforslag, *prioriteringskatalog',
      '*businesscase, business case, *bevillingsudløb, udløb af bevilling, bevilling … udløber, måltal, *rammebesparelse, demografiregulering, budgetkatalog, budgethåndtag, !*anlægsbudget, !*budgetopfølgning, !budgetkontrol, !*budgetrevision',
      '!*budgetforslag fra *råd, budgetspor, budgetprioritering, *budgetmodel, *demografimodel, *bevillingsmodel, budgetbalance, budgetudfordring',
    ),
    weight: 0.65,
    examples: {
      hit: [
        'Budgetnotater til Budget 2027',
        'Investeringsforslag om færre anbringelser',
        '1. behandling af forslag til budget 2028',
        'Budgetforslaget for Socialudvalget',
      ],
      miss: ['Budgetopfølgning pr. 31. marts', 'Anlægsbudget for kajen'],
    },
  },
  {
    id: 'savings',
    kind: 'budgetProposal',
    what: { da: 'Der skal spares eller bruges færre kræfter', en: 'Savings, or less effort spent' },
    words: words(
      '*spareramme, *sparepulje, sparepakke, sparemål, *reduktionsmål, *udmøntning af, *rammereduktion, *omstillingsbidrag, *omstillingspulje, velfærdsprioritering, *effektiviseringsbidrag, strammere økonomi, *styringsplan, *økonomistyring, *mindreforbrug på løn, *bortfald',
      '*besparelse, *besparelser, besparelses*, besparende, spareforslag, *spareforslag, sparekatalog, spareplan, *sparekrav, sparerunde, sparemål, =spare, spares, *effektivisering, effektiviserings*, effektiviser, *omprioritering, omprioriter',
      '*omprioriteringsproces, *produktivitet, rationale, rationaliser, nedskæring, nedskæringer, skær ned, skæres ned, *økonomisk balance, *genopretningsplan, *handleplan for økonomi, økonomisk handleplan, *opbremsning, tilbageholdenhed, ansættelsesstop',
      '*merforbrug, *underskud, udgiftsreduktion, udgiftsreducerende, *budgetoverskridelse, serviceniveau, *serviceniveau, *kvalitetsstandard, *kvalitetsstandarder, *serviceforringelse, *servicereduktion, *merudgifter, tomgang, *overførselssag, *takstreduktion',
      '*serviceramme, mindreudgift, omkostningsreduktion, nulvækst, *reduktionskrav, *balance, *besparelsespotentiale, færre penge, nedjustering, *bespare',
      '!energibesparelse, !*energibesparelser, !*energieffektivisering, !*vandbesparelse, !*balance i naturen',
    ),
    weight: 0.5,
    examples: {
      hit: [
        'Besparelser på bostøtte',
        'EFFEKTIVISERINGSSTRATEGI 2027',
        'Omprioriteringer på handicapområdet',
        'Genopretningsplan for hjemmeplejen',
        'Sparekatalog, 1. drøftelse',
      ],
      miss: ['Energibesparelser i hallerne', 'Sparekassens jubilæum'],
    },
  },
  {
    id: 'portfolio',
    kind: 'portfolioTransfer',
    what: {
      da: 'Opgaver eller folk går til en anden myndighed eller forvaltning',
      en: 'Tasks or people go to another authority or administration',
    },
    words: words(
      'overdrag, overdrages, overdraget, overfør, overførsel, overføres, overflyt, flyt, overgå, overgår, overgang, overtag, overtagelse, opgaveflytning, *opgaveoverdragelse, *opgaveoverflytning, *opgaveflytning, *opgaveoverførsel, skift, hjemtag, hjemtages',
      'delingsaftale, samling, saml, samles, fordel, *fordeling, placer, afgiv, afgives, overlad, udskil, ny opgave, nye opgaver, videregiv, samarbejdsaftale, *samarbejde, *fælleskommunal*, i regi af, regi, varetag',
    ),
    beside: { groups: ['administration'], within: 7, anywhere: true },
    weight: 0.5,
    examples: {
      hit: [
        'Overdragelse af visitationen til Sundheds- og Omsorgsforvaltningen',
        'Flytning af opgaver mellem forvaltningerne',
        'Borgerne overgår til regionen',
        'Hjælpemidler overgår fra SOF til SUF',
      ],
      miss: ['Overdragelse af klubhus til sejlklubben', 'Ny opgave til havnens rådgiver'],
    },
  },
  {
    id: 'portfolio-word',
    kind: 'portfolioTransfer',
    what: { da: 'Ord for at ansvar skifter hænder', en: 'Words for a change of responsibility' },
    words: words(
      'til sof, til suf, til buf, til bif, til økf, til kff, til tmf, fra sof, fra suf, fra buf, fra bif, skifter forvaltning, skift af forvaltning, ny forvaltning, anden forvaltning, andre forvaltninger, til sundheds og omsorgsforvaltning, til socialforvaltning, til beskæftigelsesforvaltning, til regionen, =til =kommunen, overgår til staten',
      '*ressort, *ressortændring, ressort*, *ressortfordeling, *virksomhedsoverdrag*, *opgaveoverdragelse, *opgaveflytning, *opgaveoverflytning, *personaleoverdragelse, *myndighedsoverdragelse, *styrelsesvedtægt, mellem forvaltningerne, mellem forvaltninger',
      'fra forvaltning til forvaltning, *opgaveportefølje, *opgavesplit, sundhedsreform, sundhedsreformen, *overgangsråd, *kommunalreform, beskæftigelsesreform, *beskæftigelsesreformen, opgaver … overgår, opgaver … overføres, opgaver … overdrages, opgaver … flyt',
      'medarbejder … overgår, medarbejder … overføres, medarbejder … overdrages, medarbejder … flyt, medarbejder … følger, overdragelse … opgave, overdragelse af ansvar, overførsel … opgave, flytning … opgave, overflytning … opgave',
      'ny forvaltning, nye forvaltninger, *forvaltningsændring, ansvar … overgår, ansvaret … overgår, ansvaret … flyt, ansvaret … placer, fælleskommunalt regi, med nabokommune, til nabokommune, overtager … ansvaret, overtager … opgave',
    ),
    weight: 0.6,
    examples: {
      hit: [
        'Ressortændring: unge med handicap',
        'Virksomhedsoverdragelse ved nyt udbud',
        'Sundhedsreform - overdragelse af opgaver',
        'De otte medarbejdere overgår til et fælles depot',
      ],
      miss: ['Overdragelse af vandværk til forbrugerne', 'Rapport om turisme'],
    },
  },
];
