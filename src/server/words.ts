import type { Language } from '../kernel/language.ts';

const title = {
  'wrong-input': {
    fi: 'Tiedoissa on korjattavaa',
    sv: 'Uppgifterna behöver rättas',
    en: 'Something needs correcting',
  },
  'not-signed-in': { fi: 'Kirjaudu ensin sisään', sv: 'Logga in först', en: 'Sign in first' },
  'signed-in-as-another': {
    fi: 'Tässä selaimessa on kirjautunut joku muu. Mitään ei tallennettu.',
    sv: 'Någon annan har loggat in i den här webbläsaren. Inget sparades.',
    en: 'Somebody else has signed in in this browser. Nothing was saved.',
  },
  'not-allowed': {
    fi: 'Sinulla ei ole oikeutta tähän',
    sv: 'Du har inte rätt till detta',
    en: 'You may not do this',
  },
  'not-found': { fi: 'Ei löytynyt', sv: 'Hittades inte', en: 'Not found' },
  'wrong-method': {
    fi: 'Tätä ei voi pyytää näin',
    sv: 'Detta kan inte begäras så här',
    en: 'This address does not answer to that method',
  },
  'not-seen': {
    fi: 'Tästä on jo tallennettu jotakin: katso se ensin (seen)',
    sv: 'Här finns redan något sparat: se det först (seen)',
    en: 'Something is recorded here already: look at it first (seen)',
  },
  'changed-meanwhile': {
    fi: 'Tieto on muuttunut sillä välin',
    sv: 'Uppgiften har ändrats under tiden',
    en: 'It has changed in the meantime',
  },
  'done-before': {
    fi: 'Aiempi lähetys tallentui, vaikka sen vastaus ei tullut perille',
    sv: 'Det du skickade tidigare sparades, fast svaret aldrig kom fram',
    en: 'What was sent before was saved, though its answer never came',
  },
  'look-before-again': {
    fi: 'Katso, mitä on tallennettu. Jos lähetät tämän uudelleen, se tallentuu aiemman lisäksi.',
    sv: 'Se vad som har sparats. Om du skickar detta på nytt sparas det utöver det tidigare.',
    en: 'Look at what was saved. If you send this again, it is saved beside what was sent before.',
  },
  'key-reused': {
    fi: 'Samalla tunnisteella (Idempotency-Key) on jo tehty muuta',
    sv: 'Samma nyckel (Idempotency-Key) har redan använts för något annat',
    en: 'This key (Idempotency-Key) was used for something else',
  },
  'key-wrong': {
    fi: 'Idempotency-Key on 1–200 näkyvää merkkiä ilman välilyöntejä',
    sv: 'Idempotency-Key är 1–200 synliga tecken utan mellanslag',
    en: 'Idempotency-Key is 1 to 200 visible signs without spaces',
  },
  conflict: {
    fi: 'Tieto on ristiriidassa jo kirjatun kanssa',
    sv: 'Uppgiften strider mot det som redan är antecknat',
    en: 'This contradicts what is already recorded',
  },
  'before-birth': {
    fi: 'Päivä on ennen asiakkaan syntymää. Tarkista päivä ja syntymäaika.',
    sv: 'Dagen är före klientens födelse. Kontrollera dagen och födelsetiden.',
    en: 'The day is before the client’s birth. Check the day and the birthday.',
  },
  'too-many-tries': {
    fi: 'Liian monta yritystä. Odota hetki.',
    sv: 'För många försök. Vänta en stund.',
    en: 'Too many tries. Wait a while.',
  },
  'other-site': {
    fi: 'Pyyntö tuli toiselta sivustolta, joten sitä ei tehty',
    sv: 'Begäran kom från en annan webbplats och utfördes inte',
    en: 'The request came from another site and was not done',
  },
  'wrong-credentials': {
    fi: 'Käyttäjätunnus tai salasana on väärin',
    sv: 'Fel användarnamn eller lösenord',
    en: 'Wrong username or password',
  },
  'no-post': {
    fi: 'Sinulla ei ole tehtävää tänään. Ota yhteyttä pääkäyttäjään.',
    sv: 'Du har ingen uppgift i dag. Kontakta huvudanvändaren.',
    en: 'You have no post today. Ask the administrator.',
  },
  'change-password': {
    fi: 'Vaihda ensin salasanasi',
    sv: 'Byt först ditt lösenord',
    en: 'Change your password first',
  },
  'wrong-password': {
    fi: 'Nykyinen salasana on väärin',
    sv: 'Det nuvarande lösenordet är fel',
    en: 'The current password is wrong',
  },
  'password-short': {
    fi: 'Salasanassa pitää olla vähintään 12 merkkiä',
    sv: 'Lösenordet ska ha minst 12 tecken',
    en: 'The password must have at least 12 characters',
  },
  'password-guessable': {
    fi: 'Salasana on liian helppo arvata: siinä ei saa olla käyttäjätunnusta eikä samaa merkkiä toistettuna',
    sv: 'Lösenordet är för lätt att gissa: det får inte ha användarnamnet eller ett enda upprepat tecken',
    en: 'The password is too easy to guess: it may not hold the username, nor one character repeated',
  },
  'password-common': {
    fi: 'Salasana on liian helppo arvata: valitse esimerkiksi neljä toisiinsa liittymätöntä sanaa',
    sv: 'Lösenordet är för lätt att gissa: välj till exempel fyra ord som inte hör ihop',
    en: 'The password is too easy to guess: choose, say, four words that have nothing to do with each other',
  },
  'password-leaked': {
    fi: 'Salasana on tunnetussa tietovuodossa: valitse toinen, jota et käytä muualla',
    sv: 'Lösenordet finns i en känd dataläcka: välj ett annat som du inte använder någon annanstans',
    en: 'The password is known from a breach: choose another that you use nowhere else',
  },
  'code-needed': {
    fi: 'Anna myös puhelimesi todennussovelluksen koodi',
    sv: 'Ange också koden från autentiseringsappen i din telefon',
    en: 'Give the code of the authenticator on your phone too',
  },
  'wrong-code': {
    fi: 'Koodi on väärin tai jo käytetty. Odota seuraavaa koodia.',
    sv: 'Koden är fel eller redan använd. Vänta på nästa kod.',
    en: 'The code is wrong or already used. Wait for the next one.',
  },
  'passkey-needed': {
    fi: 'Vahvista kirjautuminen myös pääsyavaimella',
    sv: 'Bekräfta inloggningen också med din lösennyckel',
    en: 'Confirm with your passkey too',
  },
  'code-or-passkey-needed': {
    fi: 'Anna myös puhelimesi todennussovelluksen koodi, tai vahvista pääsyavaimella',
    sv: 'Ange också koden från autentiseringsappen, eller bekräfta med din lösennyckel',
    en: 'Give the code of the authenticator on your phone too, or confirm with your passkey',
  },
  'wrong-passkey': {
    fi: 'Pääsyavainta ei hyväksytty. Yritä uudelleen.',
    sv: 'Lösennyckeln godkändes inte. Försök igen.',
    en: 'The passkey was not accepted. Try again.',
  },
  'set-up-codes': {
    fi: 'Ota ensin käyttöön kirjautumiskoodit tai pääsyavain',
    sv: 'Ta först inloggningskoder eller en lösennyckel i bruk',
    en: 'Set up sign-in codes or a passkey first',
  },
  'password-same': {
    fi: 'Valitse eri salasana kuin nykyinen',
    sv: 'Välj ett annat lösenord än det nuvarande',
    en: 'Choose another password than the current one',
  },
  'far-ahead': {
    fi: 'Päivä on liian kaukana tulevaisuudessa. Tarkista vuosi.',
    sv: 'Dagen ligger för långt i framtiden. Kontrollera året.',
    en: 'The day is too far ahead. Check the year.',
  },
  'far-back': {
    fi: 'Päivä on liian kaukana menneisyydessä. Tarkista vuosi.',
    sv: 'Dagen ligger för långt tillbaka i tiden. Kontrollera året.',
    en: 'The day is too far back. Check the year.',
  },
  'unkept-character': {
    fi: 'Tekstissä on merkki, jota ei voi tallentaa.',
    sv: 'Texten har ett tecken som inte kan sparas.',
    en: 'The text has a character that cannot be kept.',
  },
  'not-in-demo': {
    fi: 'Kelloa voi siirtää vain esittelyalueella',
    sv: 'Klockan kan flyttas bara i demon',
    en: 'The clock moves only in the demo',
  },
  'paper-too-long': {
    fi: 'Paperi on liian pitkä tulostettavaksi. Lyhennä siihen kirjoitettuja tekstejä.',
    sv: 'Papperet är för långt för att skrivas ut. Förkorta de texter som står på det.',
    en: 'The paper is too long to print. Shorten the texts that are written on it.',
  },
  'paper-too-slow': {
    fi: 'Paperin latominen kesti liian kauan. Lyhennä siihen kirjoitettuja tekstejä ja luetteloita.',
    sv: 'Det tog för länge att sätta papperet. Förkorta de texter och listor som står på det.',
    en: 'Setting the paper took too long. Shorten the texts and lists that are written on it.',
  },
  'papers-busy': {
    fi: 'Juuri nyt tulostetaan monta paperia. Yritä hetken kuluttua uudelleen.',
    sv: 'Just nu skrivs många papper ut. Försök igen om en stund.',
    en: 'Many papers are being printed just now. Try again in a moment.',
  },
  'took-too-long': {
    fi: 'Tähän meni liian kauan. Rajaa hakua, tai yritä hetken kuluttua uudelleen.',
    sv: 'Detta tog för länge. Begränsa sökningen, eller försök igen om en stund.',
    en: 'This took too long. Narrow it down, or try again in a moment.',
  },
  unavailable: {
    fi: 'Tietokantaan ei juuri nyt saada yhteyttä. Yritä hetken kuluttua uudelleen.',
    sv: 'Databasen går inte att nå just nu. Försök igen om en stund.',
    en: 'The database cannot be reached just now. Try again in a moment.',
  },
  'went-wrong': {
    fi: 'Jokin meni vikaan. Yritä uudelleen; tietoja ei muutettu.',
    sv: 'Något gick fel. Försök igen; inget ändrades.',
    en: 'Something went wrong. Try again; nothing was changed.',
  },
} as const;

export type PlatformProblem = keyof typeof title;

/** Who wrote what one has not seen. */
export function changedByWords(name: string, language: Language): string {
  return { fi: `Muuttaja: ${name}.`, sv: `Ändrad av ${name}.`, en: `Changed by ${name}.` }[language];
}

/** The title of a problem that the platform itself can tell, in the user's language. */
export function problemTitle(code: PlatformProblem, language: Language): string {
  return title[code][language];
}
