/** Finds a browser that really starts, or brings one. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

const root = resolve(import.meta.dirname, '..');
const unpacked = join(root, 'node_modules/.cache/chromium');

/** Quiet on closed networks, and at home in containers. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const machines = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function onPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** Null when the browser shows a page to those who will drive it, else why it does not. */
async function starts(browser: string): Promise<string | null> {
  try {
    const started = await chromium.launch({ executablePath: browser, args: browserFlags, timeout: 60_000 });
    try {
      const page = await started.newPage();
      await page.setContent('<p>here</p>');
      return (await page.textContent('p')) === 'here' ? null : 'it showed nothing';
    } finally {
      await started.close();
    }
  } catch (error) {
    return (error as Error).message.replace(/\s+/g, ' ').slice(0, 300);
  }
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return false;
  const run = (...words: string[]) =>
    execFileSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    run('install', '-y', '--no-install-recommends', 'chromium');
  } catch {
    try {
      run('update');
      run('install', '-y', '--no-install-recommends', 'chromium');
    } catch {
      return false;
    }
  }
  return true;
}

// The package unpacks into the temporary folder under fixed names, which two users of a machine would fight over.
async function unpackFromNpm(): Promise<string> {
  mkdirSync(unpacked, { recursive: true });
  const program = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Named like the cloud that it was made for, it also unpacks the libraries that a bare machine lacks.
    env: { ...process.env, TMPDIR: unpacked, CODEBUILD_BUILD_IMAGE: 'nodejs22' },
  });
  return join(unpacked, 'chromium');
}

function withItsLibraries(browser: string): string {
  const script = join(unpacked, 'chromium-with-libraries');
  const lines = [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH='${unpacked}/al2023/lib'`,
    `export FONTCONFIG_PATH='${unpacked}/fonts'`,
    `exec '${browser}' "$@"`,
  ];
  writeFileSync(script, `${lines.join('\n')}\n`);
  chmodSync(script, 0o755);
  return script;
}

async function oneFromNpm(works: (browser: string) => Promise<boolean>): Promise<string | null> {
  const bare = join(unpacked, 'chromium');
  if (existsSync(bare) && (await works(bare))) return bare;
  const unpackedNow = await unpackFromNpm().catch(() => null);
  if (!unpackedNow) return null;
  if (await works(bare)) return bare;
  const helped = withItsLibraries(bare);
  if (await works(helped)) return helped;
  // Should it have been unpacked only by half, the next run begins anew.
  rmSync(unpacked, { recursive: true, force: true });
  return null;
}

/**
 * The browser for the journeys: the one that is named, else the headless one that came with npm, which is the same on each machine
 * and opens a page for a third of the work (a whole browser draws the buttons around each page too), else one of the machine.
 */
export async function findBrowser(say: (line: string) => void): Promise<string> {
  const failures: string[] = [];
  const works = async (browser: string | null | undefined): Promise<boolean> => {
    if (!browser) return false;
    const why = await starts(browser);
    if (why) failures.push(`${browser}: ${why}`);
    return why === null;
  };
  const query = process.env.CHROME_PATH;
  if (query && (await works(query))) return query;
  const own = await oneFromNpm(works);
  if (own) return own;
  for (const browser of machines.map(onPath)) if (browser && (await works(browser))) return browser;
  if (installFromDebian()) {
    say("no browser was found: installed Debian's chromium");
    const browser = onPath('chromium');
    if (browser && (await works(browser))) return browser;
  }
  throw new Error(
    `No browser starts here. Install Chromium, or name one in CHROME_PATH. Tried: ${failures.join('; ') || 'none found'}`,
  );
}
