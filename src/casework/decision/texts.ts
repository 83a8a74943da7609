import type { Day } from '../../kernel/day.ts';
import { formatDay, formatNumber, type Language, pick, texts } from '../../kernel/language.ts';
import { type Cents, formatEuro } from '../../kernel/money.ts';
import { lastDay } from '../../kernel/range.ts';
import type { Service } from '../../kernel/service.ts';
import { signerOn } from '../../law/act-2001-189-party.ts';
import type { Refusals } from '../../server/act.ts';
import { addressee, type Labelled, type PaperHead, type PaperSection, unbroken } from '../../server/letters/paper.ts';
import type { PlanSigner } from '../plan/words.ts';
import { notCompetent } from '../succession/words.ts';
import type { DecisionLetter, LetterAppeal, LetterFacts, ProvidedBy } from './words.ts';

export const decisionTexts = texts({
  fi: {
    decision: 'Päätös',
    decisions: 'Päätökset',
    providedBy: 'Tuottaja',
    provisionModes: { own: 'Oma toiminta', purchased: 'Ostopalvelu', voucher: 'Palveluseteli', grant: 'Avustus' },
    placeOf: 'Paikka',
    placeHelp: 'Missä palvelua annetaan, esimerkiksi toimintakeskus.',
    mealCharge: (euro: string) => `Ateriasta peritään ${euro}`,
    decide: 'Tee päätös',
    decider: 'Päättäjä',
    deciderHelp: 'Tehtävässäsi ei ole päätösvaltaa tähän palveluun. Valmistelet päätöksen, ja päättäjä tekee sen.',
    noDecider: 'Kenelläkään ei ole tänään päätösvaltaa tähän palveluun. Pääkäyttäjä antaa sen Asetuksissa.',
    send: 'Lähetä päättäjälle',
    sent: (name: string) => `Lähetetty päättäjälle: ${name}.`,
    presented: (name: string, day: string) => `${name} on esitellyt asian ${day}.`,
    waitsFor: (name: string) => `Odottaa päättäjää: ${name}.`,
    returned: (day: string) => `Palautettu valmisteltavaksi ${day}`,
    giveBack: 'Palauta esittelijälle',
    givenBack: 'Palautettu esittelijälle.',
    because: 'Miksi asia palautetaan',
    presentedBy: (name: string) => `esittelijä ${name}`,
    decided: 'Päätös tehty.',
    outcome: 'Ratkaisu',
    outcomes: {
      grant: 'Myönnetään',
      change: 'Muutetaan aiempaa päätöstä',
      end: 'Lopetetaan palvelu',
      deny: 'Hylätään',
      'not-examined': 'Jätetään tutkimatta',
      lapse: 'Raukeaa',
    },
    madeOutcomes: {
      grant: 'Myönnetty',
      change: 'Muutettu',
      end: 'Lopetettu',
      deny: 'Hylätty',
      'not-examined': 'Jätetty tutkimatta',
      lapse: 'Rauennut',
    },
    changes: 'Päätös, jota muutetaan',
    changesHelp: 'Se on voimassa uuden päätöksen ensimmäiseen päivään.',
    takeUp: 'Muuta tai lopeta',
    takeUpHelp:
      'Muuttamisesta tai lopettamisesta tulee oma asia, joka saa numeron. Asiakasta kuullaan siinä ennen kielteistä päätöstä.',
    takeUpNow: 'Ota käsittelyyn',
    onWhoseInitiative: 'Kenen aloitteesta',
    takenUpAlready: 'Palvelusta on jo vireillä asia. Aiempaa päätöstä muutetaan tai se lopetetaan siinä.',
    toMatter: 'Avaa asia',
    tookUp: 'Asia on vireillä.',
    tookUpNext: 'Kuule asiakasta tai tee päätös.',
    ends: 'Päätös, joka lopetetaan',
    lastDay: 'Viimeinen päivä',
    lastDayHelp: 'Aiempi päätös on voimassa tämän päivän loppuun.',
    lastDayMended:
      'Lopetettu päätös on voimassa uuden päivän loppuun. Jo lopetetun palvelun viimeinen päivä ei muutu: korjaa se palvelun päättymisestä. Päivää ei voi aikaistaa, jos palvelua annetaan sen jälkeen.',
    ended: (number: string, day: string) => `Lopettaa päätöksen ${number}, viimeinen päivä ${day}`,
    endedBy: (number: string, day: string) => `Lopetettu päätöksellä ${number}, viimeinen päivä ${day}`,
    changeable: (number: string, service: string, days: string) => `${number}, ${service}, ${days}`,
    takesDaysAway: 'Muutos lyhentää myönnettyä aikaa: asiakasta kuullaan ennen päätöstä.',
    changed: (number: string) => `Muuttaa päätöstä ${number}`,
    changedBy: (number: string, day: string) => `Muutettu päätöksellä ${number}, ${day} alkaen`,
    easyReasons: 'Perustelut selkokielellä',
    phrase: 'Perustelumalli',
    phraseHelp: 'Lisätään perusteluihin asiakkaan kielellä. Täydennä kohta, jossa on kolme pistettä.',
    phraseNone: 'Valitse malli',
    easyReasonsHelp: 'Asiakas lukee selkokieltä. Kirjoita lyhyin lausein, yksi asia riville.',
    heard: {
      'not-heard':
        'Asiakasta ei ole kuultu. Kuule asiakasta ennen kielteistä päätöstä asian sivulla, tai kirjaa laista peruste sille, ettei kuulla.',
      open: 'Kuuleminen on kesken: vastausaika ei ole päättynyt eikä vastausta ole kirjattu.',
      heard: 'Asiakasta on kuultu.',
    },
    unheardGround: 'Millä perusteella ratkaistaan kuulematta',
    unheardGrounds: {
      'rejected-at-once': 'Vaatimus hylätään heti perusteettomana',
      jeopardises: 'Kuuleminen vaarantaisi päätöksen tarkoituksen tai viivästys aiheuttaisi huomattavaa haittaa',
      unnecessary: 'Kuuleminen on ilmeisen tarpeetonta',
    },
    unheardBecause: 'Miksi asiakasta ei kuultu',
    explained: {
      datedBack: 'Miksi päätöspäivä ei ole tämä päivä',
      retroactive: 'Miksi palvelua myönnetään takautuvasti',
      endsBefore: 'Miksi palvelu lopetetaan takautuvasti',
      longer: 'Erityinen syy sille, että palvelu alkaa yli kolmen kuukauden kuluttua vireilletulosta',
      fixedTerm: 'Miksi palvelu myönnetään määräajaksi: asiakkaan oma etu tai palvelun luonne',
      outsideGroup: 'Miksi palvelu myönnetään, vaikka asiakas ei kuulu lain tarkoittamaan ryhmään',
      departsFromPlan: 'Miksi päätös poikkeaa suunnitelmasta',
    },
    explainedHelp: 'Syy tulee päätöskirjeeseen ja jää asian tietoihin.',
    outsideKinds: {
      'too-young': 'Asiakas on nuorempi kuin laki edellyttää.',
      'too-old': 'Asiakas on vanhempi kuin laki edellyttää.',
      'not-unemployed': 'Kirjattujen etuuksien mukaan asiakas ei ole työtön: laki koskee työttömiä.',
      'lives-on-other-income':
        'Kirjattujen etuuksien mukaan asiakas ei elä sairauden tai työkyvyttömyyden perusteella maksettavilla etuuksilla.',
    },
    grantedAlready: (number: string, service: string, days: string) =>
      `Päätöksellä ${number} on jo myönnetty ${service}: ${days}.`,
    inPart: 'Myönnetään osittain: vähemmän kuin haettiin',
    grantedInPart: 'Myönnetty osittain',
    correct: 'Korjaa kirjoitusvirhe',
    correctHelp:
      'Ilmeinen kirjoitus- tai laskuvirhe korjataan uudella versiolla. Aiempi kirje jää luettavaksi, ja uusi annetaan asiakkaalle.',
    correctBecause: 'Mikä oli väärin',
    corrected: 'Päätös korjattu.',
    correctedNext: 'Anna korjattu kirje asiakkaalle.',
    correctedOn: (day: string, because: string) => `Korjattu ${day}: ${because}`,
    version: (n: number) => `Versio ${n} (PDF)`,
    annul: 'Poista virheellinen päätös',
    annulHelp: 'Päätös poistetaan ja asia ratkaistaan uudelleen. Poistettu päätös jää luettavaksi.',
    annulGround: 'Millä perusteella päätös poistetaan',
    annulGrounds: {
      'for-client': 'Korjaus on asiakkaan eduksi',
      'client-agrees': 'Asiakas on suostunut korjaamiseen',
      'own-conduct': 'Ilmeinen virhe johtuu asiakkaan omasta menettelystä',
    },
    annulBecause: 'Mikä päätöksessä oli väärin',
    annulled: 'Päätös poistettu.',
    annulledNext: 'Asia odottaa uutta päätöstä.',
    annulledOn: (day: string, because: string) => `Poistettu ${day}: ${because}`,
    annulledTag: 'Poistettu',
    granted: 'Myönnetty',
    denied: 'Hylätty',
    decidedOn: 'Päätöspäivä',
    decidedBy: 'Päätöksen tekijä',
    during: 'Myönnetään ajalle',
    terms: {
      'for-a-period': 'Laki vaatii tähän palveluun päättymispäivän.',
      'until-further-notice':
        'Päätös on voimassa toistaiseksi, jollei asiakkaan etu tai palvelun luonne vaadi määräaikaa.',
      either: 'Jätä päättymispäivä tyhjäksi, jos päätös on voimassa toistaiseksi.',
    },
    openEnded: 'toistaiseksi',
    plan: 'Suunnitelma, johon päätös viittaa',
    noPlan: 'Ei suunnitelmaa',
    planOf: (kind: string, day: string) => `${kind} ${day}`,
    draftOf: (plan: string) => `${plan}, luonnos`,
    signers: {
      client: 'asiakas',
      organiser: 'palvelun järjestäjä',
      'labour-office': 'työvoimatoimisto',
      'te-office': 'TE-toimisto',
      'te-office-or-pilot': 'TE-toimisto tai kuntakokeilu',
      'employment-authority': 'työvoimaviranomainen',
    },
    unsigned: (who: string) => `Puuttuu allekirjoitus: ${who}`,
    planIsDraft: 'Päätöstä ei voi tehdä luonnoksesta. Kirjaa ensin allekirjoitukset asiakkaan suunnitelmiin.',
    planKinds: {
      activation: 'Aktivointisuunnitelma',
      multisectoral: 'Monialainen työllistymissuunnitelma',
      service: 'Asiakassuunnitelma',
    },
    reasons: 'Perustelut',
    reasonsHelp: 'Mitkä seikat vaikuttivat ratkaisuun, ja miten. Teksti tulee päätöskirjeeseen.',
    grounds: 'Säännökset, joilla palvelun voi evätä',
    alternatives: 'Muu säännös, jolla palvelun voi järjestää',
    provisions: 'Sovelletut säännökset',
    provisionsHelp: (day: string) => `Asian vireilletulopäivänä ${day} voimassa olleet.`,
    dueOn: (day: string) => `Päätös on toimeenpantava viimeistään ${day}.`,
    executionLate: (days: number) =>
      days === 1 ? 'Toimeenpano on 1 päivän myöhässä' : `Toimeenpano on ${days} päivää myöhässä`,
    letter: 'Päätöskirje',
    preview: 'Esikatsele kirje',
    previewTitle: 'Päätöskirje ennen päätöstä',
    toClient: (language: string) => `Kirje on ${language}.`,
    languages: { fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi', selko: 'suomeksi, tiivistelmä selkokielellä' },
    open: 'Avaa päätöskirje (PDF)',
    serve: 'Kirjaa tiedoksianto',
    serveTitle: 'Päätöksen tiedoksianto',
    way: 'Miten päätös annettiin tiedoksi',
    sentOn: 'Lähetetty tai luovutettu',
    servedOn: 'Annettu tiedoksi',
    served: (day: string) => `Tiedoksi ${day}`,
    waitsService: 'Se on vielä annettava tiedoksi.',
    notServed: 'Odottaa tiedoksiantoa',
    serveDone: 'Tiedoksianto kirjattu.',
    takeBackService: 'Ota tiedoksianto takaisin',
    takeBackServiceHelp:
      'Kirjattu tiedoksianto poistuu, ja päätös odottaa tiedoksiantoa. Oikaisuaika alkaa vasta uudesta tiedoksiannosta. Aiempi kirjaus jää luettavaksi asiakkaan korjauksiin.',
    tookBackService: 'Tiedoksianto otettu takaisin.',
    why: 'Miksi',
    toRepresentatives: 'Annetaan tiedoksi myös',
    toRepresentativesHelp:
      'Päätös annetaan tiedoksi asiakkaalle ja jokaiselle, joka lain mukaan käyttää hänen puhevaltaansa henkilökohtaisissa asioissa.',
    copies: 'Jäljennös',
    copiesHelp: 'Kenelle muulle päätös lähetetään, yksi riville. Kirjaa vain, jos siihen on oikeus.',
    childAlone: 'Lapsen huoltajaa ei ole kirjattu. Kirjaa hänet asiakkaan tietoihin ennen tiedoksiantoa.',
    noticeTo: { client: 'asiakas', representative: 'puolesta', copy: 'jäljennös' },
    representativeCopy: (name: string) => `Kappale: ${name} (PDF)`,
    rectifyBy: (day: string) => `Oikaisua voi vaatia ${day} saakka`,
    alreadyDecided: 'Asiassa on jo päätös',
    none: 'Päätöksiä ei ole',
    noneHelp: 'Päätös tehdään vireillä olevaan hakemukseen.',
    cancel: 'Peruuta',
    close: 'Sulje',
  },
  sv: {
    decision: 'Beslut',
    decisions: 'Beslut',
    providedBy: 'Producent',
    provisionModes: { own: 'Egen verksamhet', purchased: 'Köptjänst', voucher: 'Servicesedel', grant: 'Understöd' },
    placeOf: 'Plats',
    placeHelp: 'Var servicen ges, till exempel ett verksamhetscenter.',
    mealCharge: (euro: string) => `För en måltid tas ut ${euro}`,
    decide: 'Fatta beslut',
    decider: 'Beslutsfattare',
    deciderHelp:
      'I din uppgift ingår inte beslutanderätt i denna service. Du bereder beslutet och beslutsfattaren fattar det.',
    noDecider: 'Ingen har i dag beslutanderätt i denna service. Administratören ger den i Inställningar.',
    send: 'Sänd till beslutsfattaren',
    sent: (name: string) => `Sänt till beslutsfattaren: ${name}.`,
    presented: (name: string, day: string) => `${name} har föredragit ärendet ${day}.`,
    waitsFor: (name: string) => `Väntar på beslutsfattaren: ${name}.`,
    returned: (day: string) => `Återsänt för beredning ${day}`,
    giveBack: 'Återsänd till föredraganden',
    givenBack: 'Återsänt till föredraganden.',
    because: 'Varför ärendet återsänds',
    presentedBy: (name: string) => `föredragande ${name}`,
    decided: 'Beslutet har fattats.',
    outcome: 'Avgörande',
    outcomes: {
      grant: 'Beviljas',
      change: 'Ett tidigare beslut ändras',
      end: 'Servicen avslutas',
      deny: 'Avslås',
      'not-examined': 'Tas inte upp till prövning',
      lapse: 'Förfaller',
    },
    madeOutcomes: {
      grant: 'Beviljat',
      change: 'Ändrat',
      end: 'Avslutat',
      deny: 'Avslaget',
      'not-examined': 'Inte prövat',
      lapse: 'Förfallet',
    },
    changes: 'Beslut som ändras',
    changesHelp: 'Det gäller fram till det nya beslutets första dag.',
    takeUp: 'Ändra eller avsluta',
    takeUpHelp:
      'En ändring eller ett avslutande blir ett eget ärende som får ett nummer. Klienten hörs i det före ett negativt beslut.',
    takeUpNow: 'Ta upp ärendet',
    onWhoseInitiative: 'På vems initiativ',
    takenUpAlready: 'Ett ärende om servicen är redan anhängigt. Det tidigare beslutet ändras eller avslutas i det.',
    toMatter: 'Öppna ärendet',
    tookUp: 'Ärendet är anhängigt.',
    tookUpNext: 'Hör klienten eller fatta beslut.',
    ends: 'Beslut som avslutas',
    lastDay: 'Sista dagen',
    lastDayHelp: 'Det tidigare beslutet gäller till slutet av denna dag.',
    lastDayMended:
      'Det avslutade beslutet gäller till slutet av den nya dagen. Sista dagen för en service som redan har avslutats ändras inte: rätta den där servicen avslutades. Dagen kan inte tidigareläggas om service ges efter den.',
    ended: (number: string, day: string) => `Avslutar beslut ${number}, sista dagen ${day}`,
    endedBy: (number: string, day: string) => `Avslutat genom beslut ${number}, sista dagen ${day}`,
    changeable: (number: string, service: string, days: string) => `${number}, ${service}, ${days}`,
    takesDaysAway: 'Ändringen förkortar den beviljade tiden: klienten hörs före beslutet.',
    changed: (number: string) => `Ändrar beslut ${number}`,
    changedBy: (number: string, day: string) => `Ändrat genom beslut ${number} från och med ${day}`,
    easyReasons: 'Motivering på lätt språk',
    phrase: 'Modell för motivering',
    phraseHelp: 'Läggs till i motiveringen på klientens språk. Komplettera stället med tre punkter.',
    phraseNone: 'Välj en modell',
    easyReasonsHelp: 'Klienten läser lätt språk. Skriv korta meningar, en sak per rad.',
    heard: {
      'not-heard':
        'Klienten har inte hörts. Hör klienten före ett negativt beslut på ärendets sida, eller anteckna lagens grund för att inte höra.',
      open: 'Hörandet pågår: svarstiden har inte gått ut och inget svar har antecknats.',
      heard: 'Klienten har hörts.',
    },
    unheardGround: 'På vilken grund ärendet avgörs utan hörande',
    unheardGrounds: {
      'rejected-at-once': 'Yrkandet avslås genast som ogrundat',
      jeopardises: 'Hörandet skulle äventyra syftet med beslutet eller dröjsmålet medföra betydande olägenhet',
      unnecessary: 'Hörande är uppenbart onödigt',
    },
    unheardBecause: 'Varför klienten inte hördes',
    explained: {
      datedBack: 'Varför beslutsdagen inte är denna dag',
      retroactive: 'Varför servicen beviljas retroaktivt',
      endsBefore: 'Varför servicen avslutas retroaktivt',
      longer: 'Särskilt skäl till att servicen börjar mer än tre månader efter att ärendet blev anhängigt',
      fixedTerm: 'Varför servicen beviljas för viss tid: klientens eget intresse eller servicens karaktär',
      outsideGroup: 'Varför servicen beviljas fast klienten inte hör till den grupp som lagen avser',
      departsFromPlan: 'Varför beslutet avviker från planen',
    },
    explainedHelp: 'Skälet skrivs in i beslutsbrevet och bevaras i ärendet.',
    outsideKinds: {
      'too-young': 'Klienten är yngre än lagen förutsätter.',
      'too-old': 'Klienten är äldre än lagen förutsätter.',
      'not-unemployed': 'Enligt de antecknade förmånerna är klienten inte arbetslös: lagen gäller arbetslösa.',
      'lives-on-other-income':
        'Enligt de antecknade förmånerna lever klienten inte på förmåner som betalas på grund av sjukdom eller arbetsoförmåga.',
    },
    grantedAlready: (number: string, service: string, days: string) =>
      `Genom beslut ${number} har redan beviljats ${service}: ${days}.`,
    inPart: 'Beviljas delvis: mindre än vad som ansöktes om',
    grantedInPart: 'Beviljat delvis',
    correct: 'Rätta ett skrivfel',
    correctHelp:
      'Ett uppenbart skriv- eller räknefel rättas med en ny version. Det tidigare brevet kan fortfarande läsas, och det nya ges till klienten.',
    correctBecause: 'Vad som var fel',
    corrected: 'Beslutet har rättats.',
    correctedNext: 'Ge klienten det rättade brevet.',
    correctedOn: (day: string, because: string) => `Rättat ${day}: ${because}`,
    version: (n: number) => `Version ${n} (PDF)`,
    annul: 'Undanröj ett felaktigt beslut',
    annulHelp: 'Beslutet undanröjs och ärendet avgörs på nytt. Det undanröjda beslutet kan fortfarande läsas.',
    annulGround: 'På vilken grund beslutet undanröjs',
    annulGrounds: {
      'for-client': 'Rättelsen är till klientens fördel',
      'client-agrees': 'Klienten har samtyckt till rättelsen',
      'own-conduct': 'Det uppenbara felet beror på klientens eget förfarande',
    },
    annulBecause: 'Vad som var fel i beslutet',
    annulled: 'Beslutet har undanröjts.',
    annulledNext: 'Ärendet väntar på ett nytt beslut.',
    annulledOn: (day: string, because: string) => `Undanröjt ${day}: ${because}`,
    annulledTag: 'Undanröjt',
    granted: 'Beviljat',
    denied: 'Avslaget',
    decidedOn: 'Beslutsdag',
    decidedBy: 'Beslutsfattare',
    during: 'Beviljas för tiden',
    terms: {
      'for-a-period': 'Lagen kräver en sista dag för denna service.',
      'until-further-notice':
        'Beslutet gäller tills vidare, om inte klientens eget intresse eller servicens karaktär kräver att det gäller för viss tid.',
      either: 'Lämna sista dagen tom om beslutet gäller tills vidare.',
    },
    openEnded: 'tills vidare',
    plan: 'Plan som beslutet hänvisar till',
    noPlan: 'Ingen plan',
    planOf: (kind: string, day: string) => `${kind} ${day}`,
    draftOf: (plan: string) => `${plan}, utkast`,
    signers: {
      client: 'klienten',
      organiser: 'serviceordnaren',
      'labour-office': 'arbetskraftsbyrån',
      'te-office': 'TE-byrån',
      'te-office-or-pilot': 'TE-byrån eller kommunförsöket',
      'employment-authority': 'arbetskraftsmyndigheten',
    },
    unsigned: (who: string) => `Underskrift saknas: ${who}`,
    planIsDraft: 'Beslut fattas inte utifrån ett utkast. Anteckna först underskrifterna bland klientens planer.',
    planKinds: {
      activation: 'Aktiveringsplan',
      multisectoral: 'Sektorsövergripande sysselsättningsplan',
      service: 'Klientplan',
    },
    reasons: 'Motivering',
    reasonsHelp: 'Vilka omständigheter som inverkade på avgörandet, och hur. Texten kommer i beslutsbrevet.',
    grounds: 'Bestämmelser enligt vilka servicen kan avslås',
    alternatives: 'Annan bestämmelse enligt vilken servicen kan ordnas',
    provisions: 'Tillämpade bestämmelser',
    provisionsHelp: (day: string) => `De som gällde när ärendet blev anhängigt ${day}.`,
    dueOn: (day: string) => `Beslutet ska verkställas senast ${day}.`,
    executionLate: (days: number) =>
      days === 1 ? 'Verkställigheten är 1 dag försenad' : `Verkställigheten är ${days} dagar försenad`,
    letter: 'Beslutsbrev',
    preview: 'Förhandsgranska brevet',
    previewTitle: 'Beslutsbrevet före beslutet',
    toClient: (language: string) => `Brevet är ${language}.`,
    languages: { fi: 'på finska', sv: 'på svenska', en: 'på engelska', selko: 'på finska, sammandrag på lätt språk' },
    open: 'Öppna beslutsbrevet (PDF)',
    serve: 'Anteckna delgivning',
    serveTitle: 'Delgivning av beslutet',
    way: 'Hur beslutet delgavs',
    sentOn: 'Sänt eller överlämnat',
    servedOn: 'Delgivet',
    served: (day: string) => `Delgivet ${day}`,
    waitsService: 'Det ska ännu delges.',
    notServed: 'Väntar på delgivning',
    serveDone: 'Delgivningen har antecknats.',
    takeBackService: 'Ta tillbaka delgivningen',
    takeBackServiceHelp:
      'Den antecknade delgivningen tas bort och beslutet väntar på delgivning. Tiden för omprövning börjar först av en ny delgivning. Den tidigare anteckningen kan läsas bland klientens rättelser.',
    tookBackService: 'Delgivningen har tagits tillbaka.',
    why: 'Varför',
    toRepresentatives: 'Delges också',
    toRepresentativesHelp:
      'Beslutet delges klienten och var och en som enligt lag för klientens talan i personliga angelägenheter.',
    copies: 'Kopia',
    copiesHelp: 'Vem beslutet också sänds till, en per rad. Anteckna bara om det finns rätt till det.',
    childAlone: 'Barnets vårdnadshavare har inte antecknats. Anteckna hen bland klientens uppgifter före delgivningen.',
    noticeTo: { client: 'klienten', representative: 'för klienten', copy: 'kopia' },
    representativeCopy: (name: string) => `Exemplar: ${name} (PDF)`,
    rectifyBy: (day: string) => `Omprövning kan begäras till och med ${day}`,
    alreadyDecided: 'Ärendet är redan avgjort',
    none: 'Det finns inga beslut',
    noneHelp: 'Beslut fattas om en anhängig ansökan.',
    cancel: 'Avbryt',
    close: 'Stäng',
  },
  en: {
    decision: 'Decision',
    decisions: 'Decisions',
    providedBy: 'Provider',
    provisionModes: { own: 'Own production', purchased: 'Purchased', voucher: 'Service voucher', grant: 'Grant' },
    placeOf: 'Place',
    placeHelp: 'Where the service is given, such as an activity centre.',
    mealCharge: (euro: string) => `A meal is charged ${euro}`,
    decide: 'Decide',
    decider: 'Decider',
    deciderHelp:
      'Your post has no power to decide on this service. You prepare the decision, and the decider makes it.',
    noDecider: 'Nobody has power to decide on this service today. The administrator gives it in Settings.',
    send: 'Send to the decider',
    sent: (name: string) => `Sent to the decider: ${name}.`,
    presented: (name: string, day: string) => `${name} presented the matter on ${day}.`,
    waitsFor: (name: string) => `Waits for the decider: ${name}.`,
    returned: (day: string) => `Sent back for preparation ${day}`,
    giveBack: 'Send back to the presenter',
    givenBack: 'Sent back to the presenter.',
    because: 'Why the matter is sent back',
    presentedBy: (name: string) => `presented by ${name}`,
    decided: 'Decision made.',
    outcome: 'Outcome',
    outcomes: {
      grant: 'Grant',
      change: 'Change an earlier decision',
      end: 'End the service',
      deny: 'Deny',
      'not-examined': 'Not examined',
      lapse: 'Lapses',
    },
    madeOutcomes: {
      grant: 'Granted',
      change: 'Changed',
      end: 'Ended',
      deny: 'Denied',
      'not-examined': 'Not examined',
      lapse: 'Lapsed',
    },
    changes: 'Decision that is changed',
    changesHelp: 'It holds until the first day of the new one.',
    takeUp: 'Change or end',
    takeUpHelp:
      'A change or an end is a matter of its own, with its number. In it the client is heard before a decision against them.',
    takeUpNow: 'Take it up',
    onWhoseInitiative: 'On whose initiative',
    takenUpAlready: 'A matter of the service is pending already. The earlier decision is changed or ended in it.',
    toMatter: 'Open the matter',
    tookUp: 'The matter is pending.',
    tookUpNext: 'Hear the client, or decide.',
    ends: 'Decision that is ended',
    lastDay: 'Last day',
    lastDayHelp: 'The earlier decision holds to the end of this day.',
    lastDayMended:
      'The ended decision holds to the end of the new day. The last day of a service that was ended already stays: correct it where the service ended. The day cannot be earlier while a service is given after it.',
    ended: (number: string, day: string) => `Ends decision ${number}, last day ${day}`,
    endedBy: (number: string, day: string) => `Ended by decision ${number}, last day ${day}`,
    changeable: (number: string, service: string, days: string) => `${number}, ${service}, ${days}`,
    takesDaysAway: 'The change shortens the time granted: the client is heard before the decision.',
    changed: (number: string) => `Changes decision ${number}`,
    changedBy: (number: string, day: string) => `Changed by decision ${number} from ${day}`,
    easyReasons: 'Reasons in easy language',
    phrase: 'Ready reasons',
    phraseHelp: 'Put into the reasons in the client’s language. Finish where the three dots are.',
    phraseNone: 'Choose',
    easyReasonsHelp: 'The client reads easy language. Write short sentences, one thing a line.',
    heard: {
      'not-heard':
        'The client has not been heard. Hear the client before a decision against them, on the page of the matter, or record by which ground of law one is not heard.',
      open: 'The hearing is open: the time to answer has not ended and no answer is recorded.',
      heard: 'The client has been heard.',
    },
    unheardGround: 'By which ground it is decided without a hearing',
    unheardGrounds: {
      'rejected-at-once': 'The claim is rejected at once as unfounded',
      jeopardises: 'A hearing would endanger the purpose of the decision, or the delay cause considerable harm',
      unnecessary: 'A hearing is manifestly unnecessary',
    },
    unheardBecause: 'Why the client was not heard',
    explained: {
      datedBack: 'Why the day of decision is not today',
      retroactive: 'Why the service is granted for days that are over',
      endsBefore: 'Why the service ends before the day of decision',
      longer: 'The special reason why the service begins more than three months after the matter became pending',
      fixedTerm: 'Why the service is granted for a term: the client’s own interest or the nature of the service',
      outsideGroup: 'Why the service is granted although the client is outside the group of the act',
      departsFromPlan: 'Why the decision departs from the plan',
    },
    explainedHelp: 'The reason goes into the letter and stays with the matter.',
    outsideKinds: {
      'too-young': 'The client is younger than the act demands.',
      'too-old': 'The client is older than the act demands.',
      'not-unemployed': 'By the benefits recorded the client is not unemployed: the act is for the unemployed.',
      'lives-on-other-income':
        'By the benefits recorded the client does not live on benefits paid for illness or incapacity for work.',
    },
    grantedAlready: (number: string, service: string, days: string) =>
      `Decision ${number} grants ${service} already: ${days}.`,
    inPart: 'Grant in part: less than was asked for',
    grantedInPart: 'Granted in part',
    correct: 'Mend a slip of the pen',
    correctHelp:
      'An obvious slip of the pen or of reckoning is mended by a new version. The letter before stays readable, and the new one is given to the client.',
    correctBecause: 'What was wrong',
    corrected: 'Decision mended.',
    correctedNext: 'Give the mended letter to the client.',
    correctedOn: (day: string, because: string) => `Mended ${day}: ${because}`,
    version: (n: number) => `Version ${n} (PDF)`,
    annul: 'Annul a wrong decision',
    annulHelp: 'The decision is annulled and the matter decided anew. The annulled decision stays readable.',
    annulGround: 'On what ground it is annulled',
    annulGrounds: {
      'for-client': 'The correction is to the client’s good',
      'client-agrees': 'The client has agreed to the correction',
      'own-conduct': 'The obvious error is due to the client’s own conduct',
    },
    annulBecause: 'What was wrong with the decision',
    annulled: 'Decision annulled.',
    annulledNext: 'The matter waits for a new decision.',
    annulledOn: (day: string, because: string) => `Annulled ${day}: ${because}`,
    annulledTag: 'Annulled',
    granted: 'Granted',
    denied: 'Denied',
    decidedOn: 'Day of decision',
    decidedBy: 'Decided by',
    during: 'Granted for',
    terms: {
      'for-a-period': 'The law asks for an end day in this service.',
      'until-further-notice':
        'In force until further notice, unless the client’s interest or the service asks for a term.',
      either: 'Leave the end empty when it is in force until further notice.',
    },
    openEnded: 'until further notice',
    plan: 'Plan that the decision cites',
    noPlan: 'No plan',
    planOf: (kind: string, day: string) => `${kind} ${day}`,
    draftOf: (plan: string) => `${plan}, draft`,
    signers: {
      client: 'client',
      organiser: 'organiser of the service',
      'labour-office': 'labour office',
      'te-office': 'TE office',
      'te-office-or-pilot': 'TE office or municipal pilot',
      'employment-authority': 'employment authority',
    },
    unsigned: (who: string) => `Not signed by: ${who}`,
    planIsDraft: 'Nothing is decided by a draft. Record the signatures among the client’s plans first.',
    planKinds: {
      activation: 'Activation plan',
      multisectoral: 'Multi-sectoral employment plan',
      service: 'Service plan',
    },
    reasons: 'Reasons',
    reasonsHelp: 'Which facts affected the outcome, and how. The text goes into the letter.',
    grounds: 'Provisions by which the service may be denied',
    alternatives: 'Another provision by which the service may be arranged',
    provisions: 'Provisions applied',
    provisionsHelp: (day: string) => `Those in force on ${day}, when the matter became pending.`,
    dueOn: (day: string) => `The decision must be carried out by ${day}.`,
    executionLate: (days: number) => (days === 1 ? 'Carrying out is 1 day late' : `Carrying out is ${days} days late`),
    letter: 'Decision letter',
    preview: 'Preview the letter',
    previewTitle: 'The letter before the decision',
    toClient: (language: string) => `The letter is ${language}.`,
    languages: { fi: 'in Finnish', sv: 'in Swedish', en: 'in English', selko: 'in Finnish, with an easy summary' },
    open: 'Open the decision letter (PDF)',
    serve: 'Record service',
    serveTitle: 'Service of the decision',
    way: 'How the decision was served',
    sentOn: 'Sent or handed over',
    servedOn: 'Served',
    served: (day: string) => `Served ${day}`,
    waitsService: 'It is still to be served.',
    notServed: 'Waits to be served',
    serveDone: 'Service recorded.',
    takeBackService: 'Take back the service of notice',
    takeBackServiceHelp:
      'The recorded service is taken away, and the decision waits to be served. The time for rectification begins only from a new one. What was recorded stays readable among the client’s corrections.',
    tookBackService: 'Service of notice taken back.',
    why: 'Why',
    toRepresentatives: 'Also served on',
    toRepresentativesHelp:
      'The decision is served on the client, and on everyone who by law acts for the client in personal matters.',
    copies: 'Copy',
    copiesHelp: 'To whom else it is sent, one a line. Record only where there is a right to it.',
    childAlone: 'Nobody who has custody of the child is recorded. Record them in the client’s details before service.',
    noticeTo: { client: 'client', representative: 'on behalf', copy: 'copy' },
    representativeCopy: (name: string) => `Copy for ${name} (PDF)`,
    rectifyBy: (day: string) => `Rectification may be requested until ${day}`,
    alreadyDecided: 'The matter has been decided already',
    none: 'There are no decisions',
    noneHelp: 'A decision is made on a pending referral.',
    cancel: 'Cancel',
    close: 'Close',
  },
});

/** Each service as what is granted or denied: Finnish says it in another form than its name. */
const finnishObjects: Readonly<Record<Service, string>> = {
  'work-activity': 'työtoimintaa',
  'day-activity': 'päivätoimintaa',
  'open-work': 'avotyötä',
  'supported-employment': 'tuettua työtä',
  'job-coaching': 'työhönvalmennusta',
  'rehabilitative-work': 'kuntouttavaa työtoimintaa',
  'employment-support-27d': 'työllistymistä tukevaa toimintaa',
  'work-activity-27e': 'vammaisten henkilöiden työtoimintaa',
  'day-activity-severe': 'vaikeavammaisten päivätoimintaa',
};

/** The deciding worker's post and the amount granted, in the letter's language. */
export const letterParts = texts({
  fi: {
    posts: {
      coach: 'työvalmentaja',
      instructor: 'ohjaaja',
      'rehabilitative-instructor': 'kuntouttavan työtoiminnan ohjaaja',
      'social-worker': 'sosiaalityöntekijä',
      finance: 'maksatuskäsittelijä',
      planner: 'suunnittelija',
      manager: 'esihenkilö',
      administrator: 'pääkäyttäjä',
    },
    official: 'viranhaltija',
    days: (days: string) => `${days} ${days === '1' ? 'päivä' : 'päivää'} viikossa`,
    hours: (hours: string) => `${hours} ${hours === '1' ? 'tunti' : 'tuntia'} päivässä`,
    providers: {
      own: (name: string) => `${name}, oma toiminta`,
      purchased: (name: string) => `${name}, ostopalvelu`,
      voucher: (name: string) => `${name}, palveluseteli`,
      grant: (name: string) => `${name}, avustus`,
    },
    meal: (euro: string) => `Ateriasta peritään ${euro}.`,
    openingHours: 'viraston aukioloaikana',
    caller: (name: string, post: string) => `${post} ${name}`,
  },
  sv: {
    posts: {
      coach: 'arbetscoach',
      instructor: 'handledare',
      'rehabilitative-instructor': 'handledare i arbetsverksamhet i rehabiliteringssyfte',
      'social-worker': 'socialarbetare',
      finance: 'utbetalningshandläggare',
      planner: 'planerare',
      manager: 'chef',
      administrator: 'huvudanvändare',
    },
    official: 'tjänsteinnehavare',
    days: (days: string) => `${days} ${days === '1' ? 'dag' : 'dagar'} per vecka`,
    hours: (hours: string) => `${hours} ${hours === '1' ? 'timme' : 'timmar'} per dag`,
    providers: {
      own: (name: string) => `${name}, egen verksamhet`,
      purchased: (name: string) => `${name}, köptjänst`,
      voucher: (name: string) => `${name}, servicesedel`,
      grant: (name: string) => `${name}, understöd`,
    },
    meal: (euro: string) => `För en måltid tas ut ${euro}.`,
    openingHours: 'under ämbetsverkets öppettider',
    caller: (name: string, post: string) => `${post} ${name}`,
  },
  en: {
    posts: {
      coach: 'job coach',
      instructor: 'instructor',
      'rehabilitative-instructor': 'instructor of rehabilitative work',
      'social-worker': 'social worker',
      finance: 'payments officer',
      planner: 'planner',
      manager: 'manager',
      administrator: 'administrator',
    },
    official: 'official',
    days: (days: string) => `${days} ${days === '1' ? 'day' : 'days'} a week`,
    hours: (hours: string) => `${hours} ${hours === '1' ? 'hour' : 'hours'} a day`,
    providers: {
      own: (name: string) => `${name}, own production`,
      purchased: (name: string) => `${name}, purchased service`,
      voucher: (name: string) => `${name}, service voucher`,
      grant: (name: string) => `${name}, grant`,
    },
    meal: (euro: string) => `A meal is charged ${euro}.`,
    openingHours: 'during office hours',
    caller: (name: string, post: string) => `${post} ${name}`,
  },
});

/** What a decision must show, in words. */
export const contentWords = {
  authority: { fi: 'viranomainen', sv: 'myndigheten', en: 'the authority' },
  day: { fi: 'päivä', sv: 'dagen', en: 'the day' },
  parties: { fi: 'asianosainen', sv: 'parten', en: 'the party' },
  outcome: { fi: 'ratkaisu', sv: 'avgörandet', en: 'the outcome' },
  reasons: { fi: 'perustelut', sv: 'motiveringen', en: 'the reasons' },
  contact: { fi: 'yhteystiedot', sv: 'kontaktuppgifterna', en: 'how to reach the authority' },
  provisions: { fi: 'säännökset', sv: 'bestämmelserna', en: 'the provisions' },
} as const;

/** Whose signatures a plan of a day lacks, in words. */
export function unsignedText(signers: readonly PlanSigner[], madeOn: Day, language: Language): string {
  const words = decisionTexts[language];
  return words.unsigned(signers.map((one) => words.signers[signerOn(one, madeOn)]).join(', '));
}

export const decisionRefusals = {
  'not-competent': notCompetent,
  'not-served': {
    status: 409,
    fi: 'Tiedoksiantoa ei ole kirjattu',
    sv: 'Ingen delgivning har antecknats',
    en: 'No service has been recorded',
  },
  'request-stands-on-it': {
    status: 409,
    fi: 'Päätökseen on vaadittu oikaisua. Tiedoksiantoa ei voi enää ottaa takaisin.',
    sv: 'Omprövning av beslutet har begärts. Delgivningen kan inte längre tas tillbaka.',
    en: 'Rectification of the decision has been requested. Its service can no longer be taken back.',
  },
  'no-representative': {
    fi: 'Lapsen päätös annetaan tiedoksi myös huoltajalle, jota ei ole kirjattu. Kirjaa hänet asiakkaan tietoihin.',
    sv: 'Ett barns beslut delges också vårdnadshavaren, som inte har antecknats. Anteckna hen bland klientens uppgifter.',
    en: 'A child’s decision is served also on whoever has custody, of whom nobody is recorded. Record them in the client’s details.',
  },
  'representative-left-out': {
    fi: 'Päätös annetaan tiedoksi myös jokaiselle, joka käyttää asiakkaan puhevaltaa henkilökohtaisissa asioissa',
    sv: 'Beslutet delges också var och en som för klientens talan i personliga angelägenheter',
    en: 'The decision is served also on everyone who acts for the client in personal matters',
  },
  'no-such-representative': {
    status: 404,
    fi: 'Edustajaa ei löytynyt',
    sv: 'Företrädaren hittades inte',
    en: 'The representative was not found',
  },
  'not-heard': {
    fi: 'Asiakasta ei ole kuultu. Kuule asiakasta ennen kielteistä päätöstä, tai kirjaa laista peruste sille, ettei kuulla.',
    sv: 'Klienten har inte hörts. Hör klienten före ett negativt beslut, eller anteckna lagens grund för att inte höra.',
    en: 'The client has not been heard. Hear the client before a decision against them, or record the ground of law for not doing so.',
  },
  'hearing-open': {
    fi: 'Kuuleminen on kesken. Odota vastausta tai vastausajan päättymistä.',
    sv: 'Hörandet pågår. Vänta på svaret eller på att svarstiden går ut.',
    en: 'The hearing is open. Wait for the answer, or for the time to answer to end.',
  },
  'reasons-unfinished': {
    fi: 'Perustelumalli on kesken: kirjoita kolmen pisteen tilalle, mitä siihen kuuluu',
    sv: 'Modellen för motivering är inte färdig: skriv det som ska stå i stället för de tre punkterna',
    en: 'The ready reasons are not finished: write what belongs where the three dots are',
  },
  'easy-reasons-missing': {
    fi: 'Asiakas lukee selkokieltä: kirjoita perustelut myös selkokielellä',
    sv: 'Klienten läser lätt språk: skriv motiveringen också på lätt språk',
    en: 'The client reads easy language: write the reasons in easy language too',
  },
  'granted-already': {
    status: 409,
    fi: 'Palvelu on jo myönnetty näille päiville toisella päätöksellä. Valitse ratkaisuksi sen muuttaminen.',
    sv: 'Servicen har redan beviljats för dessa dagar genom ett annat beslut. Välj att ändra det.',
    en: 'The service is granted for these days already by another decision. Choose to change that one.',
  },
  'granted-since': {
    status: 409,
    fi: 'Päätös on muuttanut aiempaa päätöstä, ja samoille päiville on sen jälkeen myönnetty palvelu toisella päätöksellä. Poista ensin myöhempi päätös.',
    sv: 'Beslutet har ändrat ett tidigare beslut, och servicen har sedan beviljats för samma dagar genom ett annat beslut. Undanröj först det senare beslutet.',
    en: 'The decision changed an earlier one, and the service has since been granted for the same days by another. Annul the later one first.',
  },
  'another-pending': {
    status: 409,
    fi: 'Samasta palvelusta on vireillä toinen asia. Ratkaise tai peru se ensin.',
    sv: 'Ett annat ärende om samma service är anhängigt. Avgör eller återta det först.',
    en: 'Another matter of the same service is pending. Decide or withdraw it first.',
  },
  'changes-by-granting': {
    fi: 'Aiempaa päätöstä muutetaan myöntämällä palvelu uusin ehdoin',
    sv: 'Ett tidigare beslut ändras genom att servicen beviljas på nya villkor',
    en: 'An earlier decision is changed by granting the service on new terms',
  },
  'end-needs-day': {
    fi: 'Lopettavassa päätöksessä annetaan viimeinen päivä, muissa ei',
    sv: 'I ett beslut om att avsluta servicen anges sista dagen, i andra inte',
    en: 'A decision that ends a service gives its last day, and no other does',
  },
  'ends-no-decision': {
    fi: 'Valitse päätös, joka lopetetaan',
    sv: 'Välj det beslut som avslutas',
    en: 'Choose the decision that is ended',
  },
  'ends-before': {
    fi: 'Palvelu lopetetaan päätöstä edeltävästä päivästä: kirjaa syy',
    sv: 'Servicen avslutas från en dag före beslutet: anteckna skälet',
    en: 'The service ends before the day of decision: record the reason',
  },
  'changed-already': {
    status: 409,
    fi: 'Päätöstä on jo muutettu. Muuta sitä päätöstä, joka on nyt voimassa.',
    sv: 'Beslutet har redan ändrats. Ändra det beslut som gäller nu.',
    en: 'The decision has been changed already. Change the one that is in force now.',
  },
  'changes-nothing': {
    fi: 'Muutettava päätös ei ole enää voimassa silloin, kun uusi aika alkaa',
    sv: 'Det beslut som ändras gäller inte längre när den nya tiden börjar',
    en: 'The decision to be changed no longer holds when the new time begins',
  },
  'dated-back': {
    fi: 'Päätöspäivä on tämä päivä. Kirjaa syy, jos se on muu.',
    sv: 'Beslutsdagen är i dag. Anteckna skälet om den är en annan.',
    en: 'The day of decision is today. Record the reason if it is another.',
  },
  retroactive: {
    fi: 'Palvelua myönnetään päätöstä edeltäville päiville: kirjaa syy',
    sv: 'Servicen beviljas för dagar före beslutet: anteckna skälet',
    en: 'The service is granted for days before the decision: record the reason',
  },
  'longer-than-law': {
    fi: 'Päätös on toimeenpantava kolmessa kuukaudessa vireilletulosta. Kirjaa erityinen syy, jos palvelu alkaa myöhemmin.',
    sv: 'Beslutet ska verkställas inom tre månader från att ärendet blev anhängigt. Anteckna det särskilda skälet om servicen börjar senare.',
    en: 'The decision is carried out within three months of the matter becoming pending. Record the special reason if the service begins later.',
  },
  'outside-group': {
    fi: 'Asiakas ei kirjausten mukaan kuulu ryhmään, jota laki koskee. Kirjaa, miksi palvelu silti myönnetään.',
    sv: 'Enligt anteckningarna hör klienten inte till den grupp som lagen gäller. Anteckna varför servicen ändå beviljas.',
    en: 'By what is recorded the client is outside the group of the act. Record why the service is granted all the same.',
  },
  'fixed-term': {
    fi: 'Palvelu myönnetään toistaiseksi, jollei asiakkaan oma etu tai palvelun luonne vaadi määräaikaa: kirjaa, miksi päätöksellä on päättymispäivä',
    sv: 'Servicen beviljas tills vidare om inte klientens eget intresse eller servicens karaktär kräver viss tid: anteckna varför beslutet har en sista dag',
    en: 'The service is granted until further notice unless the client’s own interest or its nature asks for a term: record why the decision has an end',
  },
  'departs-from-plan': {
    fi: 'Päätös poikkeaa suunnitelmasta: kirjaa syy',
    sv: 'Beslutet avviker från planen: anteckna skälet',
    en: 'The decision departs from the plan: record the reason',
  },
  'letter-lacks': {
    status: 409,
    fi: 'Päätöksestä puuttuu tieto, jonka laki vaatii',
    sv: 'Beslutet saknar en uppgift som lagen kräver',
    en: 'The decision lacks something that the law demands',
  },
  'too-late-to-mend': {
    status: 409,
    fi: 'Virheen voi korjata viiden vuoden kuluessa päätöksestä',
    sv: 'Ett fel kan rättas inom fem år från beslutet',
    en: 'An error can be mended within five years of the decision',
  },
  'days-served': {
    status: 409,
    fi: 'Palvelua annetaan tämän päätöksen perusteella päivinä, jotka jäisivät ilman päätöstä. Lopeta palvelu ensin.',
    sv: 'Service ges på grund av detta beslut på dagar som skulle bli utan beslut. Avsluta servicen först.',
    en: 'A service is given by this decision on days that would be left without one. End the service first.',
  },
  'service-stands-on-it': {
    status: 409,
    fi: 'Päätöksen perusteella on aloitettu palvelu. Päätä palvelu ensin.',
    sv: 'En service har börjat på grund av beslutet. Avsluta servicen först.',
    en: 'A service has begun by the decision. End the service first.',
  },
  'may-not-decide': {
    status: 403,
    fi: 'Tehtävässäsi ei ole päätösvaltaa tähän palveluun päätöspäivänä. Lähetä asia päättäjälle.',
    sv: 'I din uppgift ingår inte beslutanderätt i denna service på beslutsdagen. Sänd ärendet till en beslutsfattare.',
    en: 'Your post has no power to decide on this service on the day of decision. Send the matter to a decider.',
  },
  'decider-may-not': {
    fi: 'Valitulla työntekijällä ei ole päätösvaltaa tähän palveluun',
    sv: 'Den valda arbetstagaren har inte beslutanderätt i denna service',
    en: 'The chosen worker has no power to decide on this service',
  },
  'decider-is-oneself': {
    fi: 'Päätä itse: asiaa ei esitellä itselle',
    sv: 'Besluta själv: ett ärende föredras inte för en själv',
    en: 'Decide it yourself: a matter is not presented to oneself',
  },
  'no-such-proposal': {
    status: 404,
    fi: 'Asiaa ei ole esitelty päätettäväksi',
    sv: 'Ärendet har inte föredragits för beslut',
    en: 'The matter has not been presented for decision',
  },
  'decided-by-another': {
    status: 403,
    fi: 'Asia on esitelty toiselle päättäjälle',
    sv: 'Ärendet har föredragits för en annan beslutsfattare',
    en: 'The matter was presented to another decider',
  },
  'no-such-decision': {
    status: 404,
    fi: 'Päätöstä ei löytynyt',
    sv: 'Beslutet hittades inte',
    en: 'The decision was not found',
  },
  'no-such-matter': {
    status: 404,
    fi: 'Hakemusta ei löytynyt',
    sv: 'Ansökan hittades inte',
    en: 'The referral was not found',
  },
  'already-decided': {
    status: 409,
    fi: 'Asiassa on jo päätös',
    sv: 'Ärendet är redan avgjort',
    en: 'The matter has been decided already',
  },
  'already-withdrawn': {
    status: 409,
    fi: 'Hakemus on peruttu',
    sv: 'Ansökan är återtagen',
    en: 'The referral has been withdrawn',
  },
  'decided-in-future': {
    fi: 'Päätöspäivä ei voi olla tulevaisuudessa',
    sv: 'Beslutsdagen kan inte vara i framtiden',
    en: 'The day of decision cannot be in the future',
  },
  'decided-before-received': {
    fi: 'Päätöstä ei voi tehdä ennen kuin asia on vireillä',
    sv: 'Beslut kan inte fattas innan ärendet är anhängigt',
    en: 'A decision cannot be made before the matter is pending',
  },
  'grant-needs-days': {
    fi: 'Anna päivä, josta palvelu myönnetään',
    sv: 'Ange dagen från vilken servicen beviljas',
    en: 'Give the day from which the service is granted',
  },
  'not-offered': {
    fi: 'Järjestäjällä ei ole tätä palvelua näin järjestettynä palvelun alkaessa',
    sv: 'Anordnaren har inte servicen ordnad så här när den börjar',
    en: 'The organiser does not offer the service in this way when it begins',
  },
  'denial-grants-nothing': {
    fi: 'Hylkäävässä päätöksessä ei myönnetä aikaa',
    sv: 'Ett avslag beviljar ingen tid',
    en: 'A denial grants no days',
  },
  'plan-unsigned': {
    fi: 'Suunnitelma on luonnos: päätöksen voi tehdä vasta, kun kaikki ovat allekirjoittaneet sen',
    sv: 'Planen är ett utkast: beslut kan fattas först när alla har undertecknat den',
    en: 'The plan is a draft: a decision can be made only when everybody has signed it',
  },
  'outside-plan': {
    fi: 'Suunnitelma ei kata myönnettyä aikaa',
    sv: 'Planen täcker inte den beviljade tiden',
    en: 'The plan does not cover the days granted',
  },
  'needs-end': {
    fi: 'Palvelu myönnetään määräajaksi: anna viimeinen päivä',
    sv: 'Servicen beviljas för viss tid: ange sista dagen',
    en: 'The service is granted for a period: give its last day',
  },
  'no-such-plan': {
    fi: 'Suunnitelma ei kuulu tähän asiaan',
    sv: 'Planen hör inte till ärendet',
    en: 'The plan is not of this matter',
  },
  'plan-after-decision': {
    fi: 'Päätös voi viitata vain sitä ennen tehtyyn suunnitelmaan',
    sv: 'Beslutet kan hänvisa endast till en plan som gjorts före det',
    en: 'A decision can cite only a plan made before it',
  },
  'old-law-over': {
    fi: 'Kumotun lain mukainen päätös on voimassa enintään 31.12.2027: sen jälkeen palvelu myönnetään uuden lain mukaan',
    sv: 'Ett beslut enligt den upphävda lagen gäller högst till 31.12.2027: efter det beviljas servicen enligt den nya lagen',
    en: 'A decision by the repealed law holds until 31.12.2027 at most: after it the service is granted by the new law',
  },
  'not-citable': {
    fi: 'Säännös ei ollut voimassa, kun asia tuli vireille',
    sv: 'Bestämmelsen gällde inte när ärendet blev anhängigt',
    en: 'The provision was not in force when the matter became pending',
  },
  'not-of-service': {
    fi: 'Säännös ei koske tätä palvelua',
    sv: 'Bestämmelsen gäller inte denna service',
    en: 'The provision is not about this service',
  },
  'no-rectification-body': {
    status: 409,
    fi: 'Järjestäjälle ei ole asetettu toimielintä, joka käsittelee oikaisuvaatimukset. Pääkäyttäjä asettaa sen Asetuksissa.',
    sv: 'För anordnaren har inte angetts något organ som behandlar begäranden om omprövning. Administratören anger det i Inställningar.',
    en: 'No body that handles requests for rectification is set for the organiser. The administrator sets it in Settings.',
  },
  'already-served': {
    status: 409,
    fi: 'Tiedoksianto on jo kirjattu',
    sv: 'Delgivningen har redan antecknats',
    en: 'Service has been recorded already',
  },
  'sent-before-decided': {
    fi: 'Päätöstä ei voi antaa tiedoksi ennen päätöspäivää',
    sv: 'Beslutet kan inte delges före beslutsdagen',
    en: 'A decision cannot be served before its day',
  },
  'sent-in-future': {
    fi: 'Lähetyspäivä ei voi olla tulevaisuudessa',
    sv: 'Sändningsdagen kan inte vara i framtiden',
    en: 'The day of sending cannot be in the future',
  },
} as const satisfies Refusals;

export const decisionLetterTexts = texts({
  fi: {
    title: (matter: string) => `Päätös: ${matter}`,
    heading: 'Päätös',
    page: 'Sivu',
    date: 'Päivämäärä',
    reference: 'Asianumero',
    secret: 'Salassa pidettävä',
    served: 'Tiedoksianto',
    copy: 'Jäljennös',
    withoutAddress: 'Osoite jätetty pois (turvakielto)',
    delivery: { post: 'Kirjeenä postitse', electronic: 'Sähköisesti', 'in-person': 'Luovutetaan henkilökohtaisesti' },
    client: 'Asianosainen',
    born: (name: string, day: string) => `${name}, s. ${day}`,
    matter: 'Asia',
    pending: 'Vireillä',
    outcome: 'Ratkaisu',
    granted: (object: string) => `Sinulle myönnetään ${object}.`,
    denied: (object: string) => `Sinulle ei myönnetä ${object}.`,
    from: 'Alkaa',
    until: 'Päättyy',
    openEnded: 'Ei päättymispäivää (voimassa toistaiseksi)',
    amount: 'Määrä',
    place: 'Paikka',
    provider: 'Tuottaja',
    charge: 'Asiakasmaksu',
    reasons: 'Perustelut',
    provisions: 'Sovelletut säännökset',
    beginning: 'Näin palvelu alkaa',
    agreed: (day: string, place: string) => `Palvelu alkaa ${day}. Paikka on ${place}.`,
    call: (by: string) => `${by} ottaa sinuun yhteyttä ja sopii kanssasi, miten palvelu alkaa.`,
    again: 'Voit hakea palvelua uudelleen, jos tilanteesi muuttuu.',
    notExamined: (matter: string) => `Hakemustasi ei tutkita. Hakemus koski palvelua: ${matter}.`,
    lapsed: (matter: string) => `Asiasi raukeaa, eikä sitä ratkaista. Hakemus koski palvelua: ${matter}.`,
    changeTitle: (matter: string) => `Muutospäätös: ${matter}`,
    changeHeading: 'Muutospäätös',
    change: 'Mitä päätöstä muutetaan',
    changes: (number: string, decidedOn: string, from: string) =>
      `Tämä päätös muuttaa päätöstä ${number}, joka on tehty ${decidedOn}. Tämä päätös tulee sen tilalle ${from} alkaen.`,
    endTitle: (matter: string) => `Päätös palvelun lopettamisesta: ${matter}`,
    endHeading: 'Päätös palvelun lopettamisesta',
    end: 'Mikä päätös lopetetaan',
    ends: (number: string, decidedOn: string, lastDay: string) =>
      `Tämä päätös lopettaa päätöksen ${number}, joka on tehty ${decidedOn}. Aiempi päätös on voimassa ${lastDay} saakka.`,
    ended: (matter: string, lastDay: string) => `Palvelusi päättyy: ${matter}. Viimeinen päivä on ${lastDay}.`,
    goesOn: 'Näin palvelu jatkuu',
    callToGoOn: (by: string) => `${by} ottaa sinuun yhteyttä ja sopii kanssasi, mitä muutos tarkoittaa.`,
    easyReasons: 'Perustelut selkokielellä',
    unheard: 'Kuuleminen',
    unheardBecause: (because: string, provision: string) =>
      `Sinua ei kuultu ennen päätöstä. ${because}\n\nTämä perustuu säännökseen: ${provision}.`,
    explained: {
      datedBack: 'Päätöspäivä',
      retroactive: 'Takautuva myöntäminen',
      endsBefore: 'Takautuva lopettaminen',
      longer: 'Miksi palvelu alkaa myöhemmin',
      fixedTerm: 'Miksi palvelu on määräaikainen',
      outsideGroup: 'Miksi laki soveltuu sinuun',
      departsFromPlan: 'Poikkeaminen suunnitelmasta',
    },
    more: 'Lisätietoja päätöksestä',
    decidedBy: 'Päätöksen tekijä',
    grantedInPart: (object: string) => `Sinulle myönnetään osittain ${object}.`,
    correction: 'Korjaus',
    corrected: (on: string, because: string, provision: string) =>
      `Tämä päätös korvaa samana päivänä tehdyn päätöksen aiemman kappaleen. Kirjoitusvirhe on korjattu ${on}. Mitä korjattiin: ${because}\n\nKorjaus perustuu säännökseen: ${provision}.`,
    insteadOf: (on: string, provision: string) =>
      `Tämä päätös on tehty ${on} annetun virheellisen päätöksen sijaan, joka on poistettu. Poistaminen perustuu säännökseen: ${provision}.`,
    presentedBy: 'Esittelijä',
    delegation: (basis: string) => `Päätösvalta: ${basis.replace(/\.$/u, '')}.`,
    confirmed: (day: string) => `Päätöksen tekijä on vahvistanut päätöksen sähköisesti ${day}.`,
    unsigned: (provision: string | null) =>
      `Laki ei vaadi päätökseen allekirjoitusta${provision === null ? '' : ` (${provision})`}.`,
    phone: (phone: string) => `puh. ${phone}`,
    rectification: {
      heading: 'Oikaisuvaatimusohje',
      whoHeading: 'Kenelle vaatimus tehdään',
      who: (authority: string) =>
        `Jos et hyväksy päätöstä, voit vaatia siihen oikaisua. Oikaisua vaaditaan kirjallisesti. Vaatimuksen käsittelee ${authority}.\n\nPäätöksestä ei voi valittaa tuomioistuimeen ennen kuin oikaisuvaatimus on käsitelty.`,
      timeHeading: 'Milloin vaatimus on tehtävä',
      time: (days: number) =>
        `Oikaisuvaatimus on tehtävä ${days} päivän kuluessa siitä päivästä, jona sait päätöksen tiedoksi. Tiedoksisaantipäivää ei lasketa mukaan. Jollei muuta näytetä, olet saanut päätöksen tiedoksi`,
      byPost: (nth: number) => `${nth}. päivänä siitä, kun kirje lähetettiin`,
      byElectronic: (nth: number) => `${nth}. päivänä siitä, kun sähköinen viesti lähetettiin`,
      byHand: 'sinä päivänä, jona päätös luovutettiin sinulle tai joka on merkitty saantitodistukseen.',
      lastDay:
        'Jos määräajan viimeinen päivä on pyhäpäivä, itsenäisyyspäivä, vapunpäivä, jouluaatto, juhannusaatto tai lauantai, vaatimuksen voi tehdä vielä seuraavana arkipäivänä.',
      contentHeading: 'Mitä vaatimukseen kirjoitetaan',
      content:
        '- päätös, johon vaadit oikaisua\n- millaista oikaisua vaadit\n- millä perusteilla vaadit oikaisua\n- nimesi, postiosoitteesi ja puhelinnumerosi. Jos laillinen edustajasi tai asiamiehesi tekee vaatimuksen, myös hänen yhteystietonsa.',
      attachments:
        'Liitä mukaan tämä päätös tai sen jäljennös ja ne asiakirjat, joihin vetoat. Asiamies liittää mukaan valtakirjan. Allekirjoita vaatimus. Sähköistä vaatimusta ei tarvitse allekirjoittaa, jos siitä näkyy, kuka sen lähetti.',
      whereHeading: 'Minne ja miten vaatimus toimitetaan',
      arrives:
        'Vaatimuksen on oltava perillä viimeistään määräajan viimeisenä päivänä ennen aukioloajan päättymistä. Voit tuoda sen itse, lähettää sen postitse tai sähköisesti tai antaa lähetin vietäväksi. Lähetät sen omalla vastuullasi.',
      postal: 'Postiosoite',
      visiting: 'Käyntiosoite',
      email: 'Sähköposti',
      hours: 'Aukioloaika',
      handling: 'Oikaisuvaatimus käsitellään kiireellisenä.',
      provisions: 'Säännökset',
    },
  },
  sv: {
    title: (matter: string) => `Beslut: ${matter}`,
    heading: 'Beslut',
    page: 'Sida',
    date: 'Datum',
    reference: 'Ärendenummer',
    secret: 'Sekretessbelagt',
    served: 'Delgivning',
    copy: 'Kopia',
    withoutAddress: 'Adressen utelämnad (spärrmarkering)',
    delivery: { post: 'Per brev', electronic: 'Elektroniskt', 'in-person': 'Överlämnas personligen' },
    client: 'Part',
    born: (name: string, day: string) => `${name}, f. ${day}`,
    matter: 'Ärende',
    pending: 'Anhängigt',
    outcome: 'Avgörande',
    granted: (matter: string) => `Du beviljas service: ${matter}.`,
    denied: (matter: string) => `Du beviljas inte service: ${matter}.`,
    from: 'Börjar',
    until: 'Upphör',
    openEnded: 'Ingen sista dag (gäller tills vidare)',
    amount: 'Omfattning',
    place: 'Plats',
    provider: 'Producent',
    charge: 'Klientavgift',
    reasons: 'Motivering',
    provisions: 'Tillämpade bestämmelser',
    beginning: 'Så börjar servicen',
    agreed: (day: string, place: string) => `Servicen börjar ${day}. Platsen är ${place}.`,
    call: (by: string) => `${by} kontaktar dig och kommer överens med dig om hur servicen börjar.`,
    again: 'Du kan ansöka om servicen på nytt om din situation förändras.',
    notExamined: (matter: string) => `Din ansökan tas inte upp till prövning. Ansökan gällde: ${matter}.`,
    lapsed: (matter: string) => `Ditt ärende förfaller och avgörs inte. Ansökan gällde: ${matter}.`,
    changeTitle: (matter: string) => `Ändringsbeslut: ${matter}`,
    changeHeading: 'Ändringsbeslut',
    change: 'Vilket beslut som ändras',
    changes: (number: string, decidedOn: string, from: string) =>
      `Detta beslut ändrar beslut ${number}, som fattades ${decidedOn}. Detta beslut gäller i stället för det från och med ${from}.`,
    endTitle: (matter: string) => `Beslut om att avsluta servicen: ${matter}`,
    endHeading: 'Beslut om att avsluta servicen',
    end: 'Vilket beslut som avslutas',
    ends: (number: string, decidedOn: string, lastDay: string) =>
      `Detta beslut avslutar beslut ${number}, som fattades ${decidedOn}. Det tidigare beslutet gäller till och med ${lastDay}.`,
    ended: (matter: string, lastDay: string) => `Din service upphör: ${matter}. Sista dagen är ${lastDay}.`,
    goesOn: 'Så fortsätter servicen',
    callToGoOn: (by: string) => `${by} kontaktar dig och kommer överens med dig om vad ändringen innebär.`,
    easyReasons: 'Motivering på lätt språk',
    unheard: 'Hörande',
    unheardBecause: (because: string, provision: string) =>
      `Du hördes inte före beslutet. ${because}\n\nGrunden för detta är: ${provision}.`,
    explained: {
      datedBack: 'Beslutsdagen',
      retroactive: 'Retroaktivt beviljande',
      endsBefore: 'Retroaktivt avslutande',
      longer: 'Varför servicen börjar senare',
      fixedTerm: 'Varför servicen gäller för viss tid',
      outsideGroup: 'Varför lagen tillämpas på dig',
      departsFromPlan: 'Avvikelse från planen',
    },
    more: 'Mer information om beslutet',
    decidedBy: 'Beslutsfattare',
    grantedInPart: (matter: string) => `Du beviljas service delvis: ${matter}.`,
    correction: 'Rättelse',
    corrected: (on: string, because: string, provision: string) =>
      `Detta beslut ersätter det tidigare exemplaret av samma beslut. Ett skrivfel har rättats ${on}. Vad som rättades: ${because}\n\nRättelsen grundar sig på bestämmelsen: ${provision}.`,
    insteadOf: (on: string, provision: string) =>
      `Detta beslut har fattats i stället för det felaktiga beslut av ${on} som har undanröjts. Undanröjandet grundar sig på bestämmelsen: ${provision}.`,
    presentedBy: 'Föredragande',
    delegation: (basis: string) => `Beslutanderätt: ${basis.replace(/\.$/u, '')}.`,
    confirmed: (day: string) => `Beslutsfattaren har bekräftat beslutet elektroniskt ${day}.`,
    unsigned: (provision: string | null) =>
      `Lagen kräver ingen underskrift i beslutet${provision === null ? '' : ` (${provision})`}.`,
    phone: (phone: string) => `tfn ${phone}`,
    rectification: {
      heading: 'Anvisning för begäran om omprövning',
      whoHeading: 'Till vem begäran riktas',
      who: (authority: string) =>
        `Om du inte godkänner beslutet kan du begära omprövning. Begäran görs skriftligt. Den behandlas av ${authority}.\n\nBeslutet kan inte överklagas hos domstol innan begäran om omprövning har behandlats.`,
      timeHeading: 'När begäran ska göras',
      time: (days: number) =>
        `Begäran om omprövning ska göras inom ${days} dagar från den dag då du fick del av beslutet. Dagen för delfåendet räknas inte med. Om inte något annat visas har du fått del av beslutet`,
      byPost: (nth: number) => `den ${nth === 7 ? 'sjunde' : `${nth}:e`} dagen efter det att brevet avsändes`,
      byElectronic: (nth: number) =>
        `den ${nth === 3 ? 'tredje' : `${nth}:e`} dagen efter det att det elektroniska meddelandet avsändes`,
      byHand: 'den dag då beslutet överlämnades till dig eller som har antecknats i mottagningsbeviset.',
      lastDay:
        'Om den sista dagen är en helgdag, självständighetsdagen, första maj, julafton, midsommarafton eller en lördag kan begäran göras ännu följande vardag.',
      contentHeading: 'Vad som skrivs i begäran',
      content:
        '- det beslut som du vill få omprövat\n- hurdan omprövning du begär\n- på vilka grunder du begär omprövning\n- ditt namn, din postadress och ditt telefonnummer. Om din lagliga företrädare eller ditt ombud gör begäran, också företrädarens eller ombudets kontaktuppgifter.',
      attachments:
        'Bifoga detta beslut eller en kopia av det och de handlingar som du åberopar. Ett ombud bifogar en fullmakt. Underteckna begäran. En elektronisk begäran behöver inte undertecknas om det framgår vem som har sänt den.',
      whereHeading: 'Vart och hur begäran lämnas',
      arrives:
        'Begäran ska vara framme senast den sista dagen innan öppettiden upphör. Du kan lämna in den själv, sända den per post eller elektroniskt eller skicka den med bud. Du sänder den på eget ansvar.',
      postal: 'Postadress',
      visiting: 'Besöksadress',
      email: 'E-post',
      hours: 'Öppettid',
      handling: 'Begäran om omprövning behandlas skyndsamt.',
      provisions: 'Bestämmelser',
    },
  },
  en: {
    title: (matter: string) => `Decision: ${matter}`,
    heading: 'Decision',
    page: 'Page',
    date: 'Date',
    reference: 'Case number',
    secret: 'Confidential',
    served: 'Service',
    copy: 'Copy',
    withoutAddress: 'Address left out (protected)',
    delivery: { post: 'By letter post', electronic: 'Electronically', 'in-person': 'Handed over in person' },
    client: 'Party',
    born: (name: string, day: string) => `${name}, born ${day}`,
    matter: 'Matter',
    pending: 'Pending since',
    outcome: 'Outcome',
    granted: (matter: string) => `You are granted the service: ${matter}.`,
    denied: (matter: string) => `You are not granted the service: ${matter}.`,
    from: 'Begins',
    until: 'Ends',
    openEnded: 'Until further notice',
    amount: 'Amount',
    place: 'Place',
    provider: 'Provider',
    charge: 'Client charge',
    reasons: 'Reasons',
    provisions: 'Provisions applied',
    beginning: 'How the service begins',
    agreed: (day: string, place: string) => `The service begins on ${day}. The place is ${place}.`,
    call: (by: string) => `${by} will contact you and agree with you how the service begins.`,
    again: 'You may apply again if your situation changes.',
    notExamined: (matter: string) => `Your application is not examined. It concerned: ${matter}.`,
    lapsed: (matter: string) => `Your matter lapses and is not decided. The application concerned: ${matter}.`,
    changeTitle: (matter: string) => `Decision on a change: ${matter}`,
    changeHeading: 'Decision on a change',
    change: 'Which decision is changed',
    changes: (number: string, decidedOn: string, from: string) =>
      `This decision changes decision ${number}, made on ${decidedOn}. It takes its place from ${from}.`,
    endTitle: (matter: string) => `Decision to end the service: ${matter}`,
    endHeading: 'Decision to end the service',
    end: 'Which decision is ended',
    ends: (number: string, decidedOn: string, lastDay: string) =>
      `This decision ends decision ${number}, made on ${decidedOn}. That one holds through ${lastDay}.`,
    ended: (matter: string, lastDay: string) => `Your service ends: ${matter}. Its last day is ${lastDay}.`,
    goesOn: 'How the service goes on',
    callToGoOn: (by: string) => `${by} will contact you and agree with you what the change means.`,
    easyReasons: 'Reasons in easy language',
    unheard: 'Hearing',
    unheardBecause: (because: string, provision: string) =>
      `You were not heard before the decision. ${because}\n\nThe ground for this is: ${provision}.`,
    explained: {
      datedBack: 'The day of decision',
      retroactive: 'Granted for days that are over',
      endsBefore: 'Ended before the decision',
      longer: 'Why the service begins later',
      fixedTerm: 'Why the service is for a term',
      outsideGroup: 'Why the act is applied to you',
      departsFromPlan: 'Departure from the plan',
    },
    more: 'More about this decision',
    decidedBy: 'Decided by',
    grantedInPart: (matter: string) => `You are granted the service in part: ${matter}.`,
    correction: 'Correction',
    corrected: (on: string, because: string, provision: string) =>
      `This paper replaces the earlier paper of the same decision. A clerical error was mended on ${on}. What was mended: ${because}\n\nThe correction rests on the provision: ${provision}.`,
    insteadOf: (on: string, provision: string) =>
      `This decision was made in place of the wrong decision of ${on}, which was annulled. The annulment rests on the provision: ${provision}.`,
    presentedBy: 'Presented by',
    delegation: (basis: string) => `Power to decide: ${basis.replace(/\.$/u, '')}.`,
    confirmed: (day: string) => `Whoever made the decision confirmed it electronically on ${day}.`,
    unsigned: (provision: string | null) =>
      `The law asks for no signature on the decision${provision === null ? '' : ` (${provision})`}.`,
    phone: (phone: string) => `tel. ${phone}`,
    rectification: {
      heading: 'Instructions for requesting rectification',
      whoHeading: 'Whom to ask',
      who: (authority: string) =>
        `If you do not accept the decision, you may request its rectification. The request is made in writing. It is handled by ${authority}.\n\nThe decision cannot be appealed to a court before the request has been handled.`,
      timeHeading: 'When to ask',
      time: (days: number) =>
        `The request must be made within ${days} days of the day on which you were served with the decision. That day itself does not count. Unless shown otherwise, you were served`,
      byPost: (nth: number) => `on day ${nth} after the letter was sent`,
      byElectronic: (nth: number) => `on day ${nth} after the electronic message was sent`,
      byHand: 'on the day on which the decision was handed to you or which the receipt shows.',
      lastDay:
        'If the last day is a holiday, Independence Day, the first of May, Christmas Eve, Midsummer Eve or a Saturday, the request may still be made on the next working day.',
      contentHeading: 'What to write',
      content:
        '- the decision whose rectification you request\n- what rectification you request\n- on what grounds\n- your name, postal address and telephone number. If a legal representative or an agent makes the request, their contact details too.',
      attachments:
        'Enclose this decision or a copy of it, and the documents that you refer to. An agent encloses a power of attorney. Sign the request. An electronic request needs no signature if it shows who sent it.',
      whereHeading: 'Where and how to deliver the request',
      arrives:
        'The request must arrive no later than the last day, before closing time. You may bring it yourself, send it by post or electronically, or have it delivered. You send it at your own risk.',
      postal: 'Postal address',
      visiting: 'Visiting address',
      email: 'E-mail',
      hours: 'Opening hours',
      handling: 'The request is handled without delay.',
      provisions: 'Provisions',
    },
  },
});

/** The summary that a client reads who wants easy Finnish. */
const easyLetter = {
  heading: 'Tärkein asia selkokielellä',
  granted: 'Saat palvelun.',
  changed: 'Palvelusi muuttuu.',
  ended: 'Palvelusi loppuu.',
  lastDay: (day: string) => `Viimeinen päivä on ${day}.`,
  denied: 'Et saa palvelua.',
  named: (matter: string) => `Palvelun nimi on ${matter}.`,
  from: (day: string) => `Palvelu alkaa ${day}.`,
  changedFrom: (day: string) => `Muutos alkaa ${day}.`,
  until: (day: string) => `Palvelu loppuu ${day}.`,
  openEnded: ['Palvelu jatkuu toistaiseksi.', 'Se tarkoittaa, että viimeistä päivää ei ole päätetty.'],
  amount: (amount: string) => `Palvelua on ${amount}.`,
  place: (place: string) => `Paikka on ${place}.`,
  notExamined: 'Hakemustasi ei tutkita.',
  lapsed: 'Asiasi päättyy ilman ratkaisua.',
  why: 'Tässä kirjeessä kerrotaan, miksi päätös on tällainen.',
  ask: (name: string, phone: string) => [
    'Onko sinulla kysyttävää?',
    `${name} auttaa sinua.`,
    `Puhelinnumero on ${phone}.`,
  ],
  disagree: (days: number) => [
    'Oletko eri mieltä?',
    'Voit pyytää, että päätös tutkitaan uudelleen.',
    `Tee pyyntö ${days} päivän aikana siitä, kun sait tämän kirjeen.`,
    'Ohje on kirjeen viimeisellä sivulla.',
  ],
  help: 'Voit pyytää apua läheiseltäsi tai työntekijältä.',
};

/** A decision letter in words, as its template takes it. */
export interface DecisionPaper extends PaperHead {
  readonly title: string;
  readonly heading: string;
  readonly matter: string;
  readonly parties: readonly Labelled[];
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly outcome: { readonly heading: string; readonly statement: string; readonly rows: readonly Labelled[] };
  readonly sections: readonly PaperSection[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
  readonly closing: readonly PaperSection[];
  readonly signer: {
    readonly label: string;
    readonly name: string;
    readonly post: string;
    readonly notes: readonly string[];
  };
  readonly presenter: { readonly label: string; readonly name: string; readonly post: string } | null;
  readonly rectification: {
    readonly heading: string;
    readonly sections: readonly PaperSection[];
    readonly where: PaperSection;
    readonly rows: readonly Labelled[];
    readonly note: string;
  };
}

/** Puts a decision letter into the words of its language. */
export function decisionPaper(letter: DecisionLetter): DecisionPaper {
  const say = pick(decisionLetterTexts, letter.language);
  const { authority, contact, outcome } = letter;
  const spoken = (d: Day) => formatDay(d, letter.language);
  const client = letter.client.bornOn ? say.born(letter.client.name, spoken(letter.client.bornOn)) : letter.client.name;
  const granted = outcome.kind === 'granted';
  const about = outcome.kind === 'ended' ? 'end' : letter.changed ? 'change' : 'decision';
  const reach = [contact.name, contact.post, say.phone(unbroken(contact.phone)), contact.email].filter(
    (part) => part !== null,
  );
  const more = granted ? reach.join(', ') : `${reach.join(', ')}\n\n${say.again}`;
  const closing = [{ heading: say.more, text: more }];
  return {
    title: { decision: say.title, change: say.changeTitle, end: say.endTitle }[about](letter.matter),
    heading: { decision: say.heading, change: say.changeHeading, end: say.endHeading }[about],
    matter: letter.matter,
    sender: { name: authority.name, lines: [...(authority.unit ? [authority.unit] : []), ...authority.address] },
    recipient: { lines: addressee(letter.recipient ?? letter.client.name, letter.address) },
    facts: [
      { label: say.date, value: spoken(letter.decidedOn) },
      { label: say.reference, value: letter.reference },
      letter.withoutAddress
        ? { label: say.copy, value: say.withoutAddress }
        : { label: say.served, value: say.delivery[letter.delivery] },
      ...(letter.secretBy ? [{ label: say.secret, value: letter.secretBy }] : []),
    ],
    footer: [authority.name, letter.reference],
    pageLabel: say.page,
    parties: [
      { label: say.client, value: client },
      { label: say.pending, value: spoken(letter.pendingOn) },
    ],
    easy: letter.language === 'selko' ? easySummary(letter) : null,
    outcome: {
      heading: say.outcome,
      statement:
        outcome.kind === 'granted'
          ? (outcome.inPart ? say.grantedInPart : say.granted)(letter.object)
          : outcome.kind === 'ended'
            ? say.ended(letter.matter, spoken(outcome.lastDay))
            : outcome.kind === 'denied'
              ? say.denied(letter.object)
              : { 'not-examined': say.notExamined, lapsed: say.lapsed }[outcome.kind](letter.matter),
      rows: grantedRows(letter),
    },
    sections: [
      ...correctionSection(letter),
      ...changeSection(letter),
      ...(letter.easyReasons && letter.language !== 'selko'
        ? [{ heading: say.easyReasons, text: letter.easyReasons }]
        : []),
      { heading: say.reasons, text: letter.reasons },
      ...(letter.unheard
        ? [{ heading: say.unheard, text: say.unheardBecause(letter.unheard.because, letter.unheard.provision) }]
        : []),
      ...letter.explanations.map(({ kind, because }) => ({ heading: say.explained[kind], text: because })),
      ...beginningSection(letter),
    ],
    provisions: { heading: say.provisions, items: letter.provisions },
    closing,
    signer: {
      label: say.decidedBy,
      name: letter.decidedBy.name,
      post: letter.decidedBy.post,
      notes: [
        ...(letter.delegation === null
          ? []
          : [say.delegation(letter.delegation), say.confirmed(spoken(letter.decidedOn))]),
        say.unsigned(letter.unsignedBy),
      ],
    },
    presenter: letter.presentedBy && { label: say.presentedBy, ...letter.presentedBy },
    rectification: rectificationPage(letter, letter.appeal),
  };
}

function grantedRows({ language, outcome }: DecisionLetter): Labelled[] {
  if (outcome.kind !== 'granted') return [];
  const say = pick(decisionLetterTexts, language);
  const last = lastDay(outcome.during);
  const rows: readonly (readonly [string, string | null])[] = [
    [say.from, formatDay(outcome.during.from, language)],
    [say.until, last === null ? say.openEnded : formatDay(last, language)],
    [say.amount, outcome.amount],
    [say.place, outcome.place],
    [say.provider, outcome.provider],
    [say.charge, outcome.charge],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function correctionSection({ language, correction, insteadOf }: DecisionLetter): PaperSection[] {
  const say = pick(decisionLetterTexts, language);
  const spoken = (d: Day) => formatDay(d, language);
  const parts = [
    correction && say.corrected(spoken(correction.on), correction.because, correction.provision),
    insteadOf && say.insteadOf(spoken(insteadOf.decidedOn), insteadOf.provision),
  ].filter((part) => part !== null);
  return parts.length === 0 ? [] : [{ heading: say.correction, text: parts.join('\n\n') }];
}

function changeSection({ language, changed, outcome }: DecisionLetter): PaperSection[] {
  const say = pick(decisionLetterTexts, language);
  const spoken = (d: Day) => formatDay(d, language);
  if (changed === null) return [];
  const [number, decidedOn] = [changed.number, spoken(changed.decidedOn)];
  if (outcome.kind === 'ended')
    return [{ heading: say.end, text: say.ends(number, decidedOn, spoken(outcome.lastDay)) }];
  if (outcome.kind !== 'granted') return [];
  return [{ heading: say.change, text: say.changes(number, decidedOn, spoken(outcome.during.from)) }];
}

function beginningSection({ language, outcome, beginning, changed }: DecisionLetter): PaperSection[] {
  const say = pick(decisionLetterTexts, language);
  if (outcome.kind !== 'granted') return [];
  if (beginning === null) return [];
  const text =
    beginning.kind === 'agreed'
      ? say.agreed(formatDay(beginning.on, language), beginning.place)
      : (changed ? say.callToGoOn : say.call)(beginning.by);
  return [{ heading: changed ? say.goesOn : say.beginning, text }];
}

function easySummary({
  language,
  matter,
  outcome,
  easyReasons,
  contact,
  appeal,
  changed,
}: DecisionLetter): DecisionPaper['easy'] {
  const say = easyLetter;
  const lines: string[] = [];
  if (outcome.kind === 'granted') {
    const last = lastDay(outcome.during);
    lines.push(
      changed ? say.changed : say.granted,
      say.named(matter),
      (changed ? say.changedFrom : say.from)(formatDay(outcome.during.from, language)),
    );
    lines.push(...(last === null ? say.openEnded : [say.until(formatDay(last, language))]));
    if (outcome.amount) lines.push(say.amount(outcome.amount));
    if (outcome.place) lines.push(say.place(outcome.place));
  } else if (outcome.kind === 'ended')
    lines.push(say.ended, say.named(matter), say.lastDay(formatDay(outcome.lastDay, language)));
  else
    lines.push(
      { denied: say.denied, 'not-examined': say.notExamined, lapsed: say.lapsed }[outcome.kind],
      say.named(matter),
    );
  // The reason itself in plain words; where it is not owed, where it stands.
  const reasons = (easyReasons ?? '').split('\n').filter((line) => line.trim() !== '');
  if (outcome.kind !== 'granted' || reasons.length > 0) lines.push(...(reasons.length > 0 ? reasons : [say.why]));
  lines.push(...say.ask(contact.name, unbroken(contact.phone)));
  lines.push(...say.disagree(appeal.days));
  return { heading: say.heading, lines: [...lines, say.help] };
}

/** Administrative Procedure Act, instructions for rectification: whom, when and from what day, what to write, where. */
function rectificationPage({ language }: DecisionLetter, appeal: LetterAppeal): DecisionPaper['rectification'] {
  const say = pick(decisionLetterTexts, language).rectification;
  const served = [say.byPost(appeal.presumedOnDay.post), say.byElectronic(appeal.presumedOnDay.electronic), say.byHand];
  return {
    heading: say.heading,
    sections: [
      { heading: say.whoHeading, text: say.who(appeal.authority) },
      {
        heading: say.timeHeading,
        text: `${say.time(appeal.days)}\n${served.map((one) => `- ${one}`).join('\n')}\n\n${say.lastDay}`,
      },
      { heading: say.contentHeading, text: `${say.content}\n\n${say.attachments}` },
    ],
    where: { heading: say.whereHeading, text: say.arrives },
    rows: [
      { label: say.postal, value: appeal.postalAddress.join(', ') },
      { label: say.visiting, value: appeal.visitingAddress },
      { label: say.email, value: appeal.email },
      { label: say.hours, value: appeal.openingHours },
    ].flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    note: `${say.handling} ${say.provisions}: ${appeal.provisions.join('; ')}.`,
  };
}

/** The words of a letter that follow from its facts. */
export function letterWords(
  { language, service, matter, plan, decidedBy, presentedBy, authority }: LetterFacts,
  providedBy: ProvidedBy | null,
  mealCharge: Cents | null,
) {
  const say = pick(letterParts, language);
  const posts: Readonly<Record<string, string>> = say.posts;
  const post = posts[decidedBy.role ?? ''] ?? say.official;
  const presenterPost = posts[presentedBy?.role ?? ''] ?? say.official;
  const number = (n: number) => formatNumber(n, language);
  const { daysAWeek, hoursADay } = plan ?? { daysAWeek: null, hoursADay: null };
  const amount =
    daysAWeek === null
      ? null
      : [say.days(number(daysAWeek)), hoursADay !== null && say.hours(number(hoursADay))].filter(Boolean).join(', ');
  const provider = providedBy && say.providers[providedBy.mode](providedBy.provider ?? authority.name);
  const charge = mealCharge === null ? null : say.meal(formatEuro(mealCharge, language));
  return {
    object: language === 'fi' ? finnishObjects[service] : matter,
    post,
    presenterPost,
    amount,
    provider,
    charge,
    openingHours: say.openingHours,
    caller: capital(say.caller(decidedBy.name, post)),
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
