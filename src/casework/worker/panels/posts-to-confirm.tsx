import { Button } from '@navikt/ds-react/Button';
import { apiOf } from '../../../web/api.ts';
import { Card, Entries, Entry } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { ProblemMessage } from '../../../web/kit/problem.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';

const { useAsk, useDo } = apiOf<typeof acts>();

/** Posts that wait for a second person; nothing where none does. */
export function PostsToConfirm() {
  const words = useTexts(workerTexts);
  const format = useFormat();
  const toast = useToast();
  const query = useAsk('postRequests', {});
  const decide = useDo('decidePost');
  const requests = query.data?.requests ?? [];
  if (requests.length === 0) return null;
  const settle = (requestId: string, outcome: 'confirmed' | 'refused') =>
    decide.mutate(
      { requestId, outcome },
      { onSuccess: () => toast({ done: outcome === 'confirmed' ? words.postConfirmed : words.postRefused }) },
    );
  return (
    <Card title={words.toConfirm}>
      <p className="muted">{words.toConfirmLine}</p>
      {decide.error && <ProblemMessage problem={decide.error} />}
      <Entries>
        {requests.map(({ id, worker, role, unit, during, widens, askedBy, askedAt, own }) => (
          <Entry
            key={id}
            title={`${worker}: ${words.roles[role]}`}
            line={[
              format.range(during),
              unit,
              widens ? words.widens : null,
              words.askedBy(askedBy, format.instant(askedAt)),
            ]
              .filter(Boolean)
              .join(' · ')}
            end={
              own ? (
                <span className="muted">{words.askedByYou}</span>
              ) : (
                <div className="setup-entry-actions">
                  <Button size="small" loading={decide.isPending} onClick={() => settle(id, 'confirmed')}>
                    {words.confirmPost}
                  </Button>
                  <Button size="small" variant="tertiary" onClick={() => settle(id, 'refused')}>
                    {words.refusePost}
                  </Button>
                </div>
              )
            }
          />
        ))}
      </Entries>
    </Card>
  );
}
