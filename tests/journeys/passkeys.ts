/** A device that holds passkeys, as the browser tries one, and the way to one's own. */
import type { CDPSession, Page } from '@playwright/test';

/** A passkey answers to a name, and to no number. */
export const at = (address: string, baseURL: string | undefined) =>
  new URL(address, baseURL?.replace('127.0.0.1', 'localhost')).href;

/** The browser's own trial of a device that holds passkeys. */
export async function addDevice(page: Page, isUserVerified = true) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

export const answers = (
  { session, authenticatorId }: { session: CDPSession; authenticatorId: string },
  enabled: boolean,
) => session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });

/** One's own settings: at the side on a wide screen, behind "more" on a phone. */
export async function openOwn(page: Page, name: string): Promise<void> {
  await page.locator('button.place[aria-haspopup="dialog"]:visible').click();
  await page.getByRole('button', { name, exact: true }).click();
}
