import { formatDay, pick, texts } from '../../kernel/language.ts';
import { formatEuro } from '../../kernel/money.ts';
import { lastDay } from '../../kernel/range.ts';
import type { Refusals } from '../../server/act.ts';
import { easyLinesOf, type Labelled, type PaperHead, type PaperSection, unbroken } from '../../server/letters/paper.ts';
import type { AgreementContact, AgreementLetter } from './words.ts';

export const agreementLetterTexts = texts({
  fi: {
    title: (service: string) => `Sopimus: ${service}`,
    copy: 'Kappale',
    party: { client: 'Asiakas', employer: 'Työnantaja', organiser: 'Järjestäjä' },
    page: 'Sivu',
    date: 'Päivämäärä',
    reference: 'Sopimuksen tunnus',
    businessId: 'Y-tunnus',
    workplace: 'Työpaikka',
    contact: 'Yhteyshenkilö',
    phone: (phone: string) => `puh. ${phone}`,
    agreed: 'Mitä on sovittu',
    from: 'Alkaa',
    until: 'Päättyy',
    openEnded: 'Ei päättymispäivää (voimassa toistaiseksi)',
    renewBy: 'Uusitaan viimeistään',
    compensation: {
      activity: 'Korvaus asiakkaalle',
      coaching: 'Korvaus asiakkaalle',
      employment: 'Palkka',
      rehabilitation: 'Korvaus asiakkaalle',
    },
    perDay: (euro: string) => `${euro} jokaiselta osallistumispäivältä`,
    noCompensation: {
      activity: 'Korvausta ei makseta',
      coaching: 'Järjestäjä ei maksa korvausta',
      employment: 'Työnantaja maksaa palkan työsopimuksen mukaan',
      rehabilitation: 'Osallistumispäivien kuluista maksaa työttömyysetuuden maksaja, toimintarahan järjestäjä',
    },
    share: 'Työnantajan osuus',
    shareOf: (euro: string) => `${euro} päivältä järjestäjälle`,
    meals: 'Ateriat',
    week: 'Päivät ja kellonajat',
    tasks: 'Tehtävät',
    coaching: {
      activity: 'Työhönvalmennus ja yhteydenpito',
      coaching: 'Työhönvalmennus ja yhteydenpito',
      employment: 'Työhönvalmennus ja yhteydenpito',
      rehabilitation: 'Tuki ja yhteydenpito',
    },
    duties: 'Kunkin osapuolen tehtävät',
    dutiesText: {
      activity:
        '- Asiakas osallistuu sovittuina päivinä, noudattaa työpaikan ohjeita ja ilmoittaa poissaolosta.\n- Työnantaja perehdyttää ja ohjaa asiakasta, huolehtii työn turvallisuudesta ja ilmoittaa muutoksista työvalmentajalle.\n- Järjestäjä ottaa asiakkaalle tapaturmavakuutuksen ja nimeää hänelle ja työpaikalle työvalmentajan.',
      coaching:
        '- Asiakas osallistuu sovittuina päivinä, noudattaa työpaikan ohjeita ja ilmoittaa poissaolosta.\n- Työnantaja perehdyttää ja ohjaa asiakasta, huolehtii työn turvallisuudesta ja ilmoittaa muutoksista työvalmentajalle.\n- Järjestäjä nimeää työvalmentajan, joka tukee asiakasta ja työpaikkaa.',
      employment:
        '- Asiakas tekee työtä työsopimuksensa mukaan ja ilmoittaa poissaolosta työnantajalle.\n- Työnantaja maksaa palkan, vakuuttaa työntekijän, perehdyttää hänet, huolehtii työn turvallisuudesta ja ilmoittaa muutoksista työvalmentajalle.\n- Järjestäjä nimeää työvalmentajan, joka tukee asiakasta ja työpaikkaa.',
      rehabilitation:
        '- Asiakas osallistuu suunnitelmassa sovittuina päivinä, noudattaa työpaikan ohjeita ja ilmoittaa poissaolosta yhteyshenkilölleen.\n- Työpaikka perehdyttää ja ohjaa asiakasta, huolehtii työn turvallisuudesta ja ilmoittaa poissaoloista ja muutoksista asiakkaan yhteyshenkilölle.\n- Järjestäjä vakuuttaa asiakkaan tapaturman varalta ja nimeää yhteyshenkilön, joka tukee asiakasta ja työpaikkaa.',
    },
    terms: 'Ehdot',
    termsText: {
      activity:
        'Toiminta ei ole työtä työsuhteessa. Se on sosiaalihuollon palvelu, jonka tavoitteena on tukea asiakkaan toimintakykyä. Kukin osapuoli voi päättää sopimuksen ilmoittamalla siitä muille. Jos sopimuksen sisältöä muutetaan, jokainen osapuoli hyväksyy sen uudelleen. Asiakkaan tiedot ovat salassa pidettäviä.',
      coaching:
        'Työhönvalmennus on palvelu, ei työsuhde. Jos asiakas on työpaikkaan työsuhteessa, työstä ja palkasta sovitaan työsopimuksessa. Kukin osapuoli voi päättää tämän sopimuksen ilmoittamalla siitä muille. Jos sopimuksen sisältöä muutetaan, jokainen osapuoli hyväksyy sen uudelleen. Asiakkaan tiedot ovat salassa pidettäviä.',
      employment:
        'Asiakas on työsuhteessa työnantajaan. Työstä, työajasta, palkasta ja lomista sovitaan työsopimuksessa, ja jos sopimukset poikkeavat toisistaan, työsopimus ratkaisee. Tämä sopimus koskee järjestäjän antamaa tukea. Kukin osapuoli voi päättää sen ilmoittamalla siitä muille; työsuhde ei siihen pääty. Jos sopimuksen sisältöä muutetaan, jokainen osapuoli hyväksyy sen uudelleen. Asiakkaan tiedot ovat salassa pidettäviä.',
      rehabilitation:
        'Kuntouttava työtoiminta ei ole virka- eikä työsuhde, eikä sillä saa korvata työsuhteessa tehtävää työtä. Jakso perustuu asiakkaan suunnitelmaan ja päätökseen. Osapuoli, joka haluaa päättää sopimuksen, ilmoittaa siitä muille; jakson muutoksista sovitaan suunnitelmassa. Jos sopimuksen sisältöä muutetaan, jokainen osapuoli hyväksyy sen uudelleen. Asiakkaan tiedot ovat salassa pidettäviä.',
    },
    approvals: 'Hyväksynnät',
    unsigned: 'Hyväksynnät on kirjattu sähköisesti. Sopimus ei vaadi allekirjoitusta.',
    who: 'Osapuoli',
    name: 'Nimi',
    state: 'Hyväksytty',
    waiting: 'Odottaa hyväksyntää',
  },
  sv: {
    title: (service: string) => `Avtal: ${service}`,
    copy: 'Exemplar',
    party: { client: 'Klient', employer: 'Arbetsgivare', organiser: 'Anordnare' },
    page: 'Sida',
    date: 'Datum',
    reference: 'Avtalets beteckning',
    businessId: 'FO-nummer',
    workplace: 'Arbetsplats',
    contact: 'Kontaktperson',
    phone: (phone: string) => `tfn ${phone}`,
    agreed: 'Vad som har avtalats',
    from: 'Börjar',
    until: 'Upphör',
    openEnded: 'Ingen sista dag (gäller tills vidare)',
    renewBy: 'Förnyas senast',
    compensation: {
      activity: 'Ersättning till klienten',
      coaching: 'Ersättning till klienten',
      employment: 'Lön',
      rehabilitation: 'Ersättning till klienten',
    },
    perDay: (euro: string) => `${euro} för varje deltagardag`,
    noCompensation: {
      activity: 'Ingen ersättning betalas',
      coaching: 'Anordnaren betalar ingen ersättning',
      employment: 'Arbetsgivaren betalar lön enligt arbetsavtalet',
      rehabilitation:
        'Kostnader för deltagardagarna ersätts av den som betalar arbetslöshetsförmånen, verksamhetspenning betalas av anordnaren',
    },
    share: 'Arbetsgivarens andel',
    shareOf: (euro: string) => `${euro} per dag till anordnaren`,
    meals: 'Måltider',
    week: 'Dagar och klockslag',
    tasks: 'Arbetsuppgifter',
    coaching: {
      activity: 'Arbetsträning och kontakter',
      coaching: 'Arbetsträning och kontakter',
      employment: 'Arbetsträning och kontakter',
      rehabilitation: 'Stöd och kontakter',
    },
    duties: 'Vars och ens uppgifter',
    dutiesText: {
      activity:
        '- Klienten deltar de avtalade dagarna, följer arbetsplatsens anvisningar och meddelar frånvaro.\n- Arbetsgivaren introducerar och handleder klienten, sörjer för säkerheten i arbetet och meddelar arbetscoachen om ändringar.\n- Anordnaren försäkrar klienten mot olycksfall och utser en arbetscoach som stöder klienten och arbetsplatsen.',
      coaching:
        '- Klienten deltar de avtalade dagarna, följer arbetsplatsens anvisningar och meddelar frånvaro.\n- Arbetsgivaren introducerar och handleder klienten, sörjer för säkerheten i arbetet och meddelar arbetscoachen om ändringar.\n- Anordnaren utser en arbetscoach som stöder klienten och arbetsplatsen.',
      employment:
        '- Klienten arbetar enligt sitt arbetsavtal och meddelar arbetsgivaren om frånvaro.\n- Arbetsgivaren betalar lönen, försäkrar arbetstagaren, introducerar klienten, sörjer för säkerheten i arbetet och meddelar arbetscoachen om ändringar.\n- Anordnaren utser en arbetscoach som stöder klienten och arbetsplatsen.',
      rehabilitation:
        '- Klienten deltar de dagar som planen anger, följer arbetsplatsens anvisningar och meddelar sin kontaktperson om frånvaro.\n- Arbetsplatsen introducerar och handleder klienten, sörjer för säkerheten i arbetet och meddelar klientens kontaktperson om frånvaro och ändringar.\n- Anordnaren försäkrar klienten mot olycksfall och utser en kontaktperson som stöder klienten och arbetsplatsen.',
    },
    terms: 'Villkor',
    termsText: {
      activity:
        'Verksamheten är inte arbete i anställningsförhållande. Den är service inom socialvården som ska stödja klientens funktionsförmåga. Var och en av parterna kan avsluta avtalet genom att meddela de andra. Om avtalets innehåll ändras godkänner varje part det på nytt. Uppgifterna om klienten är sekretessbelagda.',
      coaching:
        'Arbetsträning är en service, inte ett anställningsförhållande. Om klienten är anställd på arbetsplatsen avtalas om arbetet och lönen i arbetsavtalet. Var och en av parterna kan avsluta detta avtal genom att meddela de andra. Om avtalets innehåll ändras godkänner varje part det på nytt. Uppgifterna om klienten är sekretessbelagda.',
      employment:
        'Klienten är anställd hos arbetsgivaren. Om arbetet, arbetstiden, lönen och semestern avtalas i arbetsavtalet, och om avtalen avviker från varandra gäller arbetsavtalet. Detta avtal gäller det stöd som anordnaren ger. Var och en av parterna kan avsluta det genom att meddela de andra; anställningen upphör inte därmed. Om avtalets innehåll ändras godkänner varje part det på nytt. Uppgifterna om klienten är sekretessbelagda.',
      rehabilitation:
        'Arbetsverksamhet i rehabiliteringssyfte är varken ett tjänsteförhållande eller ett anställningsförhållande, och den får inte ersätta arbete som utförs i anställningsförhållande. Perioden grundar sig på klientens plan och beslut. Den part som vill avsluta avtalet meddelar de andra; om ändringar i perioden avtalas i planen. Om avtalets innehåll ändras godkänner varje part det på nytt. Uppgifterna om klienten är sekretessbelagda.',
    },
    approvals: 'Godkännanden',
    unsigned: 'Godkännandena har antecknats elektroniskt. Avtalet kräver ingen underskrift.',
    who: 'Part',
    name: 'Namn',
    state: 'Godkänt',
    waiting: 'Väntar på godkännande',
  },
  en: {
    title: (service: string) => `Agreement: ${service}`,
    copy: 'Copy for',
    party: { client: 'Client', employer: 'Employer', organiser: 'Organiser' },
    page: 'Page',
    date: 'Date',
    reference: 'Agreement reference',
    businessId: 'Business ID',
    workplace: 'Workplace',
    contact: 'Contact person',
    phone: (phone: string) => `tel. ${phone}`,
    agreed: 'What is agreed',
    from: 'Begins',
    until: 'Ends',
    openEnded: 'Until further notice',
    renewBy: 'To be renewed by',
    compensation: {
      activity: 'Compensation to the client',
      coaching: 'Compensation to the client',
      employment: 'Wage',
      rehabilitation: 'Compensation to the client',
    },
    perDay: (euro: string) => `${euro} for each day of participation`,
    noCompensation: {
      activity: 'No compensation is paid',
      coaching: 'The organiser pays no compensation',
      employment: 'The employer pays a wage by the employment contract',
      rehabilitation:
        'The costs of days of participation are paid by the payer of the unemployment benefit, activity allowance by the organiser',
    },
    share: 'Employer’s share',
    shareOf: (euro: string) => `${euro} a day to the organiser`,
    meals: 'Meals',
    week: 'Days and hours',
    tasks: 'Tasks',
    coaching: {
      activity: 'Job coaching and contacts',
      coaching: 'Job coaching and contacts',
      employment: 'Job coaching and contacts',
      rehabilitation: 'Support and contacts',
    },
    duties: 'What each party does',
    dutiesText: {
      activity:
        '- The client takes part on the agreed days, follows the instructions of the workplace and tells of absences.\n- The employer introduces and guides the client, sees to safety at work and tells the job coach of changes.\n- The organiser insures the client against accidents and names a job coach who supports the client and the workplace.',
      coaching:
        '- The client takes part on the agreed days, follows the instructions of the workplace and tells of absences.\n- The employer introduces and guides the client, sees to safety at work and tells the job coach of changes.\n- The organiser names a job coach who supports the client and the workplace.',
      employment:
        '- The client works by the employment contract and tells the employer of absences.\n- The employer pays the wage, insures the employee, introduces the client, sees to safety at work and tells the job coach of changes.\n- The organiser names a job coach who supports the client and the workplace.',
      rehabilitation:
        '- The client takes part on the days of the plan, follows the instructions of the workplace and tells the contact person of absences.\n- The workplace introduces and guides the client, sees to safety at work and tells the client’s contact person of absences and changes.\n- The organiser insures the client against accidents and names a contact person who supports the client and the workplace.',
    },
    terms: 'Terms',
    termsText: {
      activity:
        'The activity is no employment for pay, but rehabilitative activity based on a client relationship. Each party may end the agreement by telling the others. If its content changes, each party approves it again. Information about the client is confidential.',
      coaching:
        'Job coaching is a service, not employment. If the client is employed at the workplace, work and wage are agreed in the employment contract. Each party may end this agreement by telling the others. If its content changes, each party approves it again. Information about the client is confidential.',
      employment:
        'The client is employed by the employer. Work, working time, wage and holidays are agreed in the employment contract; where the two differ, the employment contract holds. This agreement is about the support that the organiser gives. Each party may end it by telling the others; the employment does not end by that. If its content changes, each party approves it again. Information about the client is confidential.',
      rehabilitation:
        'Rehabilitative work is neither public service nor employment, and may not replace work that is done in employment. The period rests on the client’s plan and decision. A party that wants to end the agreement tells the others; changes of the period are agreed in the plan. If its content changes, each party approves it again. Information about the client is confidential.',
    },
    approvals: 'Approvals',
    unsigned: 'The approvals were recorded electronically. The agreement needs no signature.',
    who: 'Party',
    name: 'Name',
    state: 'Approved',
    waiting: 'Waits for approval',
  },
});

