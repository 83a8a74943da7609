/** Passkeys, as the browser asks them; its library comes only to those who use one. */
const library = () => import('@simplewebauthn/browser');
type AskingOptions = Parameters<Awaited<ReturnType<typeof library>>['startAuthentication']>[0]['optionsJSON'];
type MakingOptions = Parameters<Awaited<ReturnType<typeof library>>['startRegistration']>[0]['optionsJSON'];

/** Whether this browser has passkeys here: a page that is reached by a number has none. */
export const passkeysWork = (): boolean =>
  window.PublicKeyCredential !== undefined && !/^[\d.]+$|^\[/.test(window.location.hostname);

/** The user turned it down, waited too long, or has no key for here: the browser does not say which. */
export class NoPasskey extends Error {}

const orNone = () => {
  throw new NoPasskey();
};

/** What a passkey answers to the server's question. */
export async function answerByPasskey(question: unknown): Promise<unknown> {
  const { startAuthentication } = await library();
  return startAuthentication({ optionsJSON: question as AskingOptions }).catch(orNone);
}

/** What a new passkey answers to the server's question. */
export async function makePasskey(question: unknown): Promise<unknown> {
  const { startRegistration } = await library();
  return startRegistration({ optionsJSON: question as MakingOptions }).catch(orNone);
}
