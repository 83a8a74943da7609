/** Prints when the first pages are painted on a phone's processor, four times slower. Give the address of a running application. */
import { chromium } from '@playwright/test';
import { browserFlags } from '../browser.ts';

const base = process.argv[2] ?? 'http://127.0.0.1:4800';
const rounds = 5;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: browserFlags,
});

/** First contentful paint and the heading, in milliseconds from the beginning of the load, with an empty cache. */
async function painted(path: string, username: string | null) {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    if (username) await page.request.post('/api/session', { data: { username, password: 'polku-2021' } });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    return await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      heading: performance.now(),
    }));
  } finally {
    await context.close();
  }
}

const middle = (numbers: readonly number[]) =>
  Math.round(numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN);

for (const [path, username] of [
  ['/sign-in', null],
  ['/', 'tiina.laine'],
] as const) {
  const all = [];
  for (let round = 0; round < rounds; round += 1) all.push(await painted(path, username));
  console.log(
    `${path}: first paint ${middle(all.map(({ paint }) => paint))} ms, heading ${middle(all.map(({ heading }) => heading))} ms (middle of ${rounds}, processor 4x slower)`,
  );
}
await browser.close();
