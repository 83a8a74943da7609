/** Looks at a page as a journey should: nothing that keeps anybody out, nothing past the edge. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

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
}

const unmarkAlike = () => {
  for (const one of document.querySelectorAll('[data-alike]')) one.removeAttribute('data-alike');
};

/** What keeps somebody from using the page by any rule, or by these, each with the first place where it does. */
export async function violationsOf(page: Page, rules?: string[]): Promise<readonly string[]> {
  await page.evaluate(markAlike);
  // Pages have no frames, which alone would need the slower way; what passes is not told.
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-alike]')
    .options({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })
    .setLegacyMode(true)
    .analyze();
  await page.evaluate(unmarkAlike);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Signs in as a script would. */
export async function signInAt(page: Page, username: string): Promise<void> {
  const answer = await page.request.post('/api/session', { data: { username, password: 'polku-2021' } });
  expect(answer.ok()).toBe(true);
}

/** Waits until the page has its heading and what it asked for. */
export async function drawn(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
}

/** How far the page reaches past the window's edge. */
export function pastEdge(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}
