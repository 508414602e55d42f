import type { WordList } from '../word-lists.js';
import { words } from './groups.js';

/** Words of services that come, grow and move. */
export const services: readonly WordList[] = [
  {
    id: 'establish',
    kind: 'newService',
    what: { da: 'Noget bliver oprettet, åbnet eller sat i gang', en: 'Something is established, opened or started' },
    words: words(
      'etabler, nyetabler, opret, åbn, genåbn, opstart, =start, starter, startes, start op, igangsæt, idriftsæt, ibrugtag, tag … i brug, tages … i brug',
      'permanentgør, gør … permanent, gøres … permanent, videreføres … permanent, fast … tilbud, forankr, opbyg, indret, udrul, driftstart, driftsstart, opfør',
      'byg, nybyg, overtag, !åbningstid, !byggeklage, !byggetilladelse',
    ),
    beside: { groups: ['workplace', 'places', 'unit'], side: 'after', within: 7 },
    weight: 0.7,
    examples: {
      hit: [
        'Etablering af midlertidigt behandlingstilbud for unge',
        'OPRETTELSE AF NYT BOSTED I SYDBYEN',
        'Åbning af værested på Kajen',
        'Opretelse af specialklasserække på Birkeskolen',
        'Forsøg med natcafé i værestedet gøres til et permanent tilbud',
      ],
      miss: [
        'Etablering af cykelstativer ved plejehjemmet',
        'Åbning af ny cykelsti',
        'Oprettelse af legat til unge kunstnere',
      ],
    },
  },
  {
    id: 'established',
    kind: 'newService',
    what: { da: 'Et tilbud bliver oprettet, åbnet eller begynder', en: 'A service is established, opened or begins' },
    words: words(
      'etableres, oprettes, åbner, åbnes, genåbner, genåbnes, opstartes, igangsættes, idriftsættes, ibrugtages, tages … i brug, begynder',
      'oprettet, etableret, åbnet, står klar, permanentgøres, slår … dørene op, gøres … permanent, bliver … permanent, skal … etableres, skal … oprettes',
    ),
    beside: { groups: ['workplace'], side: 'before', within: 6 },
    weight: 0.6,
    examples: {
      hit: ['Et nyt værested for unge åbner i januar', 'Ungehuset gøres permanent'],
      miss: ['Den nye cykelsti åbner i maj', 'Genbrugspladsen åbner en byttehylde'],
    },
  },
  {
    id: 'new-service',
    kind: 'newService',
    what: { da: 'Et nyt eller midlertidigt sted at arbejde', en: 'A new or temporary place of work' },
    words: words(
      'ny, nyt, nye, =kommende, midlertidig, fremskudt, mobil, ekstra, fremtidig, udgående, opsøgende, selvstændig, særlig, døgnåben',
    ),
    beside: { groups: ['workplace', 'unit'], side: 'after', within: 1 },
    weight: 0.55,
    examples: {
      hit: [
        'Nyt plejecenter ved Åen',
        'Midlertidigt krisecenter for kvinder',
        'Ny fælles visitation',
        'Opsøgende gadeplansteam i midtbyen',
      ],
      miss: ['Nyt navn til Birkeskolen', 'Ny belysning ved plejehjemmet', 'Nye takster for 2027'],
    },
  },
  {
    id: 'pilot',
    kind: 'newService',
    what: {
      da: 'Noget nyt bliver prøvet af, også ved arbejdsstederne',
      en: 'Something new is tried, workplaces included',
    },
    words: words(
      '*forsøg, *pilotprojekt, *pilot, *prøvehandling, afprøv, *forsøgsordning, *prøveperiode, *modelforløb, udbred, udrul, skaler, indsatsmodel, *frikommuneforsøg',
    ),
    beside: { groups: ['workplace', 'unit', 'staff', 'task', 'technology', 'hours'], anywhere: true },
    weight: 0.55,
    examples: {
      hit: [
        'Forsøg med fast læge på plejehjem',
        'Pilotprojekt: akutteam i hjemmesygeplejen',
        'Afprøvning af robotstøvsugere i dagcentret',
      ],
      miss: ['Forsøg med biodiversitet i vejkanter', 'Pilotprojekt om regnvand'],
    },
  },
  {
    id: 'capacity',
    kind: 'newService',
    what: {
      da: 'Flere eller færre pladser og større eller mindre tilbud',
      en: 'More or fewer places, larger or smaller services',
    },
    words: words(
      'udvid, udvidelse, *udvidelse, flere, ekstra, opnormer, forøg, øg, øget, øgning, opjuster, nedjuster, tilpas, *tilpasning, *ændring, ændr, færre, reducer, *reduktion',
      'merindskrivning, opskaler, nedskaler, halver, fordobl, hæv, sænk, begræns, nednormer, omlæg, omlagt, omdann, konverter, nye',
    ),
    beside: { groups: ['workplace', 'places'], side: 'after', within: 3 },
    weight: 0.55,
    examples: {
      hit: [
        'Udvidelse af Botilbuddet Åsen',
        'Flere døgnpladser til unge',
        'Kapacitetstilpasning på dagtilbudsområdet',
        'Færre pladser i aflastningstilbuddet',
      ],
      miss: ['Flere parkeringspladser i centrum', 'Udvidelse af naturområdet', 'Øget takst for badning'],
    },
  },
  {
    id: 'capacity-word',
    kind: 'newService',
    what: { da: 'Kapacitet som emne', en: 'Capacity as a subject' },
    words: words(
      '*kapacitetsudfordring*, *pladstilpasning, *pladsmangel, *pladsbehov, *pladsbalance, *pladsgaranti, *tomme pladser, *overkapacitet, *underkapacitet, *børnetal, *elevtal, *tilpasning af pladser',
      '*kapacitetstilpasning, *kapacitetsudvidelse, *kapacitetsændring, *kapacitetsplan, *kapacitetsudvikling, *kapacitetsanalyse, kapacitetsjuster, *pladsreduktion, *pladsudvidelse',
      'kapacitet, kapacitetsbehov, tilbudsvifte, tilbudsportefølje, *udbygningsplan, *tilbudsplan, belægning, *boligplan',
    ),
    weight: 0.5,
    examples: {
      hit: ['Kapacitetsplan for ældreområdet 2027-2031', 'Tilpasning af tilbudsviften'],
      miss: ['Kapital i forsyningsselskabet', 'Plads til alle: byens fester'],
    },
  },
  {
    id: 'move',
    kind: 'serviceMoved',
    what: { da: 'Et arbejdssted eller dets folk flytter', en: 'A place of work or its people move' },
    words: words(
      '!*flygtning, !*flygtninge*',
      '*flytteplan, *flytteproces, *flytteprojekt',
      'flyt, flytning, udflyt, fraflyt, indflyt, tilflyt, forflyt, genhus, omplacer, relocer, samlokaliser, rokade, rokér, rokeres, rykk, *flytning, *rokade, udlokaliser, *lokalisering',
      'forlad, forlader, skifter adresse, skifte adresse, rykker ind, rykker ud, trækker ud, køre fra, kører … fra, udsend, genplacer, placer, !byggemodning, !*kabelflytning, !flytter … plads, !flytning af træer, !*fraflytningssager, fysisk samling, samle … under ét tag, samles … under ét tag',
    ),
    beside: { groups: ['workplace', 'unit', 'staff', 'task', 'places'], within: 8 },
    weight: 0.75,
    examples: {
      hit: [
        'Flytning af Ungecentret til Havnegade',
        'Samlokalisering af hjemmepleje og sygepleje',
        'Børnehaven Myretuen flytter i foråret',
        'Rokade mellem to afdelinger på rådhuset',
        'Flyting af sundhedsplejen',
        'Tilbudsflytning i Sydbyen',
      ],
      miss: [
        'Flytning af cykelstativ ved stationen',
        'Flytning af busstoppested på Møllevej',
        'Modtagelse af flygtninge i 2027',
      ],
    },
  },
  {
    id: 'move-alone',
    kind: 'serviceMoved',
    what: { da: 'Flytning af noget, som ikke er nævnt med et kendt ord', en: 'Something moves that has no known word' },
    words: words(
      '!*flygtning, !*flygtninge*',
      'ud i hjemmene, ud i borgernes hjem, ud i byen, ud i bydelene, ind på rådhuset, til rådhuset',
      'flyt, flytning, udflyt, fraflyt, samlokaliser, rokade, omplacer, relocer, genhus, ny adresse, samling af, under ét tag, samles, samle, på samme adresse, fra ét sted, fra et sted',
    ),
    weight: 0.5,
    examples: {
      hit: ['Flytning af Solsikken', 'Samling af tre huse i Havnegade'],
      miss: ['Byens træer', 'Regulativ for vandløb'],
    },
  },
  {
    id: 'premises',
    kind: 'serviceMoved',
    what: { da: 'Andre rammer at arbejde i', en: 'Other premises to work in' },
    words: words(
      'færre matrikler, flere matrikler, én matrikel, en matrikel, samme matrikel, fælles matrikel, to matrikler, *udflytning',
      'ny adresse, nye adresser, anden adresse, andre lokaler, nye lokaler, midlertidige lokaler, egne lokaler, nye rammer, nye fysiske rammer, andre rammer, ny lokation, ny placering, fremtidig placering',
      'ny lokalitet, *lokalefællesskab, lokalebehov, lokalesituation, lokaleoptimering, arealoptimering, arealeffektivisering, *pavillon, pavilloner, lejemål, *lejemål, erstatningslokaler, *domicil, fælles hus',
      'placering, lokaleplan, lokalestrategi, ejendomsstrategi, kontorplads, *kontorfællesskab, storrum, storrumskontor, *storrumskontor, delepladser, frit pladsvalg, fri pladsvalg, indretning, rådhus, *rådhuset',
    ),
    beside: { groups: ['workplace', 'unit', 'staff'], anywhere: true, within: 8 },
    weight: 0.5,
    examples: {
      hit: [
        'Nye lokaler til familiecentret',
        'Fremtidig placering af PPR',
        'Pavilloner til Børnehaven Krudtuglen',
        'Opsigelse af lejemål for jobcentret',
      ],
      miss: ['Lejemål med kiosken ved havnen', 'Placering af nye træer'],
    },
  },
];
