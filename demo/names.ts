/** Names that people of Satakunta could bear, by the decade of their birth; none is taken from a real person. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Given names by decade of birth: women, men. */
export const finnishGiven: Readonly<Record<number, readonly [readonly string[], readonly string[]]>> = {
  1940: [
    words('Ritva Anneli Raija Eila Marjatta Pirkko Seija Leena Kaarina Helena Maija Aune Terttu Mirja Hilkka'),
    words('Pentti Veikko Matti Raimo Erkki Kalevi Pekka Seppo Heikki Esko Olavi Tauno Reijo Väinö Jorma'),
  ],
  1950: [
    words('Anneli Tuula Marja Päivi Sirpa Eija Liisa Arja Marjo-Riitta Ulla Tarja Irma Sinikka Outi Pirjo'),
    words('Timo Jukka Kari Hannu Markku Ilkka Pertti Risto Juhani Ari Jouko Eero Tapio Harri Juha-Pekka'),
  ],
  1960: [
    words('Päivi Tarja Sari Minna Tiina Anne Merja Jaana Kirsi Virpi Riitta Anna-Liisa Satu Heli Katri'),
    words('Jari Mika Petri Harri Marko Pasi Vesa Jarmo Kimmo Ismo Arto Juha Tero Heikki Olli-Pekka'),
  ],
  1970: [
    words('Katja Johanna Hanna Mari Susanna Nina Marika Heidi Sanna Anu Mervi Eeva-Maija Piia Outi Reetta'),
    words('Janne Sami Jani Toni Mikko Antti Jukka Tommi Ville Teemu Marko Ilpo Jarkko Jussi Kristian'),
  ],
  1980: [
    words('Laura Jenni Elina Maria Noora Essi Katri Emmi Annika Suvi Henna Riina Sini Miia Anna-Kaisa'),
    words('Jussi Antti Ville Juho Tuomas Lauri Matti Eero Mikael Henri Jukka-Pekka Aleksi Pauli Ilari Joona'),
  ],
  1990: [
    words('Emilia Roosa Veera Aino Milla Sofia Iida Jasmin Ella Oona Julia Sara Anni Siiri Pinja'),
    words('Joona Niko Eetu Lauri Aleksi Arttu Valtteri Oskari Santeri Juuso Samuel Otto Onni Joel Äijö'),
  ],
  2000: [
    words('Aada Venla Helmi Enni Viivi Emma Iina Nea Lotta Aino Saana Ronja Elli Vilma Peppi'),
    words('Onni Eemeli Veeti Aapo Elias Leevi Miro Eino Topias Rasmus Väinö Niilo Luka Oiva Aatu'),
  ],
};

export const swedishGiven: Readonly<Record<number, readonly [readonly string[], readonly string[]]>> = {
  1940: [words('Gunvor Siv Birgitta Ann-Mari Solveig'), words('Lars Göran Rolf Karl-Erik Håkan')],
  1950: [words('Ulla-Britt Monica Carita Gun Siv'), words('Kaj Bo Ralf Stig-Göran Börje')],
  1960: [words('Carola Susann Maj-Britt Åsa Yvonne'), words('Tom Kenneth Mats Jan-Erik Åke')],
  1970: [words('Camilla Linda Ann-Sofie Jessica Åsa'), words('Mikael Jonas Peter Carl-Johan Anders')],
  1980: [words('Siv Emma Jenny Sofia Ann-Louise'), words('Robin Kristoffer Johan Ben Carl-Gustav')],
  1990: [words('Amanda Ida Matilda Elin Rebecka'), words('Oscar Alexander Simon Viktor Björn')],
  2000: [words('Wilma Ebba Alva Stella Thea'), words('Liam Melker Axel Edvin Gösta')],
};