/** What the paper says of coaching and of the meal. */
export const termsWords = texts({
  fi: {
    coach: (name: string, post: string) => `${post} ${name} tukee asiakasta ja työpaikkaa ja pitää heihin yhteyttä.`,
    starting: (every: string, until: string) => `Aloitusvaiheessa ${until} saakka yhteyttä pidetään ${every}.`,
    steady: (every: string) => `Yhteyttä pidetään ${every}.`,
    afterwards: (every: string) => `Sen jälkeen yhteyttä pidetään ${every}.`,
    renewal: 'Työpaikalla käydään viimeistään, kun sopimus uusitaan.',
    meal: (euro: string) => `Asiakas aterioi työpaikalla. Ateriasta peritään ${euro}.`,
    mealFree: 'Asiakas aterioi työpaikalla.',
    otherwise: 'Asiakas voi sopia omasta yhteydenpidostaan toisin.',
  },
  sv: {
    coach: (name, post) => `${post} ${name} stöder klienten och arbetsplatsen och håller kontakt med dem.`,
    starting: (every, until) => `Under inledningsskedet till och med ${until} hålls kontakt ${every}.`,
    steady: (every) => `Kontakt hålls ${every}.`,
    afterwards: (every) => `Därefter hålls kontakt ${every}.`,
    renewal: 'Arbetsplatsen besöks senast när avtalet förnyas.',
    meal: (euro) => `Klienten äter på arbetsplatsen. För en måltid tas ut ${euro}.`,
    mealFree: 'Klienten äter på arbetsplatsen.',
    otherwise: 'Klienten kan avtala annorlunda om sin egen kontakt.',
  },
  en: {
    coach: (name, post) => `${post} ${name} supports the client and the workplace and keeps in touch with them.`,
    starting: (every, until) => `In the starting phase, until ${until}, contact is kept ${every}.`,
    steady: (every) => `Contact is kept ${every}.`,
    afterwards: (every) => `After that contact is kept ${every}.`,
    renewal: 'The workplace is visited at the latest when the agreement is renewed.',
    meal: (euro) => `The client eats at the workplace. A meal is charged ${euro}.`,
    mealFree: 'The client eats at the workplace.',
    otherwise: 'The client may agree otherwise on contacts of their own.',
  },
});

