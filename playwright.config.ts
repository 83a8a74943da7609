import { defineConfig, devices } from '@playwright/test';
import { browserFlags } from './tests/browser.ts';
import { regionOfJourneys } from './tests/journey-region.ts';

const region = regionOfJourneys();
Object.assign(process.env, region);
const port = region.JOURNEY_PORT;
const clock = '**/demo-clock-*.journey.ts';
const county = '**/demo-county-*.journey.ts';
// Looking changes nothing: these fill the time of the other workers while the last long journey is walked.
const looks = '**/every-page-*.journey.ts';
// Counts the clients of a whole organiser, which nobody may change meanwhile: one organiser on each screen.
const counts = '**/newcomer-*.journey.ts';
// Ways in take a server or much waiting: once, and not on a phone too.
const waysIn = '**/way-in-*.journey.ts';
const others = [counts, clock, county, looks, waysIn];
// Each journey takes its time from everybody who runs the tests: what is the same on both screens is walked on one, office work
// that is typed at a desk on the wide one, forms that are narrow anyway on the phone. All pages are looked at on both.
const atDesk = [
  'administrator-sets-up-the-organiser',
  'colleague-signs-in-with-a-second-factor',
  'finance-closes-a-month',
  'official-changes-and-ends-a-decision',
  'official-joins-two-records',
  'official-opens-the-whole-of-a-group',
  'official-takes-a-referral-to-its-service',
  'reader-learns-what-did-not-come',
  'reader-narrows-lists-on-a-slow-network',
].map((name) => `**/${name}.journey.ts`);
const onPhone = [
  'coach-renews-an-agreement',
  'instructor-agrees-on-a-break',
  'instructor-steps-over-days-on-a-slow-network',
  'official-assesses-a-need',
  'official-denies-after-a-hearing',
  'official-moves-a-client-to-open-work',
  'official-records-what-the-way-costs',
  'official-takes-a-benefit-back',
  'visitor-comes-to-sign-in',
].map((name) => `**/${name}.journey.ts`);

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } };
const phone = { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results/journeys',
  timeout: 240_000,
  expect: { timeout: 20_000 },
  // The journeys of one file stand in order: each changes the region that the next one finds.
  workers: 3,
  // Once more where it failed, and told (tests/run.ts): a crowded machine may be slower than a journey waits.
  retries: 1,
  fullyParallel: false,
  reporter: 'list',
  webServer: {
    command: `'${process.execPath}' tests/journeys/serve.ts`,
    url: `http://127.0.0.1:${port}/health`,
    // The whole test has begun it already (tests/run.ts).
    reuseExistingServer: process.env.JOURNEY_BEGUN === 'yes',
    env: region,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
  use: {
    // A step that cannot be taken is told at once, not when the whole journey has run out of time.
    actionTimeout: 30_000,
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: browserFlags },
  },
  projects: [
    { name: 'counts', testMatch: counts, use: desktop },
    { name: 'counts on a phone', testMatch: counts, use: phone },
    ...[
      { name: 'desktop', testIgnore: [...others, ...onPhone], grepInvert: /@touch/, use: desktop },
      { name: 'phone', testIgnore: [...others, ...atDesk], grepInvert: /@keyboard/, use: phone },
      { name: 'ways in', testMatch: waysIn, use: desktop },
      { name: 'pages', testMatch: looks, use: desktop },
      { name: 'pages on a phone', testMatch: looks, use: phone },
    ].map((project) => ({ ...project, dependencies: ['counts', 'counts on a phone'] })),
    // The demo's day is one for everybody, and only goes forward.
    {
      name: 'clock',
      testMatch: clock,
      dependencies: ['desktop', 'phone', 'ways in', 'pages', 'pages on a phone'],
      use: { ...devices['Desktop Chrome'] },
    },
    // Everybody of one organiser works for another after it: it stands last.
    { name: 'county', testMatch: county, dependencies: ['clock'], use: { ...devices['Desktop Chrome'] } },
  ],
});
