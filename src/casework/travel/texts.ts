import { texts } from '../../kernel/language.ts';
import type { Refusals } from '../../server/act.ts';
import { travelMeansNames } from './words.ts';

export const travelTexts = texts({
  fi: {
    means: travelMeansNames.fi,
    title: 'Matka kuntouttavaan työtoimintaan',
    help: (basis: string) =>
      `Matkat korvataan halvimman matkustustavan mukaan niiltä päiviltä, joilta järjestäjä maksaa toimintarahan. ${basis}.`,
    none: 'Matkaa ei ole kirjattu.',
    asked: 'Matka kysymättä',
    askedHelp: (days: number, first: string) =>
      days === 1
        ? `Yhden päivän (${first}) matkasta ei ole kirjattu mitään. Siltä ei makseta ennen kuin matka on selvitetty.`
        : `${days} päivän matkasta ei ole kirjattu mitään, ensimmäinen ${first}. Niiltä ei makseta ennen kuin matka on selvitetty.`,
    costsNothing: 'Ei maksettavaa',
    othersPay: 'Järjestäjä ei maksa nyt',
    aDay: (euro: string) => `${euro} päivältä`,
    agreedBy: (name: string) => `sopi ${name}`,
    record: 'Kirjaa matka',
    change: 'Vaihda matka päivästä alkaen',
    correct: 'Korjaa matkaa',
    correctOf: (means: string) => `Korjaa: ${means}`,
    end: 'Lopeta matka',
    endHelp: 'Jos matka muuttuu eikä pääty, kirjaa uusi matka: edellinen päättyy siihen.',
    lastDay: 'Viimeinen päivä',
    takeBackFollows:
      'Edellinen matka jatkuu, jos tämä päätti sen. Suljetun kuukauden maksut oikaistaan oikaisuriveinä.',
    meansLabel: 'Halvin matkustustapa',
    amount: 'Euroa päivältä, meno ja paluu',
    reason: 'Miksi näin sovittiin',
    reasonHidden: 'perustelu turvakiellon takana',
    reasonHelp: 'Esimerkiksi bussilipun hinta, tai miksi bussilla ei pääse.',
    during: 'Voimassa',
    why: 'Miksi korjataan',
    recorded: 'Matka kirjattu.',
    corrected: 'Matka korjattu.',
    ended: 'Matka päättyy.',
    questions: 'Mitä matka maksaa?',
    questionsHelp: (basis: string) =>
      `Järjestäjä maksaa näiden asiakkaiden päivistä, mutta matkasta ei ole kirjattu mitään. Matkasta ei makseta, ennen kuin se on selvitetty; myös kävely tai maksuton kyyti on vastaus. ${basis}.`,
    questionCount: (n: number) => (n === 1 ? '1 asiakkaan matka puuttuu' : `${n} asiakkaan matka puuttuu`),
    name: 'Asiakas',
    days: 'Päiviä',
    answer: 'Kirjaa matka',
    answerOf: (name: string) => `Kirjaa matka, ${name}`,
    answered: (name: string) => `Matka kirjattu: ${name}`,
    showClients: (n: number) => `Näytä asiakkaat (${n})`,
  },
  sv: {
    means: travelMeansNames.sv,
    title: 'Resan till arbetsverksamheten i rehabiliteringssyfte',
    help: (basis: string) =>
      `Resor ersätts enligt det billigaste färdsättet för de dagar för vilka anordnaren betalar verksamhetspenning. ${basis}.`,
    none: 'Ingen resa har antecknats.',
    asked: 'Resan är inte utredd',
    askedHelp: (days: number, first: string) =>
      days === 1
        ? `För en dag (${first}) har ingenting antecknats om resan. Den ersätts inte innan resan har utretts.`
        : `För ${days} dagar har ingenting antecknats om resan, den första ${first}. De ersätts inte innan resan har utretts.`,
    costsNothing: 'Inget att betala',
    othersPay: 'Anordnaren betalar inte nu',
    aDay: (euro: string) => `${euro} per dag`,
    agreedBy: (name: string) => `överenskommet av ${name}`,
    record: 'Anteckna resan',
    change: 'Byt resa från och med en dag',
    correct: 'Rätta resan',
    correctOf: (means: string) => `Rätta: ${means}`,
    end: 'Avsluta resan',
    endHelp: 'Om resan ändras men inte upphör, anteckna en ny resa: den föregående upphör då.',
    lastDay: 'Sista dag',
    takeBackFollows:
      'Den föregående resan fortsätter, om den här avslutade den. Det som betalats för stängda månader rättas med rättelserader.',
    meansLabel: 'Det billigaste färdsättet',
    amount: 'Euro per dag, tur och retur',
    reason: 'Varför det avtalades så',
    reasonHidden: 'motiveringen är spärrmarkerad',
    reasonHelp: 'Till exempel bussbiljettens pris, eller varför man inte kommer fram med buss.',
    during: 'Gäller',
    why: 'Varför det rättas',
    recorded: 'Resan har antecknats.',
    corrected: 'Resan har rättats.',
    ended: 'Resan upphör.',
    questions: 'Vad kostar resan?',
    questionsHelp: (basis: string) =>
      `Anordnaren betalar för de här klienternas dagar, men ingenting har antecknats om resan. Resan ersätts inte innan den har utretts; också till fots eller gratis skjuts är ett svar. ${basis}.`,
    questionCount: (n: number) => (n === 1 ? '1 klients resa saknas' : `${n} klienters resa saknas`),
    name: 'Klient',
    days: 'Dagar',
    answer: 'Anteckna resan',
    answerOf: (name: string) => `Anteckna resan, ${name}`,
    answered: (name: string) => `Resan har antecknats: ${name}`,
    showClients: (n: number) => `Visa klienterna (${n})`,
  },
  en: {
    means: travelMeansNames.en,
    title: 'The way to rehabilitative work',
    help: (basis: string) =>
      `Travel is paid by the cheapest means for the days for which the organiser pays activity allowance. ${basis}.`,
    none: 'No way is recorded.',
    asked: 'Way not asked about',
    askedHelp: (days: number, first: string) =>
      days === 1
        ? `Of one day (${first}) nothing is recorded of the way. It is not paid until the way is settled.`
        : `Of ${days} days nothing is recorded of the way, the first ${first}. They are not paid until the way is settled.`,
    costsNothing: 'Nothing to pay',
    othersPay: 'The organiser does not pay now',
    aDay: (euro: string) => `${euro} a day`,
    agreedBy: (name: string) => `agreed on by ${name}`,
    record: 'Record the way',
    change: 'Change the way from a day on',
    correct: 'Correct the way',
    correctOf: (means: string) => `Correct: ${means}`,
    end: 'End the way',
    endHelp: 'Where the way changes and does not end, record a new one: the one before ends with it.',
    lastDay: 'Last day',
    takeBackFollows:
      'The one before goes on, if this one had ended it. What closed months paid becomes correcting lines.',
    meansLabel: 'The cheapest means',
    amount: 'Euro a day, there and back',
    reason: 'Why it was agreed so',
    reasonHidden: 'why is protected with the address',
    reasonHelp: 'For example the price of a bus ticket, or why no bus gets there.',
    during: 'In force',
    why: 'Why it is corrected',
    recorded: 'The way is recorded.',
    corrected: 'The way is corrected.',
    ended: 'The way ends.',
    questions: 'What does the way cost?',
    questionsHelp: (basis: string) =>
      `The organiser pays for these clients’ days, and nothing is recorded of the way. Travel is not paid until it is settled; on foot or a free ride is an answer too. ${basis}.`,
    questionCount: (n: number) => (n === 1 ? '1 client’s way is missing' : `${n} clients’ ways are missing`),
    name: 'Client',
    days: 'Days',
    answer: 'Record the way',
    answerOf: (name: string) => `Record the way, ${name}`,
    answered: (name: string) => `Way recorded: ${name}`,
    showClients: (n: number) => `Show the clients (${n})`,
  },
});