export const agreementTexts = texts({
  fi: {
    correctEnd: 'Korjaa paikan päättyminen',
    endCorrected: 'Paikan päättyminen korjattu',
    correctEndFollows: 'Sopimus päättyi paikan mukana eikä jatku itsestään: tee uusi, jos paikka jatkuu.',
    lastDayOfPlace: 'Viimeinen päivä',
    lastDayOfPlaceHelp: 'Tyhjä: paikka jatkuu niin kauan kuin palvelu',
    whyEndCorrected: 'Miksi korjataan',
    perDay: 'Korvaus päivältä',
    meal: 'Ateria',
    coach: 'Valmentaja',
    withdrawn: (party: string, day: string) =>
      `${party} hyväksyi ${day} aiemman sisällön. Sisältö on muuttunut sen jälkeen.`,
    keptPaper: (day: string) => `Sopimus sellaisena kuin kaikki sen hyväksyivät ${day}`,
    agreementSaved: 'Sopimus tallennettu.',
    agreementAgain: 'Sopimus odottaa uusia hyväksyntöjä.',
    tasks: 'Tehtävät',
    during: 'Aika',
    agreement: 'Sopimus',
    agreements: 'Sopimukset',
    agreementLine: 'Asiakkaan, työnantajan ja järjestäjän sopimus',
    makeAgreement: 'Tee sopimus',
    agreementTasks: 'Tehtävät sopimuksessa',
    hours: 'Päivät ja kellonajat',
    renewBy: 'Uusittava viimeistään',
    changeAgreement: 'Muuta sopimusta',
    changeWithdraws: 'Muutos kumoaa jo annetut hyväksynnät.',
    made: 'Sopimus tehty.',
    madeNext: 'Seuraavaksi osapuolten hyväksynnät.',
    agreementChanged: 'Sopimus muutettu. Aiemmat hyväksynnät eivät ole enää voimassa.',
    approvals: 'Hyväksynnät',
    parties: { client: 'Asiakas', employer: 'Työnantaja', organiser: 'Järjestäjä' },
    approve: 'Kirjaa hyväksyntä',
    approvalOf: (party: string, day: string) => `Hyväksyntä: ${party}, ${day}`,
    takeBackApproval: 'Sopimus odottaa taas tämän osapuolen hyväksyntää.',
    takeBackAgreement: 'Sopimus ja sen hyväksynnät poistuvat. Ne jäävät luettaviksi asiakkaan korjauksiin.',
    approveOf: (party: string, client: string) => `Kirjaa hyväksyntä: ${party}, ${client}`,
    approved: (party: string) => `Hyväksyntä kirjattu: ${party}.`,
    approvedAll: 'Kaikki ovat hyväksyneet.',
    approvedOn: (day: string, by: string) => `${day}, ${by}`,
    notYet: 'Odottaa',
    renew: 'Jatka sopimusta',
    renewOf: (client: string) => `Jatka sopimusta, ${client}`,
    renewed: 'Sopimukselle tehty jatko.',
    paper: 'Tulosta sopimus',
    paperOf: { client: 'Asiakkaan kappale', employer: 'Työnantajan kappale', organiser: 'Järjestäjän kappale' },
    states: {
      draft: 'Luonnos',
      waiting: 'Odottaa hyväksyntää',
      agreed: 'Hyväksytty',
      'in-force': 'Voimassa',
      'to-renew': 'Uusittava',
      lapsed: 'Umpeutunut',
      ended: 'Päättynyt',
    },
    waitsFor: (who: string) => `Odottaa: ${who}`,
    partiesShort: { client: 'asiakas', employer: 'työnantaja', organiser: 'järjestäjä' },
    endsOn: (day: string) => `päättyy ${day}`,
    lapsedOn: (day: string) => `päättyi ${day}`,
    noAgreement: 'Sopimus puuttuu',
    earlier: 'Aiemmat sopimukset',
  },
  sv: {
    correctEnd: 'Rätta när platsen upphörde',
    endCorrected: 'Platsens slut har rättats',
    correctEndFollows:
      'Avtalet upphörde med platsen och fortsätter inte av sig självt: gör ett nytt om platsen fortsätter.',
    lastDayOfPlace: 'Sista dag',
    lastDayOfPlaceHelp: 'Tom: platsen fortsätter så länge som servicen',
    whyEndCorrected: 'Varför det rättas',
    perDay: 'Ersättning per dag',
    meal: 'Måltid',
    coach: 'Coach',
    withdrawn: (party, day) => `${party} godkände ett tidigare innehåll ${day}. Innehållet har ändrats sedan dess.`,
    keptPaper: (day) => `Avtalet så som alla godkände det ${day}`,
    agreementSaved: 'Avtalet har sparats.',
    agreementAgain: 'Avtalet väntar på nya godkännanden.',
    tasks: 'Arbetsuppgifter',
    during: 'Tid',
    agreement: 'Avtal',
    agreements: 'Avtal',
    agreementLine: 'Avtal mellan klienten, arbetsgivaren och anordnaren',
    makeAgreement: 'Gör ett avtal',
    agreementTasks: 'Arbetsuppgifter i avtalet',
    hours: 'Dagar och klockslag',
    renewBy: 'Förnyas senast',
    changeAgreement: 'Ändra avtalet',
    changeWithdraws: 'En ändring upphäver de godkännanden som redan getts.',
    made: 'Avtalet har gjorts.',
    madeNext: 'Härnäst parternas godkännanden.',
    agreementChanged: 'Avtalet har ändrats. Godkännandena begärs på nytt.',
    approvals: 'Godkännanden',
    parties: { client: 'Klient', employer: 'Arbetsgivare', organiser: 'Anordnare' },
    approve: 'Anteckna godkännande',
    approvalOf: (party, day) => `Godkännande: ${party}, ${day}`,
    takeBackApproval: 'Avtalet väntar igen på denna parts godkännande.',
    takeBackAgreement: 'Avtalet och dess godkännanden tas bort. De kan läsas bland klientens korrigeringar.',
    approveOf: (party, client) => `Anteckna godkännande: ${party}, ${client}`,
    approved: (party) => `Godkännandet har antecknats: ${party}.`,
    approvedAll: 'Alla har godkänt.',
    approvedOn: (day, by) => `${day}, ${by}`,
    notYet: 'Väntar',
    renew: 'Förnya avtalet',
    renewOf: (client) => `Förnya avtalet, ${client}`,
    renewed: 'Avtalet har förnyats.',
    paper: 'Skriv ut avtalet',
    paperOf: { client: 'Klientens exemplar', employer: 'Arbetsgivarens exemplar', organiser: 'Anordnarens exemplar' },
    states: {
      draft: 'Utkast',
      waiting: 'Väntar på godkännande',
      agreed: 'Godkänt',
      'in-force': 'I kraft',
      'to-renew': 'Ska förnyas',
      lapsed: 'Har gått ut',
      ended: 'Avslutat',
    },
    waitsFor: (who) => `Väntar på: ${who}`,
    partiesShort: { client: 'klienten', employer: 'arbetsgivaren', organiser: 'anordnaren' },
    endsOn: (day) => `slutar ${day}`,
    lapsedOn: (day) => `slutade ${day}`,
    noAgreement: 'Avtal saknas',
    earlier: 'Tidigare avtal',
  },
  en: {
    correctEnd: 'Correct the end of the place',
    endCorrected: 'The end of the place has been corrected',
    correctEndFollows:
      'The agreement ended with the place and does not go on by itself: make a new one where the place goes on.',
    lastDayOfPlace: 'Last day',
    lastDayOfPlaceHelp: 'Empty: the place goes on as long as the service',
    whyEndCorrected: 'Why it is corrected',
    perDay: 'Compensation a day',
    meal: 'Meal',
    coach: 'Coach',
    withdrawn: (party, day) => `${party} approved an earlier content on ${day}. It has changed since.`,
    keptPaper: (day) => `The agreement as all approved it on ${day}`,
    agreementSaved: 'Agreement saved.',
    agreementAgain: 'The agreement waits for new approvals.',
    tasks: 'Tasks',
    during: 'Time',
    agreement: 'Agreement',
    agreements: 'Agreements',
    agreementLine: 'Agreement of client, employer and organiser',
    makeAgreement: 'Make an agreement',
    agreementTasks: 'Tasks in the agreement',
    hours: 'Days and hours',
    renewBy: 'To be renewed by',
    changeAgreement: 'Change the agreement',
    changeWithdraws: 'A change withdraws the approvals given so far.',
    made: 'Agreement made.',
    madeNext: 'Next the approvals of the parties.',
    agreementChanged: 'Agreement changed. The approvals are asked again.',
    approvals: 'Approvals',
    parties: { client: 'Client', employer: 'Employer', organiser: 'Organiser' },
    approve: 'Record the approval',
    approvalOf: (party, day) => `Approval: ${party}, ${day}`,
    takeBackApproval: 'The agreement waits for the approval of this party again.',
    takeBackAgreement: 'The agreement and its approvals go. They can be read among the client’s corrections.',
    approveOf: (party, client) => `Record the approval: ${party}, ${client}`,
    approved: (party) => `Approval recorded: ${party}.`,
    approvedAll: 'All have approved.',
    approvedOn: (day, by) => `${day}, ${by}`,
    notYet: 'Waiting',
    renew: 'Renew the agreement',
    renewOf: (client) => `Renew the agreement, ${client}`,
    renewed: 'Agreement renewed.',
    paper: 'Print the agreement',
    paperOf: { client: 'Client’s copy', employer: 'Employer’s copy', organiser: 'Organiser’s copy' },
    states: {
      draft: 'Draft',
      waiting: 'Waits for approval',
      agreed: 'Approved',
      'in-force': 'In force',
      'to-renew': 'To renew',
      lapsed: 'Lapsed',
      ended: 'Ended',
    },
    waitsFor: (who) => `Waits for: ${who}`,
    partiesShort: { client: 'the client', employer: 'the employer', organiser: 'the organiser' },
    endsOn: (day) => `ends ${day}`,
    lapsedOn: (day) => `ended ${day}`,
    noAgreement: 'No agreement',
    earlier: 'Earlier agreements',
  },
});

