import { texts } from '../../kernel/language.ts';
import type { Refusals } from '../../server/act.ts';

export const successionTexts = texts({
  fi: {
    competence: 'Toimivalta',
    help: 'Järjestäjä ottaa asioita vastaan ja päättää palvelusta vain päivinä, joina tehtävä kuuluu sille.',
    service: 'Palvelu',
    competentOn: 'Toimivalta',
    never: 'ei toimivaltaa',
    always: 'ei päättymispäivää',
    until: (last: string) => `${last} saakka`,
    since: (first: string) => `${first} alkaen`,
    successions: 'Tehtävien siirtyminen',
    noSuccessions: 'Tehtäviä ei ole siirtymässä eikä siirtynyt.',
    passesOn: (other: string, on: string) => `Tehtävät siirtyvät: ${other}, ${on}`,
    takesOver: (other: string, on: string) => `Tehtävät tulevat: ${other}, ${on}`,
    allServices: 'kaikki palvelut',
    carried: (clients: number, on: string, by: string) => `${on} siirrettiin ${clients} asiakasta, ${by}`,
    waits: (on: string) => `Asiakkaat voi siirtää ${on} alkaen.`,
    carry: 'Siirrä asiakkaat seuraajalle',
    carrySure: (other: string) => `Siirretäänkö asiakkaat: ${other}?`,
    carryHelp:
      'Asiakkaat, vireillä olevat asiat, suunnitelmat, voimassa olevat päätökset, palvelut, paikat ja sopimukset jatkuvat seuraajalla ilman uudelleen kirjaamista. Täällä ne päättyvät samana päivänä. Se, mitä tähän asti on tapahtunut ja raportoitu, ei muutu.',
    carryStaff:
      'Myös työntekijät siirtyvät ja kirjautuvat entisillä tunnuksillaan. Päätösvallan seuraaja antaa uudelleen omalla hallintosäännöllään.',
    nothingLeft: 'Kaikki on siirretty.',
    toCarry: {
      clients: 'Asiakkaita',
      relationships: 'Palveluja käynnissä',
      pending: 'Asioita vireillä',
      decisions: 'Päätöksiä voimassa',
      workers: 'Työntekijöitä',
    },
    recordedAfter: (times: number) =>
      times === 1
        ? 'Siirtopäivälle tai sen jälkeen on täällä kirjattu 1 läsnäolo, yhteydenotto tai päättyminen. Se siirtyy mukana.'
        : `Siirtopäivälle tai sen jälkeen on täällä kirjattu ${times} läsnäoloa, yhteydenottoa tai päättymistä. Ne siirtyvät mukana.`,
    carryStays:
      'Tänne jäävät aiemmat läsnäolot, yhteydenotot, päättymiset, maksetut ja maksettavat korvaukset, palvelukuvaukset ja lokit sekä painetut sopimukset.',
    carryStaysWorkers:
      'Työntekijät eivät siirry: seuraaja nimeää vastuutyöntekijät ja sopii tapaamiset. Siirtopäivästä alkaen sovitut tapaamiset peruuntuvat, ja päätettäväksi lähetetyt asiat lähetetään uudelleen.',
    done: 'Asiakkaat siirretty',
    cameFrom: (organiser: string, on: string) => `tuli ${on}: ${organiser}`,
  },
  sv: {
    competence: 'Behörighet',
    help: 'Anordnaren tar emot ärenden och beslutar om service bara de dagar då uppgiften hör till den.',
    service: 'Service',
    competentOn: 'Behörighet',
    never: 'ingen behörighet',
    always: 'utan slutdag',
    until: (last: string) => `till och med ${last}`,
    since: (first: string) => `från och med ${first}`,
    successions: 'Överföring av uppgifter',
    noSuccessions: 'Inga uppgifter har överförts eller ska överföras.',
    passesOn: (other: string, on: string) => `Uppgifterna överförs: ${other}, ${on}`,
    takesOver: (other: string, on: string) => `Uppgifterna kommer: ${other}, ${on}`,
    allServices: 'all service',
    carried: (clients: number, on: string, by: string) => `${on} överfördes ${clients} klienter, ${by}`,
    waits: (on: string) => `Klienterna kan överföras från och med ${on}.`,
    carry: 'Överför klienterna till efterföljaren',
    carrySure: (other: string) => `Överförs klienterna: ${other}?`,
    carryHelp:
      'Klienter, anhängiga ärenden, planer, gällande beslut, service, platser och avtal fortsätter hos efterföljaren utan att skrivas in på nytt. Här upphör de samma dag. Det som har hänt och rapporterats hittills ändras inte.',
    carryStaff:
      'Också personalen överförs och loggar in som förut. Beslutanderätten ger efterföljaren på nytt enligt sin egen förvaltningsstadga.',
    nothingLeft: 'Allt har överförts.',
    toCarry: {
      clients: 'Klienter',
      relationships: 'Pågående service',
      pending: 'Anhängiga ärenden',
      decisions: 'Gällande beslut',
      workers: 'Anställda',
    },
    recordedAfter: (times: number) =>
      times === 1
        ? 'På överföringsdagen eller senare finns här 1 närvaromarkering, kontakt eller avslut. Det följer med.'
        : `På överföringsdagen eller senare finns här ${times} närvaromarkeringar, kontakter eller avslut. De följer med.`,
    carryStays:
      'Här stannar tidigare närvaro, kontakter, avslut, betalda och obetalda ersättningar, servicebeskrivningar, loggar och utskrivna avtal.',
    carryStaysWorkers:
      'Arbetstagarna följer inte med: efterföljaren utser ansvariga och avtalar om möten. Möten från och med överföringsdagen ställs in, och ärenden som sänts för beslut sänds på nytt.',
    done: 'Klienterna överfördes',
    cameFrom: (organiser: string, on: string) => `kom ${on}: ${organiser}`,
  },
  en: {
    competence: 'Competence',
    help: 'The organiser receives matters and decides on a service only on the days when the task is its own.',
    service: 'Service',
    competentOn: 'Competent',
    never: 'not competent',
    always: 'without an end',
    until: (last: string) => `through ${last}`,
    since: (first: string) => `since ${first}`,
    successions: 'Tasks that pass on',
    noSuccessions: 'No tasks passed on or will.',
    passesOn: (other: string, on: string) => `Tasks pass on: ${other}, ${on}`,
    takesOver: (other: string, on: string) => `Tasks come: ${other}, ${on}`,
    allServices: 'all services',
    carried: (clients: number, on: string, by: string) => `${on}: ${clients} clients carried over, ${by}`,
    waits: (on: string) => `Clients can be carried over from ${on} on.`,
    carry: 'Carry clients over to the successor',
    carrySure: (other: string) => `Carry the clients over: ${other}?`,
    carryHelp:
      'Clients, pending matters, plans, decisions in force, services, places and agreements go on under the successor without being written anew. Here they end on the same day. What happened and was reported until then does not change.',
    carryStaff:
      'Workers come along too and sign in as before. Who may decide is for the successor to say anew, by its own rules.',
    nothingLeft: 'Everything was carried over.',
    toCarry: {
      clients: 'Clients',
      relationships: 'Services running',
      pending: 'Matters pending',
      decisions: 'Decisions in force',
      workers: 'Workers',
    },
    recordedAfter: (times: number) =>
      times === 1
        ? 'On the day or after it 1 mark, contact or exit is recorded here. It comes along.'
        : `On the day or after it ${times} marks, contacts or exits are recorded here. They come along.`,
    carryStays:
      'Earlier attendance, contacts and exits, compensation paid and due, service descriptions, trails and printed agreements stay here.',
    carryStaysWorkers:
      'Workers do not come along: the successor names who answers and makes appointments. Appointments from the day on are called off, and matters sent to be decided are sent anew.',
    done: 'Clients carried over',
    cameFrom: (organiser: string, on: string) => `came ${on}: ${organiser}`,
  },
});

export const successionRefusals = {
  'no-such-succession': {
    status: 404,
    fi: 'Tehtäviä ei siirry seuraajalle',
    sv: 'Inga uppgifter överförs till en efterföljare',
    en: 'No tasks pass on to a successor',
  },
  'succession-not-yet': {
    status: 409,
    fi: 'Asiakkaat voi siirtää vasta siirtopäivänä',
    sv: 'Klienterna kan överföras först på överföringsdagen',
    en: 'Clients can be carried over only once the day has come',
  },
} as const satisfies Refusals;
