/**
 * The municipalities of Finland by their official numbers, with the days on which some of them ceased since 2005 and what they went to.
 * Source: Statistics Finland's classifications of 2026 (CC BY 4.0). A new one comes with a new version of the program.
 */
import { type Day, day } from './day.ts';

export interface OfficialMunicipality {
  readonly code: string;
  readonly nameFi: string;
  readonly nameSv: string;
  /** The first day on which there is none any more; null while there is. */
  readonly ceasedOn: Day | null;
  /** The number of the one that it went to; null where there is one still, or where it was divided. */
  readonly successor: string | null;
}

/** Number and name, in Swedish after a stroke where that is another. */
const standing = `
005 Alajärvi, 009 Alavieska, 010 Alavus/Alavo, 016 Asikkala, 018 Askola, 019 Aura, 020 Akaa/Ackas, 035 Brändö, 043 Eckerö, 046 Enonkoski,
047 Enontekiö/Enontekis, 049 Espoo/Esbo, 050 Eura, 051 Eurajoki/Euraåminne, 052 Evijärvi, 060 Finström, 061 Forssa, 062 Föglö, 065 Geta,
069 Haapajärvi, 071 Haapavesi, 072 Hailuoto/Karlö, 074 Halsua/Halso, 075 Hamina/Fredrikshamn, 076 Hammarland, 077 Hankasalmi, 078 Hanko/Hangö,
079 Harjavalta, 081 Hartola/Gustav Adolfs, 082 Hattula, 086 Hausjärvi, 090 Heinävesi, 091 Helsinki/Helsingfors, 092 Vantaa/Vanda, 097 Hirvensalmi,
098 Hollola, 102 Huittinen/Vittis, 103 Humppila, 105 Hyrynsalmi, 106 Hyvinkää/Hyvinge, 108 Hämeenkyrö/Tavastkyro, 109 Hämeenlinna/Tavastehus,
111 Heinola, 139 Ii/Ijo, 140 Iisalmi/Idensalmi, 142 Iitti/Itis, 143 Ikaalinen/Ikalis, 145 Ilmajoki/Ilmola, 146 Ilomantsi/Ilomants, 148 Inari/Enare,
149 Inkoo/Ingå, 151 Isojoki/Storå, 152 Isokyrö/Storkyro, 153 Imatra, 165 Janakkala, 167 Joensuu, 169 Jokioinen/Jockis, 170 Jomala,
171 Joroinen/Jorois, 172 Joutsa, 176 Juuka/Juga, 177 Juupajoki, 178 Juva, 179 Jyväskylä, 181 Jämijärvi, 182 Jämsä, 186 Järvenpää/Träskända,
202 Kaarina/S:t Karins, 204 Kaavi, 205 Kajaani/Kajana, 208 Kalajoki, 211 Kangasala, 213 Kangasniemi, 214 Kankaanpää, 216 Kannonkoski, 217 Kannus,
218 Karijoki/Bötom, 224 Karkkila/Högfors, 226 Karstula, 230 Karvia, 231 Kaskinen/Kaskö, 232 Kauhajoki, 233 Kauhava, 235 Kauniainen/Grankulla,
236 Kaustinen/Kaustby, 239 Keitele, 240 Kemi, 241 Keminmaa, 244 Kempele, 245 Kerava/Kervo, 249 Keuruu/Keuru, 250 Kihniö, 256 Kinnula,
257 Kirkkonummi/Kyrkslätt, 260 Kitee/Kides, 261 Kittilä, 263 Kiuruvesi, 265 Kivijärvi, 271 Kokemäki/Kumo, 272 Kokkola/Karleby, 273 Kolari,
275 Konnevesi, 276 Kontiolahti/Kontiolax, 280 Korsnäs, 284 Koski Tl/Koskis, 285 Kotka, 286 Kouvola, 287 Kristiinankaupunki/Kristinestad,
288 Kruunupyy/Kronoby, 290 Kuhmo, 291 Kuhmoinen/Kuhmois, 295 Kumlinge, 297 Kuopio, 300 Kuortane, 301 Kurikka, 304 Kustavi/Gustavs, 305 Kuusamo,
309 Outokumpu, 312 Kyyjärvi, 316 Kärkölä, 317 Kärsämäki, 318 Kökar, 320 Kemijärvi, 322 Kemiönsaari/Kimitoön, 398 Lahti/Lahtis, 399 Laihia/Laihela,
400 Laitila/Letala, 402 Lapinlahti, 403 Lappajärvi, 405 Lappeenranta/Villmanstrand, 407 Lapinjärvi/Lappträsk, 408 Lapua/Lappo, 410 Laukaa/Laukas,
416 Lemi, 417 Lemland, 418 Lempäälä, 420 Leppävirta, 421 Lestijärvi, 422 Lieksa, 423 Lieto/Lundo, 425 Liminka/Limingo, 426 Liperi/Libelits,
430 Loimaa, 433 Loppi, 434 Loviisa/Lovisa, 435 Luhanka, 436 Lumijoki, 438 Lumparland, 440 Luoto/Larsmo, 441 Luumäki, 444 Lohja/Lojo,
445 Parainen/Pargas, 475 Maalahti/Malax, 478 Maarianhamina/Mariehamn, 480 Marttila/S:t Mårtens, 481 Masku, 483 Merijärvi, 484 Merikarvia/Sastmola,
489 Miehikkälä, 491 Mikkeli/S:t Michel, 494 Muhos, 495 Multia, 498 Muonio, 499 Mustasaari/Korsholm, 500 Muurame, 503 Mynämäki/Virmo,
504 Myrskylä/Mörskom, 505 Mäntsälä, 507 Mäntyharju, 508 Mänttä-Vilppula, 529 Naantali/Nådendal, 531 Nakkila, 535 Nivala, 536 Nokia,
538 Nousiainen/Nousis, 541 Nurmes, 543 Nurmijärvi, 545 Närpiö/Närpes, 560 Orimattila, 561 Oripää, 562 Orivesi, 563 Oulainen, 564 Oulu/Uleåborg,
576 Padasjoki, 577 Paimio/Pemar, 578 Paltamo, 580 Parikkala, 581 Parkano, 583 Pelkosenniemi, 584 Perho, 592 Petäjävesi, 593 Pieksämäki,
595 Pielavesi, 598 Pietarsaari/Jakobstad, 599 Pedersören kunta/Pedersöre, 601 Pihtipudas, 604 Pirkkala/Birkala, 607 Polvijärvi, 608 Pomarkku/Påmark,
609 Pori/Björneborg, 611 Pornainen/Borgnäs, 614 Posio, 615 Pudasjärvi, 616 Pukkila, 619 Punkalaidun, 620 Puolanka, 623 Puumala, 624 Pyhtää/Pyttis,
625 Pyhäjoki, 626 Pyhäjärvi, 630 Pyhäntä, 631 Pyhäranta, 635 Pälkäne, 636 Pöytyä, 638 Porvoo/Borgå, 678 Raahe/Brahestad, 680 Raisio/Reso,
681 Rantasalmi, 683 Ranua, 684 Rauma/Raumo, 686 Rautalampi, 687 Rautavaara, 689 Rautjärvi, 691 Reisjärvi, 694 Riihimäki, 697 Ristijärvi,
698 Rovaniemi, 700 Ruokolahti/Ruokolax, 702 Ruovesi, 704 Rusko, 707 Rääkkylä, 710 Raasepori/Raseborg, 729 Saarijärvi, 732 Salla, 734 Salo,
736 Saltvik, 738 Sauvo/Sagu, 739 Savitaipale, 740 Savonlinna/Nyslott, 742 Savukoski, 743 Seinäjoki, 746 Sievi, 747 Siikainen/Siikais, 748 Siikajoki,
749 Siilinjärvi, 751 Simo, 753 Sipoo/Sibbo, 755 Siuntio/Sjundeå, 758 Sodankylä, 759 Soini, 761 Somero, 762 Sonkajärvi, 765 Sotkamo, 766 Sottunga,
768 Sulkava, 771 Sund, 777 Suomussalmi, 778 Suonenjoki, 781 Sysmä, 783 Säkylä, 785 Vaala, 790 Sastamala, 791 Siikalatva, 831 Taipalsaari,
832 Taivalkoski, 833 Taivassalo/Tövsala, 834 Tammela, 837 Tampere/Tammerfors, 844 Tervo, 845 Tervola, 846 Teuva/Östermark, 848 Tohmajärvi,
849 Toholampi, 850 Toivakka, 851 Tornio/Torneå, 853 Turku/Åbo, 854 Pello, 857 Tuusniemi, 858 Tuusula/Tusby, 859 Tyrnävä, 886 Ulvila/Ulvsby,
887 Urjala, 889 Utajärvi, 890 Utsjoki, 892 Uurainen, 893 Uusikaarlepyy/Nykarleby, 895 Uusikaupunki/Nystad, 905 Vaasa/Vasa, 908 Valkeakoski,
915 Varkaus, 918 Vehmaa/Vemo, 921 Vesanto, 922 Vesilahti, 924 Veteli/Vetil, 925 Vieremä, 927 Vihti/Vichtis, 931 Viitasaari, 934 Vimpeli/Vindala,
935 Virolahti/Vederlax, 936 Virrat/Virdois, 941 Vårdö, 946 Vöyri/Vörå, 976 Ylitornio/Övertorneå, 977 Ylivieska, 980 Ylöjärvi, 981 Ypäjä,
989 Ähtäri/Etseri, 992 Äänekoski`;

