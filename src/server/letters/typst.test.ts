import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../tests/paper.ts';
import { day } from '../../kernel/day.ts';
import { helsinkiClock } from '../clock.ts';
import { type PressLimits, pressLimits, roughPages } from './limits.ts';
import { compileLetter, LetterError, letterPress } from './typst.ts';

const trial = new URL('./trial.typ', import.meta.url);

function compiled(text: string, title = 'Koe', heading = 'Koe') {
  return compileLetter({
    template: trial,
    data: { heading, text },
    notice: null,
    pdf: 'ua-1',
    title,
    lang: 'fi',
    day: day('2021-06-17'),
  });
}

describe('what a person wrote', () => {
  test.each([
    '#import "/server/letters/paper.typ": *',
    '#read("/etc/passwd")',
    '#panic("stop")',
    '$ x^2 $ ja $ kesken',
    'C:\\temp\\n \\u{41} \\',
    ']] )} ; #{',
    '= Otsikko',
    '*lihava* _kursiivi_ `koodi` @viite <nimi> // huomautus /* kesken',
    '"lainaus" \'puoli\' -- --- ...',
    '</script>&amp;%s {x} <?php',
    'Åke Öhman, 12,50 €, 2 §, Šćepan Đukić, Nguyễn, Иванов',
  ])('stands on the paper as written: %s', async (text) => {
    const { run } = await readPaper(await compiled(text));
    expect(run).toBe(`Koe${text}`.replaceAll(' ', '').concat('1(1)'));
  });

  test('keeps on one line what is read as one, wherever the line ends', async () => {
    // Each time a letter more before it: somewhere the line would end within the pair.
    const lines = Array.from({ length: 90 }, (_, n) => `${'a'.repeat(n)} ${'b '.repeat(20)}27 § ja 5,60 euroa.`);
    const pdf = await getDocumentProxy((await compiled(lines.join('\n\n'))).slice());
    const pieces: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++)
      for (const item of (await (await pdf.getPage(number)).getTextContent()).items)
        if ('str' in item) pieces.push(item.str, item.hasEOL ? '\n' : '');
    const text = pieces.join('');
    expect(text.match(/27[^\S\n]§/g)).toHaveLength(lines.length);
    expect(text.match(/5,60[^\S\n]euroa/g)).toHaveLength(lines.length);
  });

  test('of ten thousand letters without a space runs over the pages whole', async () => {
    const text = 'aåÄ€'.repeat(2500);
    const paper = await readPaper(await compiled(text));
    expect(paper.pages).toBeGreaterThan(1);
    const run = paper.run.replaceAll(/\d\(\d\)/g, '');
    expect(run.replaceAll('Koe', '')).toBe(text);
    // Its title stands on every page.
    expect(run.split('Koe').length - 1).toBe(paper.pages);
    expect(paper.accessible).toBe(true);
  });

  test('never stops a paper, whatever the characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        async (a, b) => {
          const pdf = await compiled(`${a}\n\n- ${b}`, `t${a}`, `h${b}`);
          expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
        },
      ),
      { numRuns: 60, seed: 20210617 },
    );
  });

  test('in characters that the font lacks shows boxes, and no control character reaches the paper', async () => {
    const { run } = await readPaper(await compiled('a😀b\u0000c\u202ed\ud800e'));
    expect(run).toContain('a□bcd□e');
  });

  test('prints a letter that the font lacks as a letter with its marks, where it has those', async () => {
    const { run } = await readPaper(await compiled('aǨeâlli Nguyễn Ḥusaynīe'));
    expect(run.normalize('NFC')).not.toContain('□');
    expect(run.normalize('NFC').replace(/\s/g, '')).toContain('Nguyễn');
  });

  test('falls into paragraphs and lists by its empty lines and dashes', async () => {
    const paper = await readPaper(await compiled('alku\n- yksi\n• kaksi\nloppu\n\n– kolme'));
    expect(paper.roles).toEqual(expect.arrayContaining(['P', 'L', 'LI']));
    expect(paper.text).toContain('alku • yksi • kaksi loppu • kolme');
  });
});

