import { texts } from '../../kernel/language.ts';

/** What the act on digital services has one tell of accessibility, and what is kept of those who use the application. */
export const accessibilityTexts = texts({
  fi: {
    open: 'Saavutettavuus ja tietosuoja',
    accessibility: {
      heading: 'Saavutettavuus',
      body: 'Kykypolkua tehdään niin, että se täyttää saavutettavuusvaatimukset (laki digitaalisten palvelujen tarjoamisesta; WCAG 2.2, tasot A ja AA). Sivut tarkistetaan koneellisesti jokaisen muutoksen yhteydessä, ja niitä on kokeiltu näppäimistöllä, suurennettuina ja omilla väreillä.\nPuutteita on vielä: ruudunlukijan käyttäjät eivät ole vielä arvioineet sivuja.',
    },
    feedback: {
      heading: 'Palaute ja apu',
      body: 'Kerro puutteista organisaatiosi pääkäyttäjälle. Vastaus on annettava kahdessa viikossa. Pääkäyttäjä auttaa myös käytössä, tunnuksissa ja oikeuksissa.\nJos vastaus ei riitä, voit tehdä kantelun tai selvityspyynnön valvojalle: Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvonta, saavutettavuusvaatimukset.fi.',
    },
    privacy: {
      heading: 'Tietosuoja',
      body: 'Rekisterinpitäjä on palvelun järjestäjä. Sinusta tallennetaan nimi, yhteystiedot, tehtävät ja kirjautumiset.\nJokaisesta asiakkaan tietojen katselusta ja muutoksesta jää lokimerkintä. Asiakas saa tietää, kuka hänen tietojaan on katsonut.\nSelaimeen tallennetaan vain se, mitä kirjautuminen, kieli, teema ja keskeneräiset lomakkeet vaativat. Seurantaa ei ole.',
    },
  },
  sv: {
    open: 'Tillgänglighet och dataskydd',
    accessibility: {
      heading: 'Tillgänglighet',
      body: 'Kykypolku görs så att det uppfyller tillgänglighetskraven (lagen om tillhandahållande av digitala tjänster; WCAG 2.2, nivåerna A och AA). Sidorna kontrolleras maskinellt vid varje ändring och har prövats med tangentbord, i förstoring och med egna färger.\nDet finns ännu brister: användare av skärmläsare har inte ännu bedömt sidorna.',
    },
    feedback: {
      heading: 'Respons och hjälp',
      body: 'Berätta om brister för din organisations huvudanvändare. Svar ska ges inom två veckor. Huvudanvändaren hjälper också med användningen, konton och rättigheter.\nOm svaret inte räcker kan du lämna klagomål eller begära utredning hos tillsynsmyndigheten: Transport- och kommunikationsverket Traficom, tillsynen över digital tillgänglighet, tillganglighetskrav.fi.',
    },
    privacy: {
      heading: 'Dataskydd',
      body: 'Personuppgiftsansvarig är den som ordnar servicen. Om dig sparas namn, kontaktuppgifter, uppgifter och inloggningar.\nVarje gång någon ser eller ändrar en klients uppgifter antecknas det i loggen. Klienten får veta vem som har sett uppgifterna.\nI webbläsaren sparas bara det som inloggning, språk, tema och halvfärdiga formulär kräver. Ingen spårning görs.',
    },
  },
  en: {
    open: 'Accessibility and privacy',
    accessibility: {
      heading: 'Accessibility',
      body: 'Kykypolku is made to meet the accessibility requirements (Act on the Provision of Digital Services; WCAG 2.2, levels A and AA). Pages are checked by machine at every change, and have been tried by keyboard, enlarged and with colours of one’s own.\nThere are shortcomings yet: users of screen readers have not judged the pages yet.',
    },
    feedback: {
      heading: 'Feedback and help',
      body: 'Tell your organisation’s administrator of shortcomings. An answer is due in two weeks. The administrator also helps with use, accounts and rights.\nIf the answer is not enough you may complain to the supervisor: the Finnish Transport and Communications Agency Traficom, supervision of digital accessibility, saavutettavuusvaatimukset.fi.',
    },
    privacy: {
      heading: 'Privacy',
      body: 'The controller is the organiser of the service. Of you are kept your name, contact details, posts and sign-ins.\nEach look at a client’s data and each change is logged. Clients are told who has looked at their data.\nThe browser keeps only what signing in, language, theme and unfinished forms need. Nothing is tracked.',
    },
  },
});
