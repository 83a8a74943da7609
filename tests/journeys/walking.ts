/** Goes about the application as people do: by its navigation, its buttons and its fields. */
import { expect, type Locator, type Page } from '@playwright/test';
import { pastEdge, violationsOf } from './looking.ts';

/** Signs in on the page for it, as a newcomer would. */
export async function enter(page: Page, username: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kirjaudu sisään');
  await accessible(page);
  await page.getByLabel('Käyttäjätunnus').fill(username);
  await page.getByLabel('Salasana').fill('polku-2021');
  await page.getByRole('button', { name: 'Kirjaudu', exact: true }).click();
}

/** Nothing on the page keeps anybody out once it has what it asked for, and nothing reaches past the window's edge. */
export async function accessible(page: Page): Promise<void> {
  await expect(page.locator('.loading, [aria-busy=true]')).toHaveCount(0);
  expect(await violationsOf(page)).toEqual([]);
  expect(await pastEdge(page)).toBe(0);
}

/** Goes to a place of the navigation; on a phone the later ones are under More. */
export async function go(page: Page, place: string): Promise<void> {
  const places = page.getByRole('navigation', { name: 'Sivut' });
  const link = places.getByRole('link', { name: place, exact: true }).filter({ visible: true });
  await expect(places.filter({ visible: true })).toBeVisible();
  if ((await link.count()) === 0) await page.getByRole('button', { name: 'Lisää', exact: true }).click();
  await link.click();
  await heading(page, place);
}

export async function heading(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(text);
}

/** Writes a day into a field and leaves it. */
export async function writeDay(field: Locator, written: string): Promise<void> {
  await field.fill(written);
  await field.press('Tab');
  await expect(field).toHaveValue(written);
}

/** Chooses from the menu of a client's page. */
export async function choose(page: Page, act: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Lisää toimintoja' }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

/** What a message tells that was done. */
export async function told(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();
}