/** By the first day without them, each with the number of the one that it went to. */
const ceased = `
2005-01-01: 212 Kangaslampi > 915, 219 Karinainen/Karinais > 636, 251 Kiihtelysvaara > 167, 293 Kullaa/Kulla > 886
2005-01-01: 431 Loimaan kunta/Loimaa kommun > 430, 589 Peräseinäjoki > 743, 728 Saari > 580, 730 Sahalahti > 211, 856 Tuupovaara > 167
2005-01-01: 891 Uukuniemi > 580, 919 Vehmersalmi > 297, 943 Värtsilä > 848
2006-01-01: 699 Rovaniemen mlk/Rovaniemi lk > 698
2007-01-01: 085 Haukivuori > 491, 266 Kodisjoki > 684, 292 Kuivaniemi > 139, 439 Luopioinen/Luopiois > 635, 443 Längelmäki
2007-01-01: 479 Maksamaa/Maxmo > 946, 490 Mietoinen/Mietois > 503, 640 Pieksänmaa > 593, 708 Ruukki > 748, 770 Sumiainen > 992
2007-01-01: 772 Suodenniemi > 790, 774 Suolahti > 992, 864 Toijala > 020, 928 Viiala > 020, 932 Viljakkala > 980, 940 Vuolijoki > 205
2007-01-01: 944 Vöyri (-2006)/Vörå (-2006) > 946
2008-01-01: 415 Leivonmäki > 172
2009-01-01: 004 Alahärmä > 233, 006 Alastaro > 430, 017 Askainen/Villnäs > 481, 040 Dragsfjärd > 322, 044 Elimäki/Elimä > 286, 045 Eno > 167
2009-01-01: 073 Halikko > 734, 083 Hauho > 109, 101 Houtskari/Houtskär > 445, 150 Iniö > 445, 163 Jaala > 286, 173 Joutseno > 405
2009-01-01: 175 Jurva > 301, 180 Jyväskylän mlk/Jyväskylä lk > 179, 183 Jämsänkoski > 182, 210 Kalvola > 109, 220 Karjaa/Karis > 710
2009-01-01: 243 Kemiö/Kimito > 322, 247 Kestilä > 791, 252 Kiikala > 734, 259 Kisko > 734, 262 Kiukainen/Kiukais > 050, 277 Korpilahti > 179
2009-01-01: 279 Korppoo/Korpo > 445, 281 Kortesjärvi > 233, 303 Kuru > 980, 306 Kuusankoski > 286, 308 Kuusjoki > 734, 315 Kälviä/Kelviå > 272
2009-01-01: 401 Lammi/Lampis > 109, 406 Lappi > 684, 414 Lehtimäki > 005, 419 Lemu/Lemo > 481, 429 Lohtaja/Lochteå > 272, 482 Mellilä > 430
2009-01-01: 485 Merimasku > 529, 493 Mouhijärvi > 790, 501 Muurla > 734, 506 Mänttä > 508, 533 Nauvo/Nagu > 445, 544 Nurmo > 743
2009-01-01: 573 Parainen (-2008)/Pargas (-2008) > 445, 586 Perniö/Bjärnå > 734, 587 Pertteli/S t Bertils > 734, 602 Piikkiö/Pikis > 202
2009-01-01: 603 Piippola > 791, 606 Pohja/Pojo > 710, 617 Pulkkila > 791, 632 Pyhäselkä > 167, 633 Pylkönmäki > 729, 682 Rantsila > 791
2009-01-01: 692 Renko/Rengo > 109, 705 Rymättylä/Rimito > 529, 737 Sammatti > 444, 741 Savonranta > 740, 754 Anjalankoski > 286
2009-01-01: 776 Suomusjärvi > 734, 784 Särkisalo/Finby > 734, 835 Tammisaari/Ekenäs > 710, 855 Tuulos/Tulois > 109, 885 Ullava > 272
2009-01-01: 906 Vahto > 704, 909 Valkeala > 286, 912 Vammala > 790, 913 Vampula > 102, 920 Velkua > 529, 923 Västanfjärd > 322
2009-01-01: 933 Vilppula/Filpula > 508, 971 Ylihärmä > 233, 973 Ylikiiminki/Överkiminge > 564, 975 Ylistaro > 743, 979 Yläne > 636
2009-01-01: 988 Äetsä > 790
2010-01-01: 095 Himanka > 208, 424 Liljendal > 434, 537 Noormarkku/Norrmark > 609, 585 Pernaja/Pernå > 434, 701 Ruotsinpyhtää/Strömfors > 434
2010-01-01: 978 Ylämaa > 405
2011-01-01: 015 Artjärvi/Artsjö > 560, 227 Karttula > 297, 289 Kuhmalahti > 211, 310 Kylmäkoski > 020, 559 Oravainen/Oravais > 946
2011-01-01: 916 Varpaisjärvi > 402, 945 Vöyri-Maksamaa/Vörå-Maxmo > 946
2013-01-01: 084 Haukipudas > 564, 223 Karjalohja/Karislojo > 444, 246 Kerimäki > 740, 248 Kesälahti/Kesälax > 260, 254 Kiikoinen/Kikois > 790
2013-01-01: 255 Kiiminki/Kiminge > 564, 534 Nilsiä > 297, 540 Nummi-Pusula > 444, 567 Oulunsalo > 564, 618 Punkaharju > 740, 696 Ristiina > 491
2013-01-01: 775 Suomenniemi > 491, 863 Töysä > 010, 926 Vihanti > 678, 942 Vähäkyrö/Lillkyro > 905, 972 Yli-Ii > 564
2015-01-01: 413 Lavia > 609, 476 Maaninka > 297, 838 Tarvasjoki > 423
2016-01-01: 164 Jalasjärvi > 301, 283 Hämeenkoski > 098, 319 Köyliö/Kjulo > 783, 532 Nastola > 398
2017-01-01: 174 Juankoski > 297, 442 Luvia > 051
2020-01-01: 911 Valtimo > 541
2021-01-01: 099 Honkajoki > 214
2025-01-01: 588 Pertunmaa > 507`;

