/** A long list tells the first of each group and how many there are; the whole of one is a link away, and so is the way back. */
import { expect, test } from '@playwright/test';
import { signInAt } from './looking.ts';

test('the whole of a group that expires, more of it, and back from a client @keyboard', async ({ page }) => {
  await signInAt(page, 'ritva.virtanen');
  await page.goto('/expiring');
  const rows = page.locator('.worklist-row');
  const group = page.getByRole('list', { name: /^Palvelussa, päätöstä ei ole kirjattu/ });
  await expect(group.getByRole('listitem')).toHaveCount(50);
  const all = Number(
    /\d+$/.exec((await page.getByRole('heading', { name: /päätöstä ei ole kirjattu/ }).textContent()) ?? '')?.[0],
  );
  expect(all).toBeGreaterThan(200);
  await page.getByRole('link', { name: 'Näytä koko ryhmä: Palvelussa, päätöstä ei ole kirjattu' }).press('Enter');
  const count = page.getByRole('button', { name: /ei kirjattua päätöstä/ });
  await expect(count).toHaveAttribute('aria-pressed', 'true');
  await expect(count).toBeFocused();
  await expect(rows).toHaveCount(200);
  await page.getByRole('button', { name: `Näytä ${all - 200} lisää` }).press('Enter');
  await expect(rows).toHaveCount(all);

  // Whoever looks at one of them comes back to all that was shown, and from there to the groups.
  await rows.last().getByRole('link').first().click();
  await expect(page.getByRole('tab').first()).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(all);
  await page.reload();
  await expect(rows).toHaveCount(all);
  await page.goBack();
  await expect(group.getByRole('listitem')).toHaveCount(50);
});

for (const [address, rows] of [
  ['/clients', '.worklist-row'],
  ['/matters', 'tbody tr'],
  ['/matters?of=decisions', 'tbody tr'],
] as const)
  test(`more of ${address}, and back to it from the last row @keyboard`, async ({ page }) => {
    await signInAt(page, 'ritva.virtanen');
    await page.goto(address);
    const list = page.locator(rows);
    await expect(list).toHaveCount(200);
    await page.getByRole('button', { name: /^Näytä (\d+ lisää|kaikki|lisää)/ }).press('Enter');
    await expect.poll(() => list.count()).toBeGreaterThan(200);
    await expect(list.nth(200).getByRole('link').first()).toBeFocused();
    const all = await list.count();
    await list.last().getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).not.toHaveURL(new RegExp(`${address.split('?')[0]}(\\?|$)`));
    await page.goBack();
    await expect(list).toHaveCount(all);
  });
