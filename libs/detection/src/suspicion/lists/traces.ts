import type { WordList } from '../word-lists.js';
import { groups, words } from './groups.js';

/** Weak signs: none says enough alone, several together do. */
export const traces: readonly WordList[] = [
  {
    id: 'workplace-named',
    what: { da: 'Et arbejdssted er nævnt', en: 'A place of work is named' },
    words: [...groups.workplace.words, ...groups.unit.words],
    weight: 0.33,
    examples: {
      hit: ['Botilbuddet Åsen', 'Nyt fra hjemmeplejen'],
      miss: ['Nyt fra turistforeningen', 'Byens indkøbscenter'],
    },
  },
  {
    id: 'staff-named',
    what: { da: 'De ansatte eller deres opgaver er nævnt', en: 'Staff or their tasks are named' },
    words: [...groups.staff.words, ...groups.manager.words],
    weight: 0.33,
    examples: {
      hit: ['Sagsbehandlere i borgerservice', 'Møde med lederne'],
      miss: ['Indstilling om havnen', 'Vejen til stranden'],
    },
  },
  {
    id: 'some-change',
    what: { da: 'Noget ændres', en: 'Something changes' },
    words: words(
      'længere, kortere, udmønt, *udmøntning, *inddeling, inddel, varetag, *varetagelse, revurder, genovervej, forlæng, *forlængelse, viderefør, *videreførelse, fortsæt, *fortsættelse, permanent, fast, faste, midlertidig, *forsøg, forsøgs*, prioriter, *prioritering',
      'målret, organ, styre, styrer, sammen, én, ét, færre, flere, halver, rull, gentænk, nytænk, uden, i stedet for, frem for, omkring, sammenhæng*, tværgående, *harmonisering, harmoniser, ensret, *ensretning, standardiser, *standardisering, *optimering, optimer, *omlægning',
      'nedsæt, hæv, sænk, *udfordringer, *udfordring, *udvikling, udfordret, *tilpasninger, *tiltag, *indsats, *placering, *tilkøb, *åbent, *ud på, *ind i, rykk, rykker, lægges, *samling, tidsbegrænset, *spareramme, *ramme, adskil, *eksternt, ekstern, bliver, bytt, *påbud, *pres, presset',
      'ændr, ændret, ændres, *ændring, ny, nyt, nye, tilpas, *tilpasning, overgå, *overgang, skift, indfør, omstill, *omstilling, forlad, overtag, styrk, *styrkelse, oprust, *oprustning, forenkl, *forenkling, fremtid, fremtidig, fremover, samarbejde, fælles, *model, *koncept, *ramme, *rammer',
      'erstatt, juster, *justering, udvikl, *udvikling, moderniser, *modernisering, *handlingsplan, *handleplan, *implementering, *implementer, *strategi, *reform, opfølgning på tilsyn, *plan for, *genåbning, udvid, reducer, *reduktion, fordel, *fordeling, deler, bliver til, drives, *forslag',
    ),
    weight: 0.27,
    examples: { hit: ['Ny ordning', 'Ændret praksis'], miss: ['Lån til havnen', 'Orientering fra borgmesteren'] },
  },
];