export const agreementRefusals = {
  'no-such-paper': {
    status: 404,
    fi: 'Tätä sopimuksen versiota ei ole tallessa',
    sv: 'Denna version av avtalet finns inte bevarad',
    en: 'No paper of this version of the agreement is kept',
  },
  'no-such-placement': {
    status: 404,
    fi: 'Toimintapaikkaa ei löytynyt',
    sv: 'Placeringen hittades inte',
    en: 'The placement was not found',
  },
  'not-at-workplaces': {
    fi: 'Tätä palvelua ei järjestetä työpaikalla',
    sv: 'Denna service ordnas inte på en arbetsplats',
    en: 'This service is not done at a workplace',
  },
  'no-such-agreement': {
    status: 404,
    fi: 'Sopimusta ei löytynyt',
    sv: 'Avtalet hittades inte',
    en: 'The agreement was not found',
  },
  'no-such-approval': {
    status: 404,
    fi: 'Hyväksyntää ei löytynyt',
    sv: 'Godkännandet hittades inte',
    en: 'The approval was not found',
  },
  'agreement-outside-placement': {
    fi: 'Sopimuksen päivien on oltava toimintapaikan päivien sisällä',
    sv: 'Avtalet måste ligga inom placeringens tid',
    en: 'The agreement must lie within the placement',
  },
  'agreement-overlaps': {
    status: 409,
    fi: 'Samalla ajalla on jo sopimus',
    sv: 'Det finns redan ett avtal för samma tid',
    en: 'There is an agreement for the same days already',
  },
  'agreement-ended': {
    status: 409,
    fi: 'Sopimus on päättynyt',
    sv: 'Avtalet har upphört',
    en: 'The agreement has ended',
  },
  'approved-already': {
    status: 409,
    fi: 'Osapuoli on jo hyväksynyt',
    sv: 'Parten har redan godkänt',
    en: 'The party has approved already',
  },
  'content-changed': {
    status: 409,
    fi: 'Sopimuksen sisältö on muuttunut sen jälkeen, kun näit sen. Lue se uudelleen ja hyväksy sitten.',
    sv: 'Avtalets innehåll har ändrats sedan du såg det. Läs det på nytt och godkänn sedan.',
    en: 'The agreement has changed since you saw it. Read it again, then approve.',
  },
  'approved-long-before': {
    fi: 'Hyväksyntä ei voi olla yli vuotta ennen sopimuksen alkua',
    sv: 'Godkännandet kan inte vara mer än ett år före avtalets början',
    en: 'An approval cannot be more than a year before the agreement begins',
  },
  'not-approved': {
    status: 409,
    fi: 'Kaikki eivät ole hyväksyneet tätä sopimusta, joten sitä ei voi uusia. Muuta sitä.',
    sv: 'Alla har inte godkänt avtalet, så det kan inte förnyas. Ändra det.',
    en: 'Not everyone has approved this agreement, so it cannot be renewed. Change it instead.',
  },
  'approved-in-future': {
    fi: 'Hyväksynnän päivä ei voi olla tulevaisuudessa',
    sv: 'Godkännandets dag kan inte vara i framtiden',
    en: 'The day of approval cannot be in the future',
  },
  'renewed-already': {
    status: 409,
    fi: 'Sopimus on jo uusittu',
    sv: 'Avtalet är redan förnyat',
    en: 'The agreement has been renewed already',
  },
  'ends-too-early': {
    fi: 'Uuden sopimuksen on päätyttävä edellisen jälkeen',
    sv: 'Det nya avtalet måste sluta efter det förra',
    en: 'The new agreement must end after the one before',
  },
} as const satisfies Refusals;

