/** What workers write: goals, reasons, notes. Plain sentences that tell nothing of a real person. */

export const centreGoals = [
  'Oma ryhmä ja työvaiheet tutuiksi',
  'Työpäivän rytmi ilman muistutuksia',
  'Uuden laitteen turvallinen käyttö',
  'Itsenäinen matka toimintakeskukseen',
  'Ruokailussa omatoimisuus',
  'Kuvallisen työohjeen seuraaminen',
  'Vuorovaikutus työparin kanssa',
  'Taukojen pitäminen sovitusti',
  'Kartoitusjakso avotyötä varten',
] as const;

export const coachingGoals = [
  'Itsenäinen työmatka bussilla',
  'Työtehtävät kuvallisen ohjeen avulla',
  'Työajan pidentäminen puolella tunnilla',
  'Avun pyytäminen työpaikalla',
  'Oman työvuorolistan käyttö',
  'Uusi tehtävä syksyn aikana',
  'Jaksamisesta puhuminen ajoissa',
  'Palkkatukityön mahdollisuuden selvittäminen',
] as const;

export const dayGoals = [
  'Mieluisat toiminnat viikko-ohjelmaan',
  'Kommunikaatiokansion käyttö ryhmässä',
  'Rauhallinen siirtymä päivän alussa',
  'Toimintakyvyn ylläpito liikuntaryhmässä',
] as const;

export const rehabilitationGoals = [
  'Arkirytmin palauttaminen',
  'Työkyvyn selvittäminen ennen seuraavaa palvelua',
  'Velka-asioiden hoitaminen talousneuvonnan kanssa',
  'Oman alan löytäminen ja hakeutuminen koulutukseen',
  'Työelämän pelisääntöjen harjoittelu',
  'Palkkatukipaikan hakeminen',
  'Päihteettömät päivät ja tuki niihin',
  'Sosiaalisten tilanteiden harjoittelu',
] as const;

export const contactNotes: Readonly<Record<string, readonly (string | null)[]>> = {
  call: [
    null,
    null,
    'Kaikki sujuu.',
    'Sairausloman jälkeen takaisin töissä.',
    'Työvuoroihin pieni muutos.',
    'Bussikortti uusittu.',
    'Kesäloma sovittu heinäkuulle.',
  ],
  message: [null, null, null, 'Kuulumiset viestillä.', 'Muistutus tapaamisesta.', 'Kiitti uudesta työohjeesta.'],
  meeting: ['Käytiin läpi työviikko.', 'Harjoiteltiin työmatkaa yhdessä.', 'Tavoitteet käyty läpi.', null],
  'workplace-visit': [
    'Työtehtävät sujuvat, esihenkilö tyytyväinen.',
    'Tehtävälistaan lisättiin kuvat.',
    'Keskusteltu jaksamisesta ja tauoista.',
    'Sopimuksen uusimisesta sovittu.',
    'Uusi tehtävä näytetty.',
  ],
  'group-meeting': ['Vertaistuellinen ryhmätapaaminen.', 'Retki avotyöntekijöiden kanssa.'],
};

export const grantReasons: Readonly<Record<string, string>> = {
  'work-activity': 'Hakija tarvitsee erityistä tukea ja hyötyy ohjatusta työtoiminnasta toimintakyvyn ylläpitämiseksi.',
  'day-activity': 'Hakijan toimintakyky ja tuen tarve edellyttävät ohjattua päivätoimintaa.',
  'open-work': 'Hakijalla on valmiudet työskennellä tavallisella työpaikalla työvalmentajan tuella.',
  'supported-employment': 'Hakija on työsuhteessa ja tarvitsee työvalmentajan tukea työssä pysymiseksi.',
  'day-activity-severe': 'Hakija on lain tarkoittamalla tavalla vaikeavammainen eikä voi osallistua työtoimintaan.',
  'rehabilitative-work':
    'Aktivointi- tai työllistymissuunnitelmassa on sovittu kuntouttavasta työtoiminnasta; hakija täyttää laissa säädetyt edellytykset.',
};

export const denialReasons = {
  'open-work':
    'Hakijalla on ansiotyö, eikä hänellä ole erityishuollon tarvetta. Hakija on ohjattu TE-toimiston palveluihin.',
  'work-activity':
    'Selvitysten mukaan hakijalla ei ole kehitysvammaa tai muuta erityishuollon tarvetta. Hakija on ohjattu sosiaaliseen kuntoutukseen.',
} as const;