export const travelRefusals = {
  'no-such-way': {
    status: 404,
    fi: 'Matkaa ei löytynyt',
    sv: 'Resan hittades inte',
    en: 'The way was not found',
  },
  'address-protected': {
    status: 403,
    fi: 'Asiakkaalla on turvakielto: sosiaalityöntekijä korjaa matkan',
    sv: 'Klienten har spärrmarkering: socialarbetaren rättar resan',
    en: 'The client’s address is protected: a social worker corrects the way',
  },
  'way-overlaps': {
    status: 409,
    fi: 'Näille päiville on jo kirjattu matka. Korjaa sitä, tai ota se ensin takaisin.',
    sv: 'För dessa dagar finns redan en resa. Rätta den, eller återta den först.',
    en: 'A way is recorded for these days already. Correct it, or take it back first.',
  },
  'before-travel': {
    fi: 'Kuntouttavan työtoiminnan matkat korvataan tästä päivästä alkaen; sitä ennen siitä ei ollut lakia',
    sv: 'Resor till arbetsverksamhet i rehabiliteringssyfte ersätts från och med den här dagen; före det fanns ingen lag om den',
    en: 'Travel to rehabilitative work is paid from this day on; before it there was no act on it',
  },
  'others-pay': {
    fi: 'Järjestäjä ei kirjattujen etuuksien mukaan maksa tästä päivästä, eikä siis matkaa. Rajaa päivät, tai tarkista etuudet.',
    sv: 'Enligt de antecknade förmånerna betalar anordnaren inte för den här dagen, alltså inte heller för resan. Avgränsa dagarna, eller kontrollera förmånerna.',
    en: 'By the benefits recorded the organiser does not pay for this day, and so not for the way. Narrow the days, or check the benefits.',
  },
  'costs-nothing': {
    fi: 'Tämä matkustustapa ei maksa asiakkaalle mitään: summa on nolla',
    sv: 'Det här färdsättet kostar inte klienten något: summan är noll',
    en: 'These means cost the client nothing: the amount is zero',
  },
  'costs-something': {
    fi: 'Kirjaa, mitä päivä maksaa. Jos matka ei maksa mitään, valitse kävely tai maksuton kyyti.',
    sv: 'Anteckna vad en dag kostar. Om resan inte kostar något, välj till fots eller gratis skjuts.',
    en: 'Record what a day costs. Where the way costs nothing, choose on foot or a free ride.',
  },
  'way-ends-before': {
    fi: 'Matka ei voi päättyä ennen kuin se alkoi',
    sv: 'Resan kan inte upphöra innan den började',
    en: 'The way cannot end before it began',
  },
  'way-ended': {
    status: 409,
    fi: 'Matka päättyy jo silloin tai aikaisemmin. Korjaa sitä, jos sen pitää jatkua.',
    sv: 'Resan upphör redan då eller tidigare. Rätta den, om den ska fortsätta.',
    en: 'The way ends on that day or before already. Correct it, where it is to go on.',
  },
} as const satisfies Refusals;
