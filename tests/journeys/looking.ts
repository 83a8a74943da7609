/** Looks at a page as a journey should: nothing that keeps anybody out, nothing past the edge. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { default as axe, RunOptions } from 'axe-core';
import { signedInBy } from './signed-in-as.ts';

// Half as long to read for a page as the one with its comments in it.
const axeCode = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Axe as a page reads it once, with what it keeps of an object kept on that object: it makes thousands of colours with six
 * private fields each, and in maps beside them these cost half of its time.
 */
const axeSource = `{
  class OnObject {
    key = Symbol();
    has(object) { return this.key in object; }
    get(object) { return object[this.key]; }
    set(object, value) { object[this.key] = value; return this; }
    add(object) { return this.set(object, true); }
    delete(object) { return delete object[this.key]; }
  }
  ((WeakMap, WeakSet) => { ${axeCode} })(OnObject, OnObject);
}`;

/** Reads each colour once: the same few are written on all of a page, and reading one is slow. */
function rememberColours(): void {
  const { prototype } = window.axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<AxeColour, 'r' | 'g' | 'b' | 'alpha'>>();
  prototype.parseString = function parseString(text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

interface AxeColour {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): this;
}

declare global {
  interface Window {
    axe: typeof axe & { readonly commons: { readonly color: { readonly Color: { readonly prototype: AxeColour } } } };
  }
}

/**
 * Marks what is alike in a list: of siblings that differ in their words alone (the same elements, classes and states all the way
 * down), three are looked at. A hundred rows of a table are one row to every rule that asks about colours, names and sizes.
 */
function markAlike(): void {
  const worded = new Set([
    'aria-label',
    'title',
    'href',
    'id',
    'for',
    'name',
    'value',
    'alt',
    'aria-labelledby',
    'aria-describedby',
  ]);
  const madeOf = (element: Element): string => {
    const states = [...element.attributes].map(({ name, value }) =>
      worded.has(name) ? `${name}:${value !== ''}` : `${name}=${value}`,
    );
    // Without a word a link or a button is another thing than with one.
    if (element.textContent?.trim()) states.push('worded');
    return `${element.tagName}[${states}](${[...element.children].map(madeOf).join('')})`;
  };
  for (const list of document.querySelectorAll('tbody, ul, ol, dl, [role=rowgroup], [role=grid], [role=row], select')) {
    const counts = new Map<string, number>();
    for (const child of list.children) {
      const form = madeOf(child);
      const before = counts.get(form) ?? 0;
      counts.set(form, before + 1);
      if (before >= 3) child.setAttribute('data-alike', '');
    }
  }
  // Left out of what is read: to ask of each element whether it is in something left out takes longer than to look at it.
  const leftOut = (node: Node) => node instanceof Element && node.hasAttribute('data-alike');
  for (const list of new Set(
    [...document.querySelectorAll('[data-alike]')].map((one) => one.parentElement as Element),
  )) {
    const [nodes, rows] = [[...list.childNodes], [...((list.closest('table') as HTMLTableElement | null)?.rows ?? [])]];
    Object.defineProperty(list, 'childNodes', { configurable: true, value: nodes.filter((one) => !leftOut(one)) });
    const table = list.closest('table');
    if (table) Object.defineProperty(table, 'rows', { configurable: true, value: rows.filter((one) => !leftOut(one)) });
  }
}

/** How often what was written in the same colours has been looked at, on whichever page. */
const looked = new Map<string, number>();

/**
 * Marks what is written in the same colours as three before it: by its own colour, size, weight and transparency and all that is
 * painted behind it. To find out what stands behind a word is most of the time of looking. Answers what is looked at now.
 */
function markSameColours(before: readonly string[]): readonly string[] {
  const paints = new Map<Element | null, string>([[null, '']]);
  const paintOf = (element: Element | null): string => {
    const known = paints.get(element);
    if (known !== undefined || element === null) return known ?? '';
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position].join();
    const plain = own === 'rgba(0, 0, 0, 0),none,1,none,normal,static';
    const behind = paintOf(element.parentElement);
    const made = plain ? behind : `${behind} / ${own}`;
    paints.set(element, made);
    return made;
  };
  const often = new Set(before);
  const counts = new Map<string, number>();
  const looks: string[] = [];
  for (const one of document.body.querySelectorAll('*')) {
    const worded = [...one.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.textContent?.trim());
    if (!worded || one.closest('[data-alike]')) continue;
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(one);
    const look = [color, fontSize, fontWeight, textShadow, paintOf(one)].join();
    const count = counts.get(look) ?? 0;
    counts.set(look, count + 1);
    if (often.has(look) || count >= 3) one.setAttribute('data-same-colours', '');
    else looks.push(look);
  }
  return looks;
}

const unmark = () => {
  for (const one of document.querySelectorAll('[data-alike]')) {
    for (const part of [one.parentElement as object, one.closest('table') as object | null])
      if (part) for (const name of ['childNodes', 'rows']) Reflect.deleteProperty(part, name);
  }
  for (const mark of ['data-alike', 'data-same-colours'])
    for (const one of document.querySelectorAll(`[${mark}]`)) one.removeAttribute(mark);
};

/** What keeps somebody from using the page by any rule, or by that of colours alone, each with the first place where it does. */
export async function violationsOf(page: Page, part: 'all' | 'colours' = 'all'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axeSource);
    await page.evaluate(rememberColours);
    await page.evaluate(() =>
      window.axe.configure({ rules: [{ id: 'color-contrast', selector: ':not([data-same-colours])' }] }),
    );
  }
  await page.evaluate(markAlike);
  const often = [...looked].flatMap(([look, count]) => (count >= 3 ? [look] : []));
  for (const look of await page.evaluate(markSameColours, often)) looked.set(look, (looked.get(look) ?? 0) + 1);
  // Pages have no frames; what passes is not told.
  const matches = await page.evaluate(async (rules) => {
    const options: RunOptions = { resultTypes: ['violations'] };
    if (rules === 'colours') options.runOnly = ['color-contrast'];
    const { violations } = await window.axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, part);
  await page.evaluate(unmark);
  return matches;
}

/** Signs a page's browser in as a script would. */
export async function signInAt(page: Page, username: string): Promise<void> {
  await signedInBy(page.request, username);
}

/** Waits until the page has its heading and what it asked for. */
export async function drawn(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await expect(page.locator('.loading, [aria-busy=true]')).toHaveCount(0);
}

/** How far the page reaches past the window's edge. */
export function pastEdge(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** What reaches out of its place, under its neighbour or where one must slide: the columns of a table, the cells of a list's row. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main .table-around, main .card, .worklist-row > *')]
      .filter((place) => place.clientWidth > 0 && place.scrollWidth > place.clientWidth + 1)
      .map((place) => `${place.className}: ${place.scrollWidth} in ${place.clientWidth} pixels`),
  );
}