function read(written: string, ceasedOn: Day | null): OfficialMunicipality {
  const [named = '', successor = null] = written.split(' > ');
  const [nameFi = '', nameSv = nameFi] = named.slice(4).split('/');
  return { code: named.slice(0, 3), nameFi, nameSv, ceasedOn, successor };
}

const all: ReadonlyMap<string, OfficialMunicipality> = new Map(
  [
    ...standing
      .trim()
      .split(/,\s+/)
      .map((one) => read(one, null)),
    ...ceased
      .trim()
      .split('\n')
      .flatMap((line) =>
        line
          .slice(12)
          .split(', ')
          .map((one) => read(one, day(line.slice(0, 10)))),
      ),
  ].map((one) => [one.code, one]),
);

/** The municipality that has a number, or had it; null where none ever did. */
export const municipalityNumbered = (code: string): OfficialMunicipality | null => all.get(code) ?? null;

/** Those that there are on a day, by number. */
export const municipalitiesStanding = (on: Day): readonly OfficialMunicipality[] =>
  [...all.values()].filter(({ ceasedOn }) => ceasedOn === null || on < ceasedOn);

/** Of municipalities to choose from, those that there are on a day, beside whichever are chosen already. */
export const choicesStanding = <One extends { readonly code: string }>(
  choices: readonly One[],
  on: Day,
  ...chosen: readonly (string | null)[]
): One[] => choices.filter(({ code }) => chosen.includes(code) || ceasedBy(code, on) === null);

/** What a municipality was, and where it went, if it had ceased by a day; null while it stands, and for a number that none has. */
export function ceasedBy(code: string, on: Day): OfficialMunicipality | null {
  const one = municipalityNumbered(code);
  return one?.ceasedOn && one.ceasedOn <= on ? one : null;
}
