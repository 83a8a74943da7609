import { PlusIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useState } from 'react';
import { Openings } from '../../../casework/client/panels/openings.tsx';
import { type Given, OncePassword } from '../../../casework/worker/panels/account.tsx';
import { PasswordsToConfirm } from '../../../casework/worker/panels/passwords-to-confirm.tsx';
import { PostsToConfirm } from '../../../casework/worker/panels/posts-to-confirm.tsx';
import { AddWorker } from '../../../casework/worker/panels/worker-form.tsx';
import { workerTexts } from '../../../casework/worker/texts.ts';
import type { Staff } from '../../../casework/worker/words.ts';
import type { Day } from '../../../kernel/day.ts';
import { isFound } from '../../../kernel/fold.ts';
import { contains } from '../../../kernel/range.ts';
import { PageLink, useAddress } from '../../../web/address.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { Counts } from '../../../web/kit/counts.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { SearchField } from '../../../web/kit/search-field.tsx';
import { DataTable } from '../../../web/kit/table.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk } from '../../app/api.ts';
import { pageAt } from '../../app/pages.ts';

/** How a colleague gets in, as a tag. */
export function AccountTag({ account }: Pick<Staff, 'account'>) {
  const words = useTexts(workerTexts);
  if (!account) return <Tag tone="neutral">{words.noAccount}</Tag>;
  if (account.waitsUntil) return <Tag tone="danger">{words.waiting}</Tag>;
  if (account.passwordAsked) return <Tag tone="info">{words.passwordWaits}</Tag>;
  if (account.mustChange) return <Tag tone="info">{words.mustChange}</Tag>;
  return account.passwordGiven ? (
    <Tag tone="info">{words.passwordGivenLately}</Tag>
  ) : (
    <Tag tone="success">{words.active}</Tag>
  );
}

const postsOn = ({ posts }: Staff, on: Day) => posts.filter(({ during }) => contains(during, on));

/** Who works here: roles today, and how each signs in. */
export function Workers() {
  const words = useTexts(workerTexts);
  const [text, setText] = useAddress('q');
  const [adding, setAdding] = useState(false);
  const [input, setGiven] = useState<Given | null>(null);
  const query = useAsk('staff', {});
  const setup = useAsk('ownSetup', {});
  const today = useToday();
  const [show] = useAddress('show');
  const kinds = {
    present: (one: Staff) => postsOn(one, today).length > 0,
    unable: (one: Staff) => postsOn(one, today).length > 0 && one.account === null,
    waiting: ({ account }: Staff) => Boolean(account?.waitsUntil),
    gone: (one: Staff) => postsOn(one, today).length === 0,
  } as const;
  const chosen = kinds[(show ?? 'present') as keyof typeof kinds] ?? kinds.present;
  const matches = (one: Staff) => isFound(text ?? '', one.name, one.account?.username, one.email, one.phone);
  return (
    <Answer of={query}>
      {({ workers, permitted }) => (
        <>
          <PostsToConfirm />
          <PasswordsToConfirm workers={workers} />
          {!permitted.includes('addWorker') && <Openings />}
          <Counts
            label={words.staff}
            counts={(['present', 'unable', 'waiting', 'gone'] as const).map((id) => ({
              id,
              count: workers.filter(kinds[id]).length,
              label: words.show[id],
              ...(id === 'waiting' ? { tone: 'danger' as const } : {}),
            }))}
          />
          <div className="setup-tools">
            <SearchField
              name="q"
              label={words.findWorker}
              value={text ?? ''}
              change={(value) => setText(value || undefined)}
            />
            {permitted.includes('addWorker') && (
              <Button size="small" icon={<PlusIcon aria-hidden="true" />} onClick={() => setAdding(true)}>
                {words.addWorker}
              </Button>
            )}
          </div>
          <Card flush>
            <WorkerTable
              workers={workers.filter((one) => matches(one) && (text ? true : chosen(one)))}
              empty={workers.length === 0 ? words.noStaff : words.nobodyFound}
            />
          </Card>
          {adding && (
            <AddWorker
              units={setup.data?.units ?? []}
              close={() => setAdding(false)}
              added={({ name, half }) => {
                setAdding(false);
                if (half !== null) setGiven({ name, half, which: 'first' });
              }}
            />
          )}
          {input && <OncePassword {...input} close={() => setGiven(null)} />}
        </>
      )}
    </Answer>
  );
}

function WorkerTable({ workers, empty }: { workers: readonly Staff[]; empty: string }) {
  const words = useTexts(workerTexts);
  const today = useToday();
  const rolesOf = (one: Staff) =>
    postsOn(one, today)
      .map(({ role, unit }) => [words.roles[role], unit].filter(Boolean).join(', '))
      .join('; ');
  return (
    <DataTable
      caption={words.staff}
      rows={workers}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: 'name',
          header: words.worker,
          cell: (one) => <PageLink to={pageAt('/setup/workers/$workerId', { workerId: one.id })}>{one.name}</PageLink>,
          sort: ({ name }) => name,
        },
        {
          id: 'role',
          header: words.posts,
          cell: (one) => rolesOf(one) || <span className="muted">{words.noPostToday}</span>,
          sort: rolesOf,
        },
        {
          id: 'username',
          header: words.username,
          cell: ({ account }) => account?.username ?? '',
          sort: ({ account }) => account?.username ?? null,
        },
        { id: 'account', header: words.signIn, cell: (one) => <AccountTag account={one.account} /> },
      ]}
    />
  );
}
