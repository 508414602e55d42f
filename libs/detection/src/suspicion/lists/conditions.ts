import type { WordList } from '../word-lists.js';
import { words } from './groups.js';

/** Words of closures, of who does the work, and of the conditions they work under. */
export const conditions: readonly WordList[] = [
  {
    id: 'close',
    kind: 'other',
    what: { da: 'Noget lukker eller bliver mindre', en: 'Something closes or becomes smaller' },
    words: words(
      'luk, lukning, *lukning, lukker, lukkes, nedluk, nedlæg, nedlagt, nedlagde, afvikl, ophør, ophæv, afskaf, udfas, sløjf, fjern, stop, indskrænk, bortfald, *bortfald, skrot, drosl, omdann, konverter, reducer, *reduktion, nednormer',
      'beskær, beskæring, skær, skæres, nedgrader, nedprioriter, nedskær, nedbring, forsvind, spar … væk, drift … indstilles, driften … indstilles, *nedlæggelse, *afvikling, *omdannelse, ændr, ændret, ændrede, *ændring, nedskaler, halver, færre, neddrosl, !stoppested',
      '!åben og lukket, !lukket møde, !lukket dagsorden, !lukket punkt, !lukkede punkter, !skærm, !skærme, !*bloksalg, !påtegning, luk ned, lukkes … ned',
    ),
    beside: { groups: ['workplace', 'unit', 'staff', 'task', 'places', 'manager'], within: 6 },
    weight: 0.7,
    examples: {
      hit: [
        'Lukning af Botilbuddet Åbo',
        'Nedlæggelse af 12 døgnpladser',
        'Plejehjemmet Bakkebo lukkes',
        'Driften af dagcentret ophører',
        'Omdannelse af børnehave til integreret institution',
        'NEDLÆGGELSE AF SPECIALKLASSER',
      ],
      miss: ['Lukning af Torvegade for biler', 'Nedlæggelse af offentlig sti', 'Afvikling af byfest'],
    },
  },
  {
    id: 'close-alone',
    kind: 'other',
    what: { da: 'Noget lukker eller bliver nedlagt', en: 'Something closes or is abolished' },
    words: words(
      '!lukket møde, !lukket dagsorden, !lukket punkt, !lukkede punkter, *lukning, lukning, lukkes, luk, nedluk, nedlæg, nedlagt, afvikl, ophør, ophører, afskaf, udfas, indskrænk, nednormer, driften … indstilles, nedskaler, afvikling, fremtiden for, omdann',
    ),
    weight: 0.52,
    examples: { hit: ['Nedlæggelse af Solsikken', 'Afvikling af Engdraget'], miss: ['Byens træer', 'Lokal musik'] },
  },
  {
    id: 'outsource',
    kind: 'other',
    what: {
      da: 'Andre end kommunen skal udføre arbejdet, eller kommunen selv',
      en: 'Somebody else is to do the work, or the municipality itself',
    },
    words: words(
      'lægges ud til, lægges ud, konsulentfirma, *konsulenthus, uden for huset',
      '*frasalg, salg af … drift, sælges fra, bortforpagt, *bortforpagtning, *forpagtning, *forpagter, *virksomhedssalg',
      'ekstern varetagelse, eksternt varetaget, *købes … eksternt, selvejende fond, selvejende institution, overdrages til fond, overdrages til selvejende, bestyrelsesdrevet, *brugerdrevet, *foreningsdrevet',
      '*udlicitering, udliciter, udbud af drift, driftsudbud, hjemtag, hjemtagelse, *hjemtagning, *hjemtagelse, privatiser, *privatisering, *konkurrenceudsættelse, konkurrenceudsæt, private leverandører, andre leverandører, ny leverandør, nye leverandører',
      '*driftsoverenskomst, *driftsoverdragelse, kommunal overtagelse, kommunal drift, kommunalt regi, privat drift, privat aktør, private aktører, anden aktør, andre aktører, egen regi, eget regi, egen drift, *kommunalisering, leverandørskift, skift af leverandør, *friplejehjem',
      '*kontrolbud, *ekstern leverandør, eksterne leverandører, *vikarbureau, *outsourcing, outsourc*, *insourcing, *leverandørmodel, *velfærdsaftale, *egenproduktion, *udbudsstrategi, overdragelse af driften, driften … overdrages, driften … overtages, driften … overgår',
      'virksomhedsoverdrag*, overtage … driften, overtagelse af … institution, selvejende … kommunal, overgår til kommunen, overgang til privat, offentlig-privat, *partnerskabsmodel, udlægning af, *fritvalg, frit valg, *fritvalgsordning, *borgerbestemt, *velfærdsvirksomhed, egne medarbejdere, egne folk',
    ),
    weight: 0.6,
    examples: {
      hit: [
        'Udlicitering af rengøring',
        'Hjemtagelse af hjemmepleje i distrikt Vest',
        'Konkurrenceudsættelse af madservice',
        'Opsigelse af driftsoverenskomst med Børnehuset Eng',
      ],
      miss: ['Byens torvedage', 'Leverandørliste for fjernvarme'],
    },
  },
  {
    id: 'tender',
    kind: 'other',
    what: {
      da: 'Arbejde, som egne folk kan udføre, sendes i udbud',
      en: 'Work that own staff can do is put to tender',
    },
    words: words(
      '*udbud, genudbud, udbyd, udbydes, *udbudsplan, i udbud, *leverandør, *aftale, *aktør, *selskab, *operatør, *kontrakt, *entreprise, *udfører, *partnerskab, selvejende, *selskabsdannelse, ekstern, eksterne, *nabokommune',
    ),
    beside: { groups: ['workplace', 'task', 'staff'], within: 5, anywhere: true },
    weight: 0.5,
    examples: {
      hit: [
        'Udbud af rengøring på skolerne',
        'Vinduespolering og rengøring i udbud',
        'Aktører i beskæftigelsesindsatsen: nye kontrakter',
      ],
      miss: ['Udbud af byggegrunde', 'Udbud af el og gas'],
    },
  },
  {
    id: 'hours',
    kind: 'other',
    what: { da: 'Hvornår der arbejdes', en: 'When work is done' },
    words: words(
      '*lukketid, *lukketider, *kernetid, op i tid, ned i tid',
      '*tidsbestilling, kun efter aftale, *telefonbetjening, *personlig betjening, personlige henvendelser, *forberedelsestid, *fremmøde, *pauser, *weekend, *helligdag, *helligdage, *døgnåben*, hele døgnet',
      'længere åbent, åbent om, aftenåbent, weekendåbent, åbent i weekenden, *vagtbetaling, *ferielukket, lukket om, lukket i, kortere åbent, *åbningsdage, *lukkedage, *sommerferielukning, *sommerdrift, *sommerpasning, *natpatrulje, *rute, ruteinddeling, *ruter',
      '*arbejdstid, arbejdstids*, *vagtplan, vagtplan*, *vagtordning, *vagtstruktur, *vagtlag, *nattevagt, *aftenvagt, *døgnvagt, *weekendvagt, *tilkaldevagt, *bagvagt, *rådighedsvagt, *timersvagt, *vagter, 12-timersvagt, *døgndækning',
      '*vagtordning, *vagtskifte, *sovende vagt, sovende nattevagt, vågen nattevagt, =vagt, vagten, vagter, om natten, i weekenden, i weekender, *tjenesteplan, *arbejdsplan, *skiftehold, weekendarbejde, *weekendåbent, aftenarbejde, *åbningstid, *åbningstider, åbningstids*, *lukkedag, *lukkedage, *lukkeuge, *lukkeperiode, sommerlukning, ferielukning, *feriepasning, *telefontid',
      '*nattjeneste, *natteberedskab, natdækning, nattedækning, *bemandingsplan, *fleksibel åbning, *ferieplan, 4-dages, firedages, fire-dages, 37 timer, 30 timer, fuldtid, fuldtidspolitik, *deltid, *timenorm, *timetal, *undervisningstid, *arbejdsuge, kortere skoledage, skoledagens længde',
      '*mødetid, *mødetider, møder ind, *tilstedeværelse, *vagtberedskab, *døgnbemanding, *selvbetjent, *ubemandet, *personalefri, skemalægning, *arbejdstilrettelæggelse, *ruteplan, *køreplan for medarbejder, *kørelister, *disponering, *tjenestetid',
      '!*køreplan, !*valgsteders åbningstid',
    ),
    weight: 0.55,
    examples: {
      hit: [
        'Ændrede åbningstider i borgerservice',
        'Ny vagtplan på døgninstitutionen',
        'Arbejdstidsaftale for lærere',
        'Nattevagten på botilbuddene',
        'Lukkedage i dagtilbud 2027',
        'Forsøg med firedages arbejdsuge',
      ],
      miss: ['Tidsplan for havnetunnel', 'Køreplan for natbusser'],
    },
  },
  {
    id: 'staffing',
    kind: 'other',
    what: { da: 'Hvor mange og hvem der udfører arbejdet', en: 'How many and who do the work' },
    words: words(
      '*personaleomsætning, *personalemangel, *bemandet, *mandskab, *ansættes, *ansætter, *ansættelse af, *stilling som, *timer til, *lønmidler, *projektansat, *projektansatte, *lærermangel, *pædagogmangel, *sygeplejemangel, *opmandning, *jobdeling, *jobrotation, *jobbank',
      '*normering, normerings*, *bemanding, bemandings*, *afskedigelse, afskediges, afskedig, =opsigelser, opsigelse af medarbejder, opsigelse af ansat, fyring, *fyringer, fyringsrunde, *personalereduktion, *personaletilpasning, *stillingsnedlæggelse, *stillingsreduktion, *årsværk, *fuldtidsstillinger',
      '*fuldtidsstilling, fuldtidsansatte, *stillinger, *stillingsstop, *ansættelsesstop, *kvalificeret ansættelsesstop, *nednormering, *opnormering, *minimumsnormering*, *personalenormering, *personaleressourcer, *personalesammensætning, *faggruppe, *kompetenceprofil',
      '*opgaveglidning, *rekruttering, rekrutterings*, *fastholdelse, *fratrædelse, *frivillig fratrædelse, *sagstal, *sagsstamme, *sagsstammer, *medarbejderressource, *vikar, *vikarforbrug, vikardækning, *vikarkorps, *mangel på, færre ansatte, flere ansatte, *hænder, *hænder',
      'flere hænder, varme hænder, færre stillinger, færre medarbejdere, flere medarbejdere, *arbejdskraft, *udenlandsk arbejdskraft, ufaglærte, uddannelsesstillinger, *elevoptag, *dimensionering, *tolærer*, to voksne, alenearbejde, fast læge, *tilknyttet læge, *plejehjemslæge',
      '!*indstilling, !*indstillinger, !*udstilling, !*udstillinger, !*forestillinger, !*fremstillinger, !*bestillinger, !*problemstillinger, !*ligestillinger, !folkevalgte',
    ),
    weight: 0.55,
    examples: {
      hit: [
        'Minimumsnormeringer i børnehaver',
        'Nednormering i Jobcenter Ydelse',
        'Afskedigelser i ældreplejen',
        'Forslaget svarer til fire årsværk',
        'Strategi for rekruttering og fastholdelse',
        'Opgaveglidning fra sygeplejersker til assistenter',
      ],
      miss: ['Indstillinger til årets kulturpris', 'Kunstudstillinger i rådhushallen'],
    },
  },
  {
    id: 'work-environment',
    kind: 'other',
    what: { da: 'Arbejdsmiljø og arbejdspladsens regler', en: 'Work environment and rules of the workplace' },
    words: words(
      'påbud, *påbud, *psykisk arbejdsmiljø, *trivselsindsats, *arbejdsulykke, *vold mod, chikane, *beredskabsplan for medarbejder, *indeklima, *skimmelsvamp, *psykologisk tryghed, *stress',
      '*arbejdsmiljø, arbejdsmiljø*, =apv, *arbejdspladsvurdering, *trivselsmåling, *trivselsundersøgelse, *sygefravær, sygefraværs*, vold og trusler, voldsepisoder, *arbejdsskade, *arbejdstilsyn*, røgfri arbejdstid, røgfri arbejdsdag, nikotinfri*, hjemmearbejde, *hjemmearbejdsplads',
      '*fjernarbejde, *arbejdspladsindretning, *personalepolitik, personalepolitisk*, *lønpolitik, *lønmodel, *seniorpolitik, *seniorordning, kompetenceudvikling, *kompetenceløft, *efteruddannelse, *opkvalificering, *whistleblower*, med-aftale, *medaftale, *med-udvalg',
      'med-struktur, =hovedmed, *hovedmed, *lokalmed, *rygepolitik, *beklædning, *uniform, *tjenestebil, *firmabil, *retningslinjer for medarbejder, *magtanvendelse, *sikkerhedspakke, *personalesikkerhed, *ansættelsesvilkår, *personalegoder, *frokostordning, *frikvarter',
      'medarbejdertrivsel, *medarbejderundersøgelse, *krænkende, *ytringsfrihed, *bijob, *bibeskæftigelse, *lønforhandling, *lokalaftale, *overenskomst, *overenskomster, *forhåndsaftale, rusmiddelpolitik, *alkoholpolitik for medarbejder, *ledelsesgrundlag, *introduktionsforløb',
      '!*driftsoverenskomst',
    ),
    weight: 0.55,
    examples: {
      hit: [
        'Påbud fra Arbejdstilsynet på Skolen ved Søen',
        'Sygefravær i ældreplejen - handlingsplan',
        'Ny personalepolitik',
        'Hjemmearbejde fremover',
        'Fælles uniform i hjemmeplejen',
      ],
      miss: ['Miljøtilsyn på virksomheder', 'Støjmiljø ved banen'],
    },
  },
  {
    id: 'technology',
    kind: 'other',
    what: { da: 'Nye systemer og ny teknik i arbejdet', en: 'New systems and technology in the work' },
    words: words(
      'indfør, indførelse, indføres, implementer, udrul, udrulning, ibrugtag, ny, nyt, nye, overgang, overgå, udskift, skift, anskaf, anskaffelse, digitaliser, automatiser, *automatisering, *digitalisering, konsolider, opgrader, tag … i brug, erstatt, brug, =brug, anvendelse, anvend, afprøv, test',
      '*installation, installer, opsæt, opsætning, idriftsæt, indkøb, *indkøb, *udbud, fælles, i hjemmeplejen, på plejehjem, strategi, *strategi, *robot, *robotter, *robotisering',
    ),
    beside: { groups: ['technology'], within: 5, anywhere: true },
    weight: 0.55,
    examples: {
      hit: [
        'Indførelse af nyt omsorgssystem',
        'Digitalisering af byggesagsarkivet med robotter',
        'Nyt journalsystem i tandplejen',
        'Kunstig intelligens: anvendelse i sagsbehandling',
        'Videoovervågning indføres på værestedet',
        'Skærmbesøg i hjemmeplejen udrulles med ny app',
      ],
      miss: ['Nyt kloaksystem i Vestbyen', 'Indførelse af betalt parkering'],
    },
  },
  {
    id: 'technology-word',
    kind: 'other',
    what: { da: 'Teknik der ændrer arbejdet af sig selv', en: 'Technology that by itself changes the work' },
    words: words(
      '*robotassisteret, robot*, *kropsbårne, *kameraer, *kamera, *skærm, via skærm, til skærm, *skærmløsning, *sensor, *app, *tablet, *tablets, *medicindosering, *ruteplanlægning, *digitale værktøjer, *it-platform, *intranet',
      '*automatisering, automatiser, *velfærdsteknologi, *kunstig intelligens, kunstig intelligens, *robotter, rpa, *robotisering, *skærmbesøg, skærmbesøg, *digitalt tilsyn, digitalt tilsyn, digitale tilsyn, *digital hjemmepleje, virtuel, virtuelle, *journalsystem, *omsorgssystem, *fagsystem',
      'it-system, it-systemer, gps-*, =gps, bodycams, kropskamera, copilot, sprogmodel, talegenkendelse, *tidsregistrering, *vagtplansystem, chatbot, *digitale assistent, *sensorer, sensorgulv, *medicinrobot, *dosisdispenser, *digitalisering, *elektronisk nøgle, *låsesystem',
    ),
    weight: 0.5,
    examples: {
      hit: [
        'Velfærdsteknologi i ældreplejen',
        'Automatisering af fakturaer',
        'GPS i kommunens biler',
        'Skærmbesøg om aftenen',
      ],
      miss: ['Plan for kystsikring', 'Radiofest i parken'],
    },
  },
  {
    id: 'ways-of-working',
    kind: 'other',
    what: { da: 'Måden der arbejdes på', en: 'How work is done' },
    words: words(
      'leve-bo*, *makkerpar, *færre skemaer, *færre krav, *tillidsdagsorden, *madlavning, *kerneopgaven, *hjemmebesøg, *faste teams, fast team, *kontaktteam, *primær*, *omsorgsmodel',
      '*inddeling, *distriktsinddeling, fri for regler, *regelfri, *regelforenkling, *forsøgskommune, *frikommune, *velfærdsforsøg, styre sig selv, styrer sig selv, selvbestemmelse, *kvalitetstid, *mere tid til, *kontaktperson*, *kontaktperson, *teaminddeling, *gruppeinddeling, *tværgående',
      'fra … til én, fra … til to, fra … til tre, fra … til fire, fra … til fem, fra … til seks, ud på skolerne, ud i skolerne, ind i skolen, ud i distrikterne, *arbejdsgang, *arbejdsgange, *arbejdsmetode, arbejdsform, *arbejdstilrettelæggelse, *opgaveløsning, *opgavevaretagelse, *kerneopgave, *faglig metode, *praksisændring, ny praksis, ændret praksis, *sagsgang, *sagsbehandlingstid, *visitationspraksis, *dokumentationskrav, *dokumentation',
      '*afbureaukratisering, frisættelse, *frisæt*, *selvstyre, *tillidsreform, *tilsynskoncept, *omlægning af indsats, ny indsats, *metodeskift, *læringsmodel, co-teaching, holddannelse, *tværfaglig*, *tværfagligt samarbejde, *driftsoptimering, optimering, *vagtvaretagelse, *opgavepakke',
      '*opgavebortfald, nye opgaver, ændrede opgaver, flere opgaver, *arbejdsopgave, ny tilgang, *ruteoptimering, *indsatskatalog, *visitation, *stuegang, *morgenpleje, *nedsat … tid, *samarbejdsmodel, *modtagelse, opgave … løses, opgaver … løses, opgaver … varetages, opgaven … varetages',
      '!trafikdokumentation',
    ),
    weight: 0.45,
    examples: {
      hit: [
        'Nye arbejdsgange i myndighedsarbejdet',
        'Frisættelse af plejehjem',
        'Ændret praksis for sagsbehandling',
        'Afbureaukratisering på ældreområdet',
      ],
      miss: ['Udvidelse af cykelnettet', 'Gangsti i skoven'],
    },
  },
  {
    id: 'effect-on-staff',
    what: { da: 'Teksten siger selv, at de ansatte berøres', en: 'The text itself says that staff are affected' },
    words: words(
      'personalemæssige konsekvenser, personalemæssige forhold, personalemæssig*, konsekvenser for medarbejder, konsekvens for medarbejder, konsekvenser for de ansatte, konsekvenser for personalet, betydning for medarbejder, betydning for personalet, *medarbejderne, *personalet, *ansatte',
      'medarbejder … berør, medarbejderne … tilbydes, berørte medarbejdere, medarbejder … skal, medarbejderne … får, ansatte … får, personalet … skal, personalet … får, *medarbejdere, *årsværk, *fuldtidsstillinger, *sygeplejerskerne, *pædagogerne, *lærerne, *sagsbehandlerne, *rådgiverne',
      '*terapeuterne, *assistenterne, *lederne, *konsulenterne, *dagplejerne, *socialrådgiverne, *hjælperne, *psykologerne, *køkkenpersonalet, *stillinger, en stilling, én stilling, to stillinger, tre stillinger, *vikarer, *faggrupper, *medarbejdergruppe, *kollegaer, *kolleger, *sundhedsplejerskerne',
      '*vejlederne, *serviceassistenterne, *nattevagterne, *tandlægerne, *bibliotekarerne, *betjentene, *gartnerne, *chaufførerne, *teknikerne, *sekretærerne, *montørerne, *personale, *mandskab, *mandskabet, !borgerkonsulenterne, !*indstillinger, !*udstillinger, !*forestillinger',
    ),
    weight: 0.5,
    examples: {
      hit: [
        'Forslaget har personalemæssige konsekvenser',
        'Medarbejderne får fast plads på skolen',
        'Sygeplejerskerne møder i dag ind på tre adresser',
        'Personalet skal arbejde i weekenden',
      ],
      miss: ['Beboerne får nye vinduer', 'Eleverne skal på tur'],
    },
  },
];