export const finnishFamily: readonly string[] = words(`
  Aalto Aaltonen Aho Ahonen Ala-Kanto Alho Anttila Arola Autio Eerola Eskelinen Hakala Halme Hannula Harju Heikkilä
  Heino Heinonen Helminen Hietala Hietanen Hirvonen Holma Huhtala Hyvönen Hämäläinen Ikonen Ilola Isotalo Jaakkola
  Jalonen Jokela Jokinen Jussila Juhola Jylhä Kallio Kanerva Karvonen Kauppila Keskitalo Ketola Kettunen Kivelä
  Kiviniemi Koivisto Koivula Kokko Korhonen Korpela Koskela Koski Koskinen Koskinen-Lahti Kulmala Kuusisto Laakso
  Laaksonen Lahti Lahtinen Laine Laitinen Lammi Lampinen Lehtimäki Lehtinen Lehto Lehtonen Leino Leppänen Lindfors
  Luoma Luotonen Majuri Manninen Mattila Metsälä Mikkola Miettinen Moilanen Mustonen Mäkelä Mäki Mäkinen Mäki-Kulmala
  Niemelä Niemi Nieminen Niskanen Nordlund Nurmi Nurminen Närhi Oja Ojala Ojanen Oksanen Ollila Paavola Pajula
  Palomäki Peltola Peltonen Perttula Pietilä Pihlajamäki Pitkänen Puputti Pääkkönen Rajala Ranta Rantala Rantanen
  Raunio Rautio Riihimäki Rinne Ruohola Räsänen Rönkä Saari Saarinen Sainio Salmela Salmi Salminen Salo Salonen
  Savolainen Seppä Seppälä Sillanpää Sipilä Suominen Suvanto Syrjälä Sälli Takala Tamminen Tanskanen Tervo Tikka
  Toivonen Tuomi Tuominen Turunen Uotila Uusitalo Vainio Vanhatalo Varjonen Vesala Viitanen Virta Virtanen Vuorela
  Vuori Vuorinen Vähätalo Väisänen Wirén Yli-Rasku Ylitalo Ylönen Yrjölä Äijälä Äijö Ääri Äyräväinen Öhman Östring`);

export const swedishFamily: readonly string[] = words(`
  Åberg Åkerlund Ahlqvist Andersson Backman Bergström Björklund Blomqvist Dahlström Ekholm Eklund Engblom Enqvist
  Fagerlund Forsman Granlund Grönroos Gustafsson Hellström Holmberg Häggblom Jansson Karlsson Lindholm Lindroos
  Lindström Lundqvist Mattsson Nyberg Nyström Rosenqvist Sandström Sjöblom Sjöholm Strömberg Sundqvist Söderlund
  Wahlström Westerlund Wikström Zetterberg Öberg Ödberg Österlund Östman`);

/** With particles before the name: work by letter passes them over. */
export const particleFamily: readonly string[] = ['von Sandvik', 'af Lindnäs', 'von Björkman', 'af Ekvik'];

/**
 * Names from elsewhere, some of people with one name only: with marks, combining ones too, apostrophes, hyphens and particles,
 * as searches, lists and letters must take them. Three of each tongue and first letter, so that shares by letter stay.
 */
export const otherFamily: readonly (readonly [string, string, string])[] = [
  ['Suleiman', '', 'so'],
  ['Sharmarke', '', 'so'],
  ['Shiidle', 'Cabdi-Raxmaan', 'so'],
  ['Petrova', 'Irina', 'ru'],
  ['P’janych', 'Ľubov', 'ru'],
  ['Pavlenko-Ostrovska', 'Žanna', 'ru'],
  ['Kask', 'Õnne', 'et'],
  ['Kõiv', 'Ülo-Žanno', 'et'],
  ['Käär-Kõrre', 'Šarlotte', 'et'],
  ['Nguyen', 'Thi Lan', 'vi'],
  ['Nguyễn', 'Thị Ánh Nguyệt', 'vi'],
  ['Nguye\u0302\u0303n', 'Đức Huỳnh', 'vi'],
  ['Al-Hassan', 'Omar', 'ar'],
  ['Al-Ḥusaynī', 'ʿAbd ar-Raḥmān', 'ar'],
  ['Abu ’l-Faraj', 'Maryam', 'ar'],
  ['Kowalczyk', 'Łukasz', 'pl'],
  ['Kościelna-Zaręba', 'Świętosława', 'pl'],
  ['Kaźmierczak', 'Żaneta', 'pl'],
  ['Haddad', 'Amira', 'ar'],
  ['Ḥaddād', 'Yūsuf', 'ar'],
  ["Ha'il", 'Nūr al-Hudā', 'ar'],
  ['Ivanov', 'Sergei', 'ru'],
  ['Iñárritu de la Cruz', 'José María', 'es'],
  ['Ijäš', 'Ánde Ovllá', 'se'],
];

/** What relatives, guardians and contact persons are called, without saying who they are. */
export const contactGiven: readonly string[] = words(
  'Kari Leena Pekka Marja Jouni Tuija Ari Kaisa Petri Maarit Ilkka Sirkka Jari Anne Vesa Riikka Henrik Örjan Mia Tom',
);

export const streets: readonly string[] = words(`
  Mikonkatu Itsenäisyydenkatu Antinkatu Isolinnankatu Liisankatu Vapaudenkatu Uusikoivistontie Musantie Länsipuisto
  Maantiekatu Tiilimäentie Vähäkyläntie Rosnäsintie Katinkurunkatu Väinölänkatu Impolankatu Kalaholmantie Luotsinmäentie`);
