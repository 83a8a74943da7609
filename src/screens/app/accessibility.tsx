import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { Dialog } from '../../web/kit/dialog.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { accessibilityTexts } from './accessibility-texts.ts';

/** Opens what is told of accessibility, of giving feedback and of privacy, before one signs in too. */
export function AccessibilityAndPrivacy() {
  const words = useTexts(accessibilityTexts);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button type="button" size="small" variant="tertiary" onClick={() => setOpened(true)}>
        {words.open}
      </Button>
      {opened && (
        <Dialog title={words.open} close={() => setOpened(false)} wide>
          {[words.accessibility, words.feedback, words.privacy].map(({ heading, body }) => (
            <section key={heading} className="stack">
              <h3>{heading}</h3>
              {body.split('\n').map((line) => (
                <p key={line}>{line}</p>
              ))}
            </section>
          ))}
        </Dialog>
      )}
    </>
  );
}
