import { Button } from '@navikt/ds-react/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../../../web/kit/language.tsx';
import { Page } from '../../../web/kit/page.tsx';
import { beginSession, type Session, type Sitter, takeTab } from '../../app/session.ts';
import { signInTexts } from '../texts.ts';
import { CredentialsForm } from './credentials.tsx';
import '../page.css';

interface HalfWrittenProps {
  readonly before: Sitter;
  readonly session: Session;
  readonly goOn: () => void;
}

/** Somebody else signed in where another left something half-written: one of them says what becomes of it before the page opens. */
export function HalfWritten({ before, session, goOn }: HalfWrittenProps) {
  const words = useTexts(signInTexts);
  const queries = useQueryClient();
  return (
    <Page title={words.halfWritten} line={words.halfWrittenHelp(before.name, session.worker.name)}>
      <CredentialsForm
        username={before.username}
        passwordHelp={session.demo ? words.demoPassword : undefined}
        send={async (way) => {
          await beginSession(queries, way);
        }}
      />
      <div className="sign-in-else">
        <p className="muted">{words.halfWrittenGoes(before.name)}</p>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => {
            takeTab(session);
            goOn();
          }}
        >
          {words.goOnAs(session.worker.name)}
        </Button>
      </div>
    </Page>
  );
}