/** The summary in the copy of a client who reads easy Finnish. */
const easyAgreement = {
  heading: 'Tärkein asia selkokielellä',
  what: (workplace: string) => `Tämä sopimus kertoo, mitä teet työpaikalla.\nTyöpaikka on ${workplace}.`,
  days: (days: string) => `Olet työpaikalla näinä päivinä: ${days}.`,
  from: (day: string) => `Aloitat ${day}.`,
  until: (day: string) => `Sopimus loppuu ${day}.\nSitä voi jatkaa, jos haluat.`,
  money: (euro: string) => `Saat rahaa ${euro} jokaisesta päivästä, jona olet mukana.`,
  /** Of money that is not the organiser's. */
  otherMoney: {
    activity: null,
    coaching: null,
    employment: 'Saat palkkaa työstäsi.\nTyönantaja maksaa palkan.\nPalkka on kirjoitettu työsopimukseen.',
    rehabilitation: null,
  },
  ask: (name: string, phone: string) => `Onko sinulla kysyttävää?\n${name} auttaa sinua.\nPuhelinnumero on ${phone}.`,
  stop: {
    activity: 'Voit lopettaa, jos et enää halua olla työpaikalla.\nKerro siitä työvalmentajalle.',
    coaching: 'Voit lopettaa, jos et enää halua olla työpaikalla.\nKerro siitä työvalmentajalle.',
    employment:
      'Työvalmentaja tukee sinua työssä.\nVoit lopettaa tuen, jos et enää halua sitä.\nTyösi ei lopu siihen.\nKerro asiasta työvalmentajalle.',
    rehabilitation:
      'Jos et enää halua tai voi olla työpaikalla, kerro siitä heti yhteyshenkilöllesi.\nSilloin sovitaan yhdessä, mitä teet seuraavaksi.',
  },
};

