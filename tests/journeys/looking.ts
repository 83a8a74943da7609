/** Looks at a page as a journey should: nothing that keeps anybody out, nothing past the edge. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What keeps somebody from using the page by any rule, or by these, each with the first place where it does. */
export async function violationsOf(page: Page, rules?: string[]): Promise<readonly string[]> {
  // Pages have no frames, which alone would need the slower way; what passes is not told.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) })
    .setLegacyMode(true)
    .analyze();
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
