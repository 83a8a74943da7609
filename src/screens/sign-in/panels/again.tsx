import { Button } from '@navikt/ds-react/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { forgetDrafts } from '../../../web/drafts.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { anyUnsent, forgetUnsent } from '../../../web/kit/unsaved-changes.tsx';
import { providerAddress, providerQuery, resumeSession, type Session } from '../../app/session.ts';
import { signInTexts } from '../texts.ts';
import { CredentialsForm } from './credentials.tsx';
import '../page.css';

/** Everything is read anew, and nothing of the one before stays in the page. */
function startAnew() {
  forgetUnsent();
  forgetDrafts(null);
  window.location.assign('/');
}

/** Signs in again above the page that one was on, which has what one typed. */
export function SignInAgain({ why, session }: { why: 'ended' | 'another'; session: Session }) {
  const words = useTexts(signInTexts);
  const queries = useQueryClient();
  const provider = useQuery(providerQuery);
  const [typed] = useState(anyUnsent);
  const { name } = session.worker;
  return (
    <>
      <p>{why === 'ended' ? words.again(name) : words.another(name)}</p>
      {typed && <p>{words.typedKept}</p>}
      <CredentialsForm
        username={session.username}
        passwordHelp={session.demo ? words.demoPassword : undefined}
        send={async (way) => {
          if (!(await resumeSession(queries, session, way))) startAnew();
        }}
      />
      {provider.data && (
        <p>
          <a href={providerAddress('/')} target="_blank" rel="noopener">
            {words.byProvider}
          </a>{' '}
          <a href={providerAddress('/', 'another')} target="_blank" rel="noopener">
            {words.anotherAccount}
          </a>
        </p>
      )}
      <div className="sign-in-else">
        <p className="muted">{typed ? words.elseLoses(name) : words.elseHelp(name)}</p>
        <Button type="button" size="small" variant="secondary" onClick={startAnew}>
          {why === 'another' ? words.goOnAsOther : words.asElse}
        </Button>
      </div>
    </>
  );
}