export interface AgreementPaper extends PaperHead {
  readonly title: string;
  readonly easy: { readonly heading: string; readonly lines: readonly string[] } | null;
  readonly parties: readonly { readonly heading: string; readonly name: string; readonly lines: readonly string[] }[];
  readonly agreed: { readonly heading: string; readonly rows: readonly Labelled[] };
  readonly tasks: { readonly heading: string; readonly items: readonly string[] };
  readonly sections: readonly PaperSection[];
  readonly approvals: {
    readonly heading: string;
    readonly unsigned: string;
    readonly columns: readonly [party: string, name: string, state: string];
    readonly rows: readonly {
      readonly party: string;
      readonly name: string;
      readonly state: string;
      readonly approved: boolean;
    }[];
  };
}

/** Puts an agreement into the words of its language, for one party's copy. */
export function agreementPaperOf(letter: AgreementLetter): AgreementPaper {
  const say = pick(agreementLetterTexts, letter.language);
  const { organiser } = letter;
  return {
    title: say.title(letter.service),
    sender: { name: organiser.name, lines: [...(organiser.unit ? [organiser.unit] : []), ...organiser.address] },
    recipient: { lines: [] },
    facts: [
      { label: say.date, value: formatDay(letter.madeOn, letter.language) },
      { label: say.reference, value: letter.reference },
      { label: say.copy, value: say.party[letter.copy] },
    ],
    footer: [organiser.name, letter.reference, say.party[letter.copy]],
    pageLabel: say.page,
    easy: letter.language === 'selko' && letter.copy === 'client' ? easySummary(letter) : null,
    parties: parties(letter),
    agreed: { heading: say.agreed, rows: agreedRows(letter) },
    tasks: { heading: say.tasks, items: letter.tasks },
    sections: sections(letter),
    approvals: {
      heading: say.approvals,
      unsigned: say.unsigned,
      columns: [say.who, say.name, say.state],
      rows: letter.approvals.map(({ party, name, approvedOn }) => ({
        party: say.party[party],
        name,
        state: approvedOn ? formatDay(approvedOn, letter.language) : say.waiting,
        approved: approvedOn !== null,
      })),
    },
  };
}

