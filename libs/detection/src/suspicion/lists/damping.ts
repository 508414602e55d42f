import type { DampingList } from '../word-lists.js';
import { words } from './groups.js';

/** What is said of staff stays said of staff, whatever they work with. */
const aboutStaff = [
  'hours',
  'staffing',
  'work-environment',
  'effect-on-staff',
  'section-managers',
  'section-manager-word',
  'management-structure',
  'posts-converted',
  'coordinator-word',
  'portfolio-word',
];

/** Words that show that an item is about something else than the work of the staff. */
export const damping: readonly DampingList[] = [
  {
    id: 'roads-and-traffic',
    what: { da: 'Veje og trafik', en: 'Roads and traffic' },
    words: words(
      'af *gade, af *vej, af *vejen, af *stien, af *stræde, af *allé, af *plads, *højspænding*, *lygtepæl*, *skilte, *skiltning, *motorcykel*, *knallert*, *el-løbehjul, *løbehjul',
      '*cykel*, cyklist*, *parkering*, p-plads, p-hus, *busstop*, *stoppested*, *buslinje, *buslinjer, *busrute, *bustrafik, *busdrift, *letbane, *jernbane, *stationsplads, *trafik*, *vejbump, *rundkørsel, *krydset, *fortov, *fodgænger*, *gågade, *biltrafik, *kørebane, *asfalt*',
      '*vejprojekt, *vejanlæg, *vejstrækning, *vejbelysning, *gadelys, *gadebelysning, *privat fællesvej, *privatvej, *omfartsvej, *motorvej, *ladestander*, *ladestandere, *hastighed*, *kantsten, =bro, *stibro, =sti, *cykelsti, *gangsti, offentlig sti, *stier, =torv, *torvedag, vej, gade, vejen, *gade, *færge, *skolevej*, *vejnet, *vejareal, *taxi',
      '!investering, !*kvalitetssti, !*statistik',
    ),
    takes: 0.75,
    reach: 'sentence',
    spares: aboutStaff,
    examples: {
      hit: [
        'Flytning af busstoppested ved skolen',
        'Etablering af cykelstativ ved plejehjem',
        'Udvidelse af parkeringspladsen',
      ],
      miss: ['Flytning af Ungecentret', 'Investering i velfærd'],
    },
  },
  {
    id: 'land-and-buildings',
    what: { da: 'Planer, grunde og byggeri', en: 'Plans, plots and construction' },
    words: words(
      '*gulv, =tag, nyt tag, *have, *haven, *sansehave, *køleskab*, *inventar, *møbler, *toilet, *toiletter, *maling, *varmepumpe*, *elevator, *gymnastiksal, *lokaleleje, *udlejning, *erhvervslejemål, *friplejebolig*, *almen bolig, *tomt, *byggemodning, !*børnehave, !*børnehaven, !*skovbørnehave, !*naturbørnehave, !*dagplejehave',
      '*lokalplan*, *kommuneplan*, *planstrategi, *planlov, sammenlægning af matrikler, matrikelregister, *matrikulær*, *areal, *arealet, *arealer, *grundsalg, *byggegrund*, *grunde, =grund, grunden, *grundareal, *ejendomssalg, *landzone*, *byggetilladelse, *nedrivning, *nedriv, *dispensation, *byggeri, *bygninger, *byggelinje',
      '*facade, *facaden, *facadesten, *tagrenovering, *vinduer, *skema a, skema a, skema b, *byfornyelse, *byudvikling*, *bevaringsværdig*, *fredning, *servitut, *skel, *hegn, *hegnssyn, *arkitekt*, *farver, *materialevalg, *ekspropriation, *jordforsyning, *jordkøb, *tilgængelighed, *solceller, *anlægsregnskab',
      '*anlægsprojekt, *energirenovering, *renovering, *ventilation, *kloak*, *spildevand*, *tagterrasse, *køb af, *kvadratmeter, *sommerhus*, *huslejestigning, *husleje, *boligorganisation*, *boligforening*, *boligselskab*, *almene boliger, *ungdomsbolig*, *familiebolig*, *seniorbolig*, *byrum, *havneplan, =havn, havnen, *havneareal',
    ),
    takes: 0.72,
    reach: 'sentence',
    spares: aboutStaff,
    examples: {
      hit: ['Lokalplan 412 for nyt plejecenter', 'Sammenlægning af matrikler', 'Salg af byggegrunde'],
      miss: ['Sammenlægning af to børnehaver', 'Botilbuddet Åsen udvides'],
    },
  },
  {
    id: 'green-and-utilities',
    what: { da: 'Natur, affald og forsyning', en: 'Nature, waste and utilities' },
    words: words(
      '*affald*, *genbrugsplads*, *renovation*, *tekstiler, *vandløb*, *vandværk*, *drikkevand*, *grundvand*, *fjernvarme*, *varmeplan*, *varmeværk*, *vindmølle*, *solcellepark, =skov, *naturskov, *statsskov, *skovareal, *naturpark, *bypark, =park, *naturområde, *træer, træet, *træfældning, *biodiversitet, *klimatilpasning*, *klimaplan, *kystsikring',
      '*rotter, *rottebekæmpelse, *hunde*, *hundeskov, *hest*, *råger, *skadedyr*, *støj*, *støjklage, *forsyning*, *energinet, *gasnet*, *gas, *biogas*, *vejsalt, *legeplads*, *naturgenopretning, *plæne*, *kirkegård*, *kolonihave*, *strand*, *badevand, *mindesten, *skur, *bænk, *bænke',
      '*beholder, *beholdere, *jordforurening, *råstof*, *husdyr*, *miljøgodkendelse, !*forsyningssikkerhed af personale',
    ),
    takes: 0.75,
    reach: 'sentence',
    spares: aboutStaff,
    examples: {
      hit: ['Omlægning af affaldsordning', 'Etablering af legeplads ved børnehaven', 'Overdragelse af vandværk'],
      miss: ['Omlægning af PPR', 'Udvidelse af hjemmeplejen'],
    },
  },
  {
    id: 'names-and-ceremonies',
    what: { da: 'Navne, fester, kunst og priser', en: 'Names, ceremonies, art and prizes' },
    words: words(
      '*mad fra, *madspild, *fællesspisning, *lejrbål, *sommerlejr, *udflugt, *hjemkundskab, *temamøde, *temaaften, *netværk, *verdensmål*, *folkemøde*',
      '*navn, navne, *navngivning, *navneændring, *vejnavn, *logo, *indvielse, *rejsegilde, *jubilæum, *fest, *festival, *byfest, *havnedag, *koncert, *kunst, kunstner*, kunstværk*, kunstprojekt, *skulptur, *udsmykning, *udstilling, *pris, prisen, *prisuddeling, *legat, *studietur, *besøg, *besøgsven, *besøgsvenner, *venskabsby',
      '*flag, *flagning, *kongres, *julebelysning, *juletræ, *markering, *mindesmærke, *designmanual, *åbent hus, *maleri, *byvåben, *event, *events, *arrangement, *arrangementer, *sportsfolk, *bane, *kunstgræsbane, *stadion, *vm, *stævne, *kampagne, !*skærmbesøg, !hjemmebesøg, !*tilsynsbesøg',
      '!*banegård, !*enterprise, !*takstpris',
    ),
    takes: 0.78,
    reach: 'sentence',
    examples: {
      hit: ['Navngivning af nyt plejecenter', 'Afvikling af byfest', 'Nyt logo til skolen'],
      miss: ['Skærmbesøg i hjemmeplejen', 'Lukning af værested'],
    },
  },
  {
    id: 'accounts-and-finance',
    what: { da: 'Regnskab, lån, takster og skatter', en: 'Accounts, loans, rates and taxes' },
    words: words(
      '*byggelån, *revisionsselskab, *revisor, *kvartalsoversigt, *anlægssager, *anlægsmidler, *strøm, *elpriser, *grundskyld, *skat, *skatten, *kredit*',
      '*regnskab, *årsregnskab, *anlægsregnskab, *revision, *revisionsberetning, *budgetopfølgning, *finansrapport, *økonomirapport, *kvartalsrapport, *kassebeholdning, *lån, *lånoptagelse, *låneomlægning, *garanti, *kommunegaranti, *grundskyld*, *skatteprocent, *takster, =takst, *takst, *egenbetaling',
      '*gebyr, *tilskud, *kapitalforhøjelse, *aktier, *aktie, *frigivelse, *anlægsbevilling, *rådighedsbeløb, *moms, *dækningsafgift, *obligation*, *formue*, *likviditet, *swap, *indskud, *medlemskontingent, *kontingent, *renteniveau, *gæld*, *afdrag, !*lånecenter, !*udlån, !*plan, !*lånt',
      '!*budgetrevision, *takstblad, *takststruktur, *taksttilpasning, betaling for, *betalingsvedtægt',
    ),
    takes: 0.68,
    reach: 'sentence',
    examples: {
      hit: ['Byggeregnskab for nyt plejehjem', 'Låneomlægning i Boligselskabet', 'Takster for dagtilbud 2027'],
      miss: ['Ny vagtplan', 'Omorganisering af stabe'],
    },
  },
  {
    id: 'associations',
    what: { da: 'Foreninger, puljer og frivillige', en: 'Associations, funds and volunteers' },
    words: words(
      '*forening, forenings*, *foreninger, *foreningen, *frivillig, frivillige, *frivilligcenter, §18, *pulje, *puljen, *puljemidler, *ansøgningspulje, *tilskudspulje, *spejder*, *idrætsklub, *fodboldklub, *sejlklub*, *bådklub, *håndboldklub, *roklub, *klubhus, *folkeoplysning*, *lokalråd',
      '*borgerforslag, *forsamlingshus*, *haller, *museumsforening, *menighedsråd*, *fonden, *fond, *aftenskole*, *idrætsforening, *festivalforening, *lystbåde*, *loppemarked, *kulturpulje, *grundejerforening*, *beboerforening, *forældreforening, !frivillig fratrædelse, !*fagforening',
    ),
    takes: 0.72,
    reach: 'sentence',
    spares: [...aboutStaff, 'outsource'],
    examples: {
      hit: ['Tilskud til foreningen Natvagten', 'Overdragelse af klubhus', 'Ny organisering af puljen'],
      miss: ['Ny organisering af hjemmeplejen', 'Frivillig fratrædelse tilbydes'],
    },
  },
  {
    id: 'politics',
    what: { da: 'Politikernes egne forhold', en: 'The affairs of the politicians themselves' },
    words: words(
      '*udpegning, udpeg, *valg til, *valgsteder, *valgsted, *valgbestyrelse, *folketingsvalg, *kommunalvalg, *byrådsmedlem*, *medlem til, til medlem, *stedfortræder for, indkaldelse af stedfortræder, *udvalgspost*, *udvalgsposter, *gruppeskift, *konstituering, *vederlag, *mødeplan, *mødekalender',
      'dagsorden, *beslutningsprotokol, *underskrift, *meddelelser, *forretningsorden, *ad hoc-udvalg, §17, *borgmesteren, *borgmester, *habilitet, *repræsentant til, *bestyrelsesmedlem, *bestyrelsespost, *generalforsamling, *ældreråd*, *handicapråd*, *ungeråd*, *integrationsråd*, *udsatteråd, *folkeafstemning',
      '*stillingtagen til mødedatoer, *aktindsigt, *partistøtte, *politikere, *byrådets møder, *ombudsmand*, *ledelsestilsyn med byråd',
    ),
    takes: 0.75,
    reach: 'sentence',
    examples: {
      hit: ['Rokade i udvalgsposter', 'Udpegning af medlem til havnebestyrelsen', 'Mødeplan 2027'],
      miss: ['Rokade mellem afdelinger', 'Valg af driftsmodel'],
    },
  },
  {
    id: 'private',
    what: { da: 'Private og andre myndigheders forhold', en: 'Affairs of private parties and other authorities' },
    words: words(
      '=privat, =private, !privat drift, !privat aktør, !privat … drift, !privat … drive, !private leverandør, !private aktør, !privat … stå, *medlemskab, *interesseorganisation, *ambulance*, *hjemmeværn*, *landmand',
      '*privatskole, *friskole, *privatinstitution, privat daginstitution, private daginstitutioner, privat opholdssted, private opholdssteder, privat institution, privat børnehave, privat vuggestue, privat botilbud, =privat leverandør, =privat udbyder, *anpartsselskab, *aktieselskab, privat fællesvej, privat familie, private busselskaber, *busselskab, *efterskole, *højskole, *gymnasi*',
      '*universitet*, *erhvervsskole*, *socialstyrelse*, *banestyrelse*, *politikreds, *posthus, *postbutik, *bankfilial, *butik, *butikker, *supermarked, *dagligvarebutik, *restaurant, *kiosk, *café, *hotel, *biograf, *teater, *virksomheder, *selskabet, *forbrugerejet, *forbrugerejede, *lodsejer, *grundejer*',
      '*erhverv, *erhvervsliv, *turisme, *turist*, *staten overtager, *skattestyrelse*, *kystdirektorat*, *apotek, =sygehus, *lægehus, *lægepraksis, *almen praksis, *folkekirke*, *flygtninge, *campingplads, *lufthavn, !*virksomhedsoverdragelse, !*højskolelærer, !*natcafé',
    ),
    takes: 0.68,
    reach: 'sentence',
    examples: {
      hit: ['Ny privat daginstitution i Skovby', 'Lukning af posthus', 'Konkurrenceudsættelse af busselskab'],
      miss: ['Private leverandører i hjemmeplejen', 'Lukning af børnehave'],
    },
  },
  {
    id: 'citizens-only',
    what: { da: 'Det gælder borgerne, ikke arbejdet', en: 'It concerns the citizens, not the work' },
    words: words(
      '*tidsplan, *procesplan, *underretninger, *venteliste, *ventelister, *brugerråd, *pårørenderåd, *beboerråd, *vedtægt, *vedtægter, *brugerbestyrelse*, *skolebestyrelse*, *forældrebestyrelse*, *opdatering, *lovhenvisninger, *antal, *indmeldelse, *optagelse, *trivsel blandt unge, *unges trivsel, *befolknings*, *ferieplan, !*antal medarbejder, !*antal afdelingsleder, !*antal leder, !antallet af afdelingsleder, !antallet af leder',
      '*brugertilfredshed*, *brugerundersøgelse, *borgertilfredshed, *årsrapport, *årsberetning, *årsredegørelse, *statistik, *ankestatistik, *klagestatistik, *borgerrådgiver*, *indskrivning, *prognose, *befolkningsprognose, *borgerhøring, *ventelistegaranti, *ventetid, *magtanvendelser, *tilsynsrapport',
      '*kvalitetsrapport, *nøgletal, *ledighedstal, *rotation af borger, *boligstandard, *boligstøtte, *beboere, *ankestyrelsens, *temadrøftelse, uden beslutning, *redegørelse, *afrapportering, =afrapp, *status, *statusnotat, *medlemsforslag, *måling, *oplæg om, *høringssvar, *ungdomsskolens plan, *politik, *politikken',
      '!*personalepolitik, !*lønpolitik, !*seniorpolitik, !*rygepolitik, !*rusmiddelpolitik, !*trivselsmåling, !*fuldtidspolitik',
    ),
    takes: 0.45,
    reach: 'sentence',
    examples: {
      hit: ['Brugertilfredshed i hjemmeplejen', 'Årsrapport fra Socialtilsynet', 'Skolepolitik til borgerhøring'],
      miss: ['Ny personalepolitik', 'Sammenlægning af skoler'],
    },
  },
  {
    id: 'one-appointment',
    what: { da: 'En bestemt stilling besættes', en: 'One post is filled' },
    words: words(
      'ansættelse af … *direktør, ansættelse af … *chef, ansættelse af … *leder, genbesæt, genbesættes, tiltræd, tiltræder, fratræder, konstituer, *ansættelsesudvalg, stillingsopslag, afsked med … *direktør',
    ),
    takes: 0.7,
    reach: 'item',
    examples: {
      hit: ['Ansættelse af ny skoleleder', 'Stillingen genbesættes', 'Direktøren fratræder'],
      miss: ['Flere ledere', 'Ansættelsesstop'],
    },
  },
  {
    id: 'goods-and-insurance',
    what: {
      da: 'Varer, forsikring og kørsel, som andre allerede leverer',
      en: 'Goods, insurance and transport that others already deliver',
    },
    words: words(
      '*forsikring, forsikrings*, *forsikringsudbud, *taxa*, *befordring, *vognmænd, *kontorartikler, *el-indkøb, *elindkøb, *brændstof, *møbler, *servere, *telefoni, *bankaftale, *revisoraftale, *hygiejneartikler, samme vilkår, *ydernummer*, *praktiserende læge, *elever, eleverne, *elevers, *haver, *skolehave',
      '*regionens, *pesticid*, *oliefyr, *gasfyr, *private hjem, *anpartsselskab, *forældre, *beboer, *beboerne, *borgerne skal, *husstande, *login, *hjemmeside, *webportal',
    ),
    takes: 0.5,
    reach: 'sentence',
    spares: aboutStaff,
    examples: {
      hit: ['Forsikringsudbud 2027', 'Udbud af taxakørsel', 'Nye møbler til biblioteket'],
      miss: ['Udbud af rengøring', 'Robotter i hjemmeplejen'],
    },
  },
  {
    id: 'no-effect',
    what: {
      da: 'Teksten siger selv, at de ansatte ikke berøres',
      en: 'The text itself says that staff are not affected',
    },
    words: words(
      'ingen personalemæssige konsekvenser, ikke personalemæssige konsekvenser, ingen betydning for medarbejder, ingen betydning for personalet, ingen konsekvenser for medarbejder, berører ikke medarbejder, medarbejderne … berøres ikke, personalet … berøres ikke, mærkes ikke, ændrer ikke, uændret, uændrede',
      'ændres ikke, ingen ændringer, ikke ændring, ikke ændringer, ingen ansatte, ingen medarbejdere, uden betydning for medarbejder, ingen organisatoriske, berører ikke, alene en sproglig, =redaktionel, redaktionelle, ren teknisk, rent teknisk, uden ændringer, fortsætter uændret, fortsætter som hidtil, som hidtil',
    ),
    takes: 0.78,
    reach: 'item',
    examples: {
      hit: ['Sagen har ingen personalemæssige konsekvenser', 'Driften fortsætter uændret'],
      miss: ['Sagen har personalemæssige konsekvenser', 'Driften ophører'],
    },
  },
];
