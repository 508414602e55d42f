import type { WordGroup } from '../word-lists.js';

const group = (da: string, en: string, words: readonly string[]): WordGroup => ({ what: { da, en }, words });

/** A list of words written as one line or several, each separated from the next by a comma. */
export const words = (...lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(',').map((word) => word.trim())).filter((word) => word.length > 0);

/** Words with one meaning that the lists refer to. */
export const groups = {
  workplace: group('Steder hvor kommunens medarbejdere arbejder', 'Places where staff of the municipality work', [
    ...words(
      '*trykkeri, *færgebesætning, *borgercenter, *administrationsbygning, *administrationen, *stabsfunktioner, *hjemløseindsats, *kontaktpersonordning, *socialtilsyn, *rådhus, *brandkorps, *redningsberedskab, *naturvejledning, *naturskole, *sundhedscenter, *kommunikation, *byggesag',
      '*hjælpemiddelområde, *hjælpemidler, *patrulje, *terapi, *terapien, *ældrepleje, *ældreplejen, *familiepleje, *særforanstaltning, *foranstaltning, *dagbehandling, *skolevæsen, *ungeindsats, *sprogcenter, *arkiv, *stadsarkiv',
      '*bogholderi, *lønkontor, *lønadministration, *regnskabsfunktion, *opkrævning, *byggesagsbehandling, *indskoling, *udskoling, *overbygning, *hybler, *idrætsanlæg, *turistkontor, *jobformidling, *lager, *gartneri, *park og vej, *vej og park',
      '*klub, *klubber, !*fodboldklub, !*sportsklub, !*idrætsklub, !*sejlklub, !*roklub, !*tennisklub, !*håndboldklub, !*rideklub, !*golfklub, !*svømmeklub, !*boldklub, *natteravn, *guider, *guide, *børneområde, *voksenområde, *ældreområde',
      '*handicapområde, *dagtilbudsområde, *skoleområde, *socialområde, *beskæftigelsesområde, *sundhedsområde, *bostøtteområde, *udsatteområde, *psykiatriområde, *myndighedsområde, *botilbudsområde, *aflastningsområde, *specialområde, *almenområde, *it-drift, *rengøringsområde',
      '*tilbud, tilbuds*, *plejehjem, *plejehjems*, *center, *centerområde, *centre, *bosted, *bofællesskab, *botræning, *bostøtte',
      '*institution, institutions*, *børnehave, *vuggestue, *børnehus, *skole, skole*, *sfo, *fritidshjem, *fritidsklub, *ungdomsklub',
      '*juniorklub, *klubtilbud, *klubber, *værested, *varmestue, *herberg, *forsorgshjem, *børnehjem, *opholdssted, *døgntilbud, *ungehus',
      '*familiehus, *familiecenter, *krisecenter, *aflastning, *aflastningshjem, *aflastningspladser, *akutpladser, *døgnpladser',
      '*plejeboliger, *plejeboligerne, *botilbudspladser, *dagpleje, *dagplejen, *tandpleje, *tandklinik, *klinik, *ambulatorium',
      '*sundhedspleje, *sundhedshus, *hjemmepleje, *hjemmesygepleje, *sygepleje, *hjemmehjælp, *genoptræning, *rehabilitering',
      '*træningsenhed, *køkken, *madservice, *vaskeri, *rengøring, *ejendomsservice, *ejendomsdrift, *driftsgård, *materielgård',
      '*hjælpemiddeldepot, *depot, *bibliotek, *musikskole, *ungdomsskole, *daghøjskole, *museum, *kulturhus, *svømmehal, *borgerservice',
      '*jobhus, *ydelsescenter, *kontaktcenter, *callcenter, *vagtcentral, *nødkaldscentral, *beredskab, *brandvæsen, *brandstation',
      '*værksted, *beskyttet beskæftigelse, *misbrugsbehandling, *rusmiddelbehandling, *alkoholbehandling, *socialpsykiatri',
      '*hjemmevejledning, *støttekontaktperson*, *ppr, *specialklasse*, *modtageklasse*, *specialundervisning, *hospice, *gæstehus, *kantine',
      '*bemandet botilbud, *seniorhus, *aktivitetshus, *dagcenter, *daghjem, *fællesskabshus, *hus, *huset, *hjemmet, *gården',
    ),
    ...words(
      '!pristilbud, !tilbudsavis, !rabattilbud, !*indkøbscenter, !*butikscenter, !bycenter, !*storcenter, !*lokalcenterområde, !midtbycenter',
      '!*hovedbibliotekspris, !boligskole, !parkeringshus, !rækkehus, !sommerhus, !enfamilieshus, !parcelhus, !*etagehus, !drivhus, !varehus',
      '!højhus, !drivhuse, !skolevej, !skolebuskørsel, !skolekørsel, !skolegård, !skolepris, !skoledistrikt, !skoledage, !skoleår, !skoleferie',
      '!skoleindskrivning, !*friskole, !*privatskole, !*efterskole, !*højskole, !klubhus, !vandrehjem, !kirkegården, !bondegården, !kolonihavehus',
    ),
  ]),
  unit: group('Dele af organisationen', 'Parts of the organisation', [
    ...words(
      '*afdeling, *enhed, *team, *forvaltning, *sekretariat, *kontor, *stab, *stabe, *stabsfunktion, *fællesfunktion, *rådgivning, *visitation',
      '*myndighed, *myndighedsafdeling, *driftsområde, *distrikt, *klynge, *område, *centerledelse, *direktørområde, *fagområde, *funktion',
      '*direktion, direktions*, *chefområde, *staben, *stabene, *korps, *filial, *satellit, *specialteam, *taskforce, *task force, *enheder, *ledelse, *udvalgsbetjening, *tilbudsområde, *administration, *myndighedsfunktion, *administrationsfællesskab, *gruppe, *tværfaglige teams, *organisation',
    ),
    ...words(
      '!boligenhed, !*boligafdeling, !*boligorganisation, !andelsafdeling, !*arbejdsgruppe, !*styregruppe, !*følgegruppe, !målgruppe, !*brugergruppe',
      '!*byområde, !*boligområde, !*erhvervsområde, !*naturområde, !*havneområde, !grønne områder, !grønt område, !*sommerhusområde, !*industriområde',
      '!*aldersgruppe, !borgergruppe, !skoledistrikt, !*vandløb*, !*byudviklingsområde, !*rammeområde, !*kystområde, !*opland, !*lokalplanområde',
      '!*spejdergruppe, !*beboergruppe, !*interesseorganisation, !frivillig organisation, !lodsejergruppe, !landområde, !landdistrikt, !udeområde, !friluftsområde, !*fællesområde',
    ),
  ]),
  staff: group('De ansatte', 'The staff', [
    ...words(
      '*medarbejder, medarbejder*, *personale, personale*, ansat, ansatte, *stilling, stillings*, *årsværk, *fuldtidsstilling, *pædagog, *lærer',
      '*sygeplejerske, *sosu*, *assistent, *sagsbehandler, *rådgiver, *socialrådgiver, *hjælper, *terapeut, *konsulent, *leder, *ledere, leder*',
      '*vejleder, *koordinator, *kollega, *faggruppe, *nattevagt, *vagter, *vikar, *jurist, *sundhedsplejerske, *dagplejer, *tandlæge, *psykolog',
    ),
    ...words(
      '!*indstilling, !*omstilling, !*udstilling, !*fremstilling, !*forestilling, !*bestilling, !*ligestilling, !*problemstilling, !*opstilling, !*rundstilling',
      '!*tilkendestilling, !*afstilling, !*igangstilling, !*boligvejleder, !*forsamlingsleder, !*cykelleder, !*foreningsleder, !*lærerig',
    ),
  ]),
  task: group('Opgaver', 'Tasks', [
    ...words(
      '*opgave, opgave*, *myndighedsopgave, *driftsopgave, *sagsbehandling, *funktion, *drift, *driften, *ydelse, *kerneydelse, *sagsområde, *indsats, *forløb, *ordning, *kontrol, *kontrollen, *service, *tjeneste, *arbejdsgang, *behandling, *rengøring, *renhold, *madproduktion, *produktion, *kørsel, *støtte, *undervisning, *tilsyn, *vedligehold, *visitering, *vejledning, *korps',
    ),
    ...words(
      '!skoleopgave, !anlægsopgave, !*udgave, !*affaldsordning, !*tilskudsordning, !*rabatordning, !*sikkerhedskontrol, !*borgerbehandling, !*budgetbehandling, !*støtte til, !*tilskudsstøtte, !*boligstøtte',
    ),
  ]),
  places: group('Pladser til borgere', 'Places for citizens', [
    ...words('*plads, *pladser, *døgnplads, *kapacitet, kapacitets*, *normering'),
    ...words(
      '!*parkeringsplads, !*p-plads, !*cykelplads, !*legeplads, !*byggeplads, !*torveplads, !*genbrugsplads, !*sportsplads, !*campingplads, !*rasteplads',
      '!*bådplads, !*markedsplads, !*stadeplads, !*boldplads, !*studieplads, !*praktikplads, !*lærlingeplads, !*arbejdsplads, !*ladeplads, !*praktikpladser',
      '!*handicapplads, !*byplads, !*pladsen, !*lokalplads, !fly*, !*idrætsplads, !*standplads, !*strandplads, !*taxiplads, !*busplads, !*oplagsplads, !*skaterplads',
    ),
  ]),
  post: group('Stillinger', 'Posts', [
    ...words(
      '*stilling, stillings*, *stillinger, *koordinator, *konsulent, *vejleder, *souschef, *assistent, *pædagogstilling',
    ),
    ...words(
      '!*indstilling, !*omstilling, !*udstilling, !*fremstilling, !*forestilling, !*bestilling, !*ligestilling, !*problemstilling, !*opstilling',
    ),
  ]),
  hours: group('Arbejdets tider', 'The hours of work', [
    ...words(
      '*arbejdstid, *vagt, vagt*, *vagter, *arbejdsuge, *åbningstid, *weekend, *aftenåbent, *bemanding, *normering, *dages uge, *skoledag, *arbejde',
    ),
  ]),
  administration: group('Forvaltninger og andre myndigheder', 'Administrations and other authorities', [
    ...words('*forvaltning, regionen, region, staten, *kommune, sof, suf, bif, buf, økf, tmf, kff, *centre'),
  ]),
  manager: group('Ledere', 'Managers', [
    ...words(
      '*afdelingsleder, afdelingsleder*, *mellemleder, mellemleder*, *teamleder, teamleder*, *souschef, *lederstilling, lederstilling*, *centerchef',
      '*områdeleder, *områdechef, *daglig leder, *daglige ledere, *pædagogisk leder, *pædagogiske ledere, *viceleder, *stedfortræder, *chefstilling',
      '*gruppeleder, *funktionsleder, *sektionsleder, *enhedsleder, *driftsleder, *ledere, *tilbudsleder, *leder, *lederne, *klyngeleder, *distriktsleder',
      '*direktør, direktør*, *chef, *chefer, chef*, *viceforstander, *forstander, *lederniveau, *lederlag, *ledernormering, *stabschef, *faglig leder',
    ),
    ...words(
      '!*vejleder, !*boligleder, !*politichef, !*bankdirektør, !*projektleder, !*byggeleder, !*mødeleder, !*spejderleder, !*partileder, !*foreningsleder, !*rejseleder',
    ),
  ]),
  coordinator: group('Koordinatorer', 'Coordinators', [
    ...words('*koordinator, koordinator*, *tovholder, *koordinatorfunktion'),
  ]),
  technology: group('Systemer og teknik til arbejdet', 'Systems and technology for the work', [
    ...words(
      'it-system, *itsystem, *fagsystem, *journalsystem, *omsorgssystem, *sagsbehandlingssystem, *vagtplansystem, *esdh, *esdhsystem, *lønsystem, *platform',
      '*teknologi, *velfærdsteknologi, *robot, robot*, rpa, chatbot, *kunstig intelligens, kunstig intelligens, =ai, ai-*, *algoritme, *digital, *digitalisering',
      '*overvågning, videoovervågning, tv-overvågning, gps, *gps*, bodycam*, *kropskamera, *skærmbesøg, *app, *selvbetjeningsløsning, *registreringssystem, *system',
      '*talegenkendelse, sprogmodel, copilot, *it-løsning, *dokumentation, *dokumentationspraksis, *tidsregistrering, *elektronisk*',
    ),
    ...words(
      '!*økosystem, !*kloaksystem, !*varmesystem, !*vandsystem, !*afløbssystem, !*stisystem, !*dyreovervågning, !*naturovervågning, !grundvandsovervågning',
    ),
  ]),
} satisfies Record<string, WordGroup>;