function parties(letter: AgreementLetter): AgreementPaper['parties'] {
  const say = pick(agreementLetterTexts, letter.language);
  const { client, employer, organiser } = letter;
  const reach = ({ name, post, phone, email }: AgreementContact): string[] =>
    [`${say.contact}: ${post ? `${name}, ${post}` : name}`, phone && say.phone(unbroken(phone)), email].filter(
      (line) => line !== null && line !== '',
    ) as string[];
  return [
    {
      heading: say.party.client,
      name: client.name,
      // The workplace reaches the client through the coach: a client's own number is no business of the employer's.
      lines: client.phone && letter.copy !== 'employer' ? [say.phone(unbroken(client.phone))] : [],
    },
    {
      heading: say.party.employer,
      name: employer.name,
      lines: [
        ...(employer.businessId ? [`${say.businessId} ${employer.businessId}`] : []),
        `${say.workplace}: ${employer.workplace}`,
        ...employer.address,
        ...(employer.contact ? reach(employer.contact) : []),
      ],
    },
    {
      heading: say.party.organiser,
      name: organiser.name,
      lines: [...(organiser.unit ? [organiser.unit] : []), ...reach(organiser.contact)],
    },
  ];
}

function agreedRows({ language, basis, during, hours, renewBy, compensation, meals }: AgreementLetter): Labelled[] {
  const say = pick(agreementLetterTexts, language);
  const last = lastDay(during);
  const euro = compensation && formatEuro(compensation.perDay, language);
  const share = compensation?.employerShare ?? null;
  const rows: readonly (readonly [string, string | null])[] = [
    [say.from, formatDay(during.from, language)],
    [say.until, last === null ? say.openEnded : formatDay(last, language)],
    [say.week, hours],
    [say.renewBy, renewBy && formatDay(renewBy, language)],
    [say.compensation[basis], euro === null ? say.noCompensation[basis] : say.perDay(euro)],
    [say.share, share === null ? null : say.shareOf(formatEuro(share, language))],
    [say.meals, meals],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}

function sections(letter: AgreementLetter): PaperSection[] {
  const say = pick(agreementLetterTexts, letter.language);
  const all: readonly (readonly [string, string | null])[] = [
    [say.coaching[letter.basis], letter.coaching],
    [say.duties, say.dutiesText[letter.basis]],
    [say.terms, say.termsText[letter.basis]],
  ];
  return all.flatMap(([heading, text]) => (text === null ? [] : [{ heading, text }]));
}

const easyTimes: Readonly<Record<string, string>> = {
  ma: 'maanantai',
  ti: 'tiistai',
  ke: 'keskiviikko',
  to: 'torstai',
  pe: 'perjantai',
  la: 'lauantai',
  su: 'sunnuntai',
  klo: 'kello',
  ap: 'aamupäivä',
  ip: 'iltapäivä',
};

/** Days and hours without what easy language does not shorten: maanantai torstai kello 8–12. */
function easyHours(hours: string): string {
  return hours
    .replaceAll(/(?<![\p{L}])(?:ma|ti|ke|to|pe|la|su|klo|ap|ip)(?![\p{L}])/gu, (one) => easyTimes[one] ?? one)
    .replaceAll(/(\d)\.00(?!\d)/gu, '$1');
}

function easySummary(letter: AgreementLetter): AgreementPaper['easy'] {
  const say = easyAgreement;
  const { contact } = letter.organiser;
  const last = lastDay(letter.during);
  const otherMoney = say.otherMoney[letter.basis];
  const lines = [
    say.what(letter.employer.workplace),
    say.days(easyHours(letter.hours)),
    say.from(formatDay(letter.during.from, 'fi')),
    ...(last === null ? [] : [say.until(formatDay(last, 'fi'))]),
    ...(letter.compensation ? [say.money(formatEuro(letter.compensation.perDay, 'fi'))] : []),
    ...(otherMoney ? [otherMoney] : []),
    ...(contact.phone ? [say.ask(contact.name, unbroken(contact.phone))] : []),
    say.stop[letter.basis],
  ];
  return { heading: say.heading, lines: easyLinesOf(lines) };
}
