import { describe, expect, test } from 'vitest';
import { nameMatch, readyName, soundOf } from './name-match.ts';

const match = (one: string, other: string) => {
  const [family = '', first = ''] = one.split(', ');
  const [known = '', knownGiven = ''] = other.split(', ');
  return nameMatch(readyName([family], first), readyName([known], knownGiven));
};

describe('a name', () => {
  test.each([
    ['Müller', 'Mueller', 'Muller'],
    ['Sjöström', 'Sjoestroem', 'Sjostrom'],
    ['Håkansson', 'Haakansson', 'Hakansson'],
    ['Carlsson', 'Karlsson', 'Karlson'],
    ['Tšernov', 'Chernov', 'Tschernow', 'Tchernoff', 'Чернов'],
    ['Ševtšenko', 'Shevchenko', 'Schewtschenko', 'Шевченко'],
    ['Žukov', 'Zhukov', 'Жуков'],
    ['Aleksandr', 'Alexander', 'Alexandr', 'Александр'],
    ['Jelena', 'Yelena', 'Elena', 'Елена'],
    ['Tatjana', 'Tatyana', 'Tatiana', 'Татьяна'],
    ['Juri', 'Yuri', 'Yuriy', 'Юрий'],
    ['Sergei', 'Sergey', 'Sergej', 'Сергей'],
    ['Mohammed', 'Mohamed', 'Muhammad'],
    ['Sophia', 'Sofia'],
    ['Gustaf', 'Gustav'],
  ])('sounds one however it is written: %s', (one, ...others) => {
    for (const other of others) expect(soundOf(other), other).toBe(soundOf(one));
  });

  test.each([
    ['Virtanen', 'Virtala'],
    ['Mäki', 'Mäkinen'],
    ['Laine', 'Laitinen'],
    ['Mirja', 'Maria'],
    ['Ari', 'Aki'],
    ['Elina', 'Elena'],
    ['Salo', 'Salmi'],
  ])('sounds another: %s, %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });
});

describe('names of two', () => {
  test.each([
    ['Korhonen, Anna Maria', 'Korhonen, Maria', 'variant'],
    ['Korhonen, Maria', 'Korhonen, Anna-Maria', 'variant'],
    ['Korhonen, Liisa Maria', 'Korhonen, Anna Maria', null],
    ['Maria, Korhonen', 'Korhonen, Anna Maria', 'variant'],
    ['Korhonen, Anna Maria', 'Anna, Korhonen', 'same'],
    ['Mäki-Aho, Liisa', 'Aho, Liisa', 'part'],
    ['Virtanen-Aho, Liisa', 'Aho-Mäki, Liisa', 'part'],
    ['Aho, Liisa', 'Mäki, Liisa', null],
    ['von Essen, Carl', 'Essen, Karl', 'part'],
    ['von Essen, Carl', 'von Wright, Carl', null],
    ['al-Hassan, Ali', 'Hassan, Ali', 'part'],
    ['Ivanova, Yelena', 'Ivanova, Jelena', 'variant'],
    ['Nieminen, ', 'Nieminen, Ville', null],
  ] as const)('%s and %s', (one, other, alike) => {
    expect(match(one, other)).toBe(alike);
    expect(match(other, one)).toBe(alike);
  });
});
