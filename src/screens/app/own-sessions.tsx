import { Button } from '@navikt/ds-react/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { endOwnSessions, ownSessionsQuery } from './session.ts';
import { frame } from './texts.ts';

/** Where one is signed in, and a way to end what is not in use any more. */
export function OwnSessions() {
  const words = useTexts(frame);
  const format = useFormat();
  const queries = useQueryClient();
  const toast = useToast();
  const query = useQuery(ownSessionsQuery);
  const end = async (id: string | null) => {
    try {
      await endOwnSessions(queries, id);
      toast({ done: words.sessionEnded });
    } catch (failure) {
      toast.failed(failure);
    }
  };
  return (
    <Answer of={query}>
      {(sessions) => (
        <>
          <ul className="own-sessions">
            {sessions.map(({ id, runsIn, seenAt, this: here }) => (
              <li key={id}>
                <div>
                  <b>{runsIn || words.otherDevice}</b>
                  <p className="muted">{here ? words.thisSession : words.usedAt(format.instant(seenAt))}</p>
                </div>
                {!here && (
                  <Button type="button" size="small" variant="secondary" onClick={() => void end(id)}>
                    {words.endSession}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {sessions.length > 1 && (
            <Button type="button" size="small" onClick={() => void end(null)}>
              {words.endOthers}
            </Button>
          )}
        </>
      )}
    </Answer>
  );
}
