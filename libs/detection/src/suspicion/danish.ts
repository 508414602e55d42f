import { conditions } from './lists/conditions.js';
import { damping } from './lists/damping.js';
import { groups, words } from './lists/groups.js';
import { money } from './lists/money.js';
import { organisation } from './lists/organisation.js';
import { services } from './lists/services.js';
import { traces } from './lists/traces.js';
import type { WordLists } from './word-lists.js';

/** The word lists that the product comes with. A new version whenever a word is added, changed or taken out. */
export const danishWordLists: WordLists = {
  version: 'da-2026-1',
  abbreviations: {
    afd: 'afdeling',
    afdl: 'afdelings',
    org: 'organisation',
    medarb: 'medarbejder',
    pæd: 'pædagogisk',
    koord: 'koordinator',
    inst: 'institution',
    forv: 'forvaltning',
    omorg: 'omorganisering',
    reorg: 'reorganisering',
    stk: 'stykke',
    ca: 'cirka',
    kl: 'klokken',
    nr: 'nummer',
    pkt: 'punkt',
    jf: 'jævnfør',
    vedr: 'vedrørende',
    ang: 'angående',
    pr: 'pr',
    mio: 'millioner',
    kr: 'kroner',
    hhv: 'henholdsvis',
    mv: 'med videre',
    bla: 'blandt andet',
    evt: 'eventuelt',
    inkl: 'inklusive',
    ekskl: 'eksklusive',
    eks: 'eksempel',
  },
  locating: words(
    '=ved, =på, =i, =hos, =foran, =bag, =langs, =omkring, =nær, =over, =under, =mod, =gennem, =udenfor, =med',
  ),
  negating: {
    before: words(
      '=ikke, =ingen, =intet, =hverken, =uden, !ikke kun, !ikke alene, !ikke blot, !ikke bare, !ikke længere, !uden for, !ikke mindst',
    ),
    after: words('=ikke, =ingen, !ikke længere, !ikke kun'),
  },
  groups,
  lists: [...services, ...organisation, ...money, ...conditions, ...traces],
  damping,
};