describe('a paper', () => {
  test('declares itself accessible, with title, language and structure', async () => {
    const pdf = await compiled('sisältö', 'Päätös: "työ" & toiminta');
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const paper = await readPaper(pdf);
    expect(paper).toMatchObject({ accessible: true, title: 'Päätös: "työ" & toiminta', pages: 1 });
    expect(paper.language).toMatch(/^fi/);
  });

  test('is the same bytes for the same letter, and others for another', async () => {
    const [once, again, other] = [await compiled('sama'), await compiled('sama'), await compiled('toinen')];
    expect(Buffer.compare(once, again)).toBe(0);
    expect(Buffer.compare(once, other)).not.toBe(0);
  });

  test('bears the day of the letter, not of the machine', async () => {
    const raw = Buffer.from(await compiled('päivä')).toString('latin1');
    expect(raw).toContain('D:20210617');
    expect(raw).not.toContain(`D:${helsinkiClock.today().slice(0, 4)}`);
  });

  test('whose data does not fit the template says so without printing the data', async () => {
    const wrong = compileLetter({
      template: trial,
      data: { secret: 'Väinö' },
      notice: null,
      pdf: 'ua-1',
      title: 't',
      lang: 'fi',
      day: day('2021-06-17'),
    });
    await expect(wrong).rejects.toThrow(LetterError);
    await expect(wrong).rejects.not.toThrow(/Väinö/);
  });

  test('comes from a template inside src only', async () => {
    const outside = { data: {}, notice: null, pdf: 'ua-1', title: 't', lang: 'fi', day: day('2021-06-17') } as const;
    await expect(compileLetter({ ...outside, template: '/etc/passwd' })).rejects.toThrow(RangeError);
  });
});

describe('a press', () => {
  const letter = (text: string) => ({
    template: trial,
    data: { heading: 'Koe', text },
    notice: null,
    pdf: 'ua-1' as const,
    title: 'Koe',
    lang: 'fi' as const,
    day: day('2021-06-17'),
  });
  const press = (limits: Partial<PressLimits>) => letterPress({ ...pressLimits, ...limits });
  const longList = (items: number) => '- a\n'.repeat(items);

  test('sets a very long list while the process does other things', async () => {
    let longestPause = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longestPause = Math.max(longestPause, performance.now() - last);
      last = performance.now();
    }, 10);
    const began = performance.now();
    const pdf = await press({})(letter(longList(4000)));
    const whole = performance.now() - began;
    clearInterval(beat);
    expect(pdf.length).toBeGreaterThan(100_000);
    expect(longestPause).toBeLessThan(whole / 3);
  });

  test('refuses what would fill too many pages: at once where it is plain, else when its pages are counted', async () => {
    const short = press({ pages: 2 });
    expect(roughPages({ text: longList(85_000) })).toBeGreaterThan(pressLimits.pages * 1.5);
    await expect(press({})(letter(longList(85_000)))).rejects.toMatchObject({ code: 'paper-too-long' });
    await expect(short(letter('sana\n\n'.repeat(110)))).rejects.toMatchObject({ code: 'paper-too-long' });
    expect((await readPaper(await short(letter('sana')))).pages).toBe(1);
  });

  test('gives up a paper that takes too long, and sets the next one', async () => {
    const hasty = press({ milliseconds: 400, threads: 1 });
    await expect(hasty(letter(longList(8000)))).rejects.toMatchObject({ code: 'paper-too-slow' });
    await expect(press({})(letter('sana'))).resolves.toBeInstanceOf(Uint8Array);
  });

  test('lets a few wait, and tells the next one that it is busy', async () => {
    const narrow = press({ threads: 1, waiting: 2 });
    const made = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => narrow(letter(`sana ${n}`))));
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
    expect(made.at(-1)).toMatchObject({ reason: { code: 'papers-busy' } });
    const patient = press({ threads: 1, waitingMilliseconds: 1 });
    const [, second] = await Promise.allSettled([patient(letter(longList(2000))), patient(letter('sana'))]);
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'papers-busy' } });
  });
});
