import { Button } from '@navikt/ds-react/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Form, useForm } from '../../web/form.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { TextField } from '../../web/kit/text-field.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { endOwnSessions, ownSessionsQuery } from './session.ts';
import { frame } from './texts.ts';

/** Where one is signed in, and a way to end what is not in use any more. */
export function OwnSessions() {
  const words = useTexts(frame);
  const format = useFormat();
  const query = useQuery(ownSessionsQuery);
  // One of them, or all others.
  const [ending, setEnding] = useState<{ readonly id: string | null } | null>(null);
  const close = () => setEnding(null);
  return (
    <Answer of={query}>
      {({ sessions, ofProvider }) => {
        const form = (id: string | null, submit: string) => (
          <EndSession id={id} submit={submit} byPassword={!ofProvider} done={close} />
        );
        return (
          <>
            <ul className="own-sessions">
              {sessions.map(({ id, runsIn, seenAt, this: here }) => (
                <li key={id}>
                  <div>
                    <b>{runsIn || words.otherDevice}</b>
                    <p className="muted">{here ? words.thisSession : words.usedAt(format.instant(seenAt))}</p>
                  </div>
                  {!here &&
                    (ending?.id === id ? (
                      form(id, words.endSession)
                    ) : (
                      <Button type="button" size="small" variant="secondary" onClick={() => setEnding({ id })}>
                        {words.endSession}
                      </Button>
                    ))}
                </li>
              ))}
            </ul>
            {sessions.length > 1 &&
              (ending?.id === null ? (
                form(null, words.endOthers)
              ) : (
                <Button type="button" size="small" onClick={() => setEnding({ id: null })}>
                  {words.endOthers}
                </Button>
              ))}
          </>
        );
      }}
    </Answer>
  );
}

function EndSession({
  id,
  submit,
  byPassword,
  done,
}: {
  id: string | null;
  submit: string;
  byPassword: boolean;
  done: () => void;
}) {
  const words = useTexts(frame);
  const queries = useQueryClient();
  const toast = useToast();
  const form = useForm({
    initial: { current: '' },
    unguarded: true,
    check: ({ current }) => (byPassword && current === '' ? [{ field: 'current', message: words.missing }] : []),
    send: ({ current }) => endOwnSessions(queries, id, byPassword ? current : undefined),
    done: () => {
      toast({ done: words.sessionEnded });
      done();
    },
  });
  return (
    <Form form={form} submit={submit} cancel={done}>
      {byPassword && (
        <TextField {...form.field('current')} label={words.current} type="password" autoComplete="current-password" />
      )}
    </Form>
  );
}
