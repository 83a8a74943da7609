import { PhoneIcon } from '@navikt/aksel-icons';
import './phone.css';

/** Calls a number from a text of it: tel:0500001606. */
export const telOf = (number: string): string => `tel:${number.replace(/\s/g, '')}`;

/** Dials on a phone; the number stays on one line, and a thumb finds it. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="phone" href={telOf(number)}>
      <PhoneIcon aria-hidden="true" />
      {number}
    </a>
  );
}
