import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { apiOf } from '../../../web/api.ts';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { ProblemMessage } from '../../../web/kit/problem.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import type { Staff } from '../words.ts';
import { type Given, OncePassword } from './account.tsx';

const { useDo } = apiOf<typeof acts>();

/** New passwords that wait for a second person; nothing where none does. */
export function PasswordsToConfirm({ workers }: { readonly workers: readonly Staff[] }) {
  const words = useTexts(workerTexts);
  const format = useFormat();
  const toast = useToast();
  const [half, setHalf] = useState<Given | null>(null);
  const decide = useDo('decidePassword');
  const waiting = workers.flatMap(({ id, name, account }) =>
    account?.passwordAsked ? [{ id, name, username: account.username, request: account.passwordAsked }] : [],
  );
  const settle = (workerId: string, name: string, outcome: 'confirmed' | 'refused') =>
    decide.mutate(
      { workerId, outcome },
      {
        onSuccess: (answer) => {
          if (answer.half === null) toast({ done: words.passwordDropped });
          else setHalf({ name, half: answer.half, which: 'second' });
        },
      },
    );
  return (
    <>
      {waiting.length > 0 && (
        <Card title={words.passwordsToConfirm}>
          <p className="muted">{words.passwordsToConfirmLine}</p>
          {decide.error && <ProblemMessage problem={decide.error} />}
          <Entries>
            {waiting.map(({ id, name, username, request }) => (
              <Entry
                key={id}
                title={name}
                line={[
                  username,
                  words.askedBy(request.by, format.instant(request.at)),
                  ...(request.lost ? [words.endsFactors] : []),
                ].join(' · ')}
                end={
                  request.own ? (
                    <span className="muted">{words.askedByYou}</span>
                  ) : (
                    <div className="setup-entry-actions">
                      <Button
                        size="small"
                        aria-label={words.confirmPasswordOf(name)}
                        loading={decide.isPending}
                        onClick={() => settle(id, name, 'confirmed')}
                      >
                        {words.confirmPassword}
                      </Button>
                      <Button
                        size="small"
                        variant="tertiary"
                        aria-label={words.dropPasswordOf(name)}
                        onClick={() => settle(id, name, 'refused')}
                      >
                        {words.dropPassword}
                      </Button>
                    </div>
                  )
                }
              />
            ))}
          </Entries>
        </Card>
      )}
      {half && <OncePassword {...half} close={() => setHalf(null)} />}
    </>
  );
}
