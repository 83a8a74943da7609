import { Button } from '@navikt/ds-react/Button';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { HandOver } from '../../../casework/handover/panels/hand-over.tsx';
import { handoverTexts } from '../../../casework/handover/texts.ts';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { type Given, OncePassword, OpenAccount, ResetPassword } from '../../../casework/worker/panels/account.tsx';
import { EndRight, GiveRights, Rights } from '../../../casework/worker/panels/deciding-rights.tsx';
import { ChangePost, EndPost, GivePost } from '../../../casework/worker/panels/post-form.tsx';
import { ChangeWorker } from '../../../casework/worker/panels/worker-form.tsx';
import { workerTexts } from '../../../casework/worker/texts.ts';
import { type Post, type Staff, taskRoles } from '../../../casework/worker/words.ts';
import type { Day } from '../../../kernel/day.ts';
import { contains } from '../../../kernel/range.ts';
import { Card, Cards, Entries, Entry, Facts } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import { useAsk, useDo } from '../../app/api.ts';
import { sessionQuery } from '../../app/session.ts';
import { setupTexts } from '../texts.ts';
import { AccountTag } from './workers.tsx';

interface WorkerProps {
  readonly worker: Staff;
  readonly may: boolean;
}

export function WorkerCards({ worker, may }: WorkerProps) {
  return (
    <>
      <Posts worker={worker} may={may} />
      <Cards>
        <Details worker={worker} may={may} />
        <SigningIn worker={worker} may={may} />
      </Cards>
    </>
  );
}

/** Which form stands open, if any. */
type Open =
  | { readonly form: 'give' | 'hand-over' }
  | { readonly form: 'hand-over-ending'; readonly post: Post; readonly lastDay: Day }
  | { readonly form: 'change' | 'end' | 'rights'; readonly post: Post }
  | { readonly form: 'endRight'; readonly right: Post['decides'][number] };

function Posts({ worker, may }: WorkerProps) {
  const words = useTexts(workerTexts);
  const setup = useTexts(setupTexts);
  const responsibility = useTexts(handoverTexts);
  const format = useFormat();
  const today = useToday();
  const session = useQuery(sessionQuery);
  const units = useAsk('ownSetup', {}).data?.units ?? [];
  const { services: names } = useTexts(organiserTexts);
  const services = (useAsk('deciding', {}).data?.services ?? []).map((one) => ({ ...one, name: names[one.service] }));
  const [open, setOpen] = useState<Open | null>(null);
  const self = session.data?.worker.id === worker.id;
  const close = () => setOpen(null);
  const line = (post: Post) =>
    [
      format.range(post.during),
      post.unit,
      post.team,
      post.fullTimeShare < 1 ? words.ofFullTime(format.percent(post.fullTimeShare)) : null,
      post.agreedCaseload === null ? null : words.caseload(post.agreedCaseload),
      taskRoles.includes(post.role) ? post.tasks.map((task) => words.taskNames[task]).join(', ') : null,
      post.publicOffice ? words.publicOffice : null,
      post.professional ? words.professional : null,
    ]
      .filter(Boolean)
      .join(' · ');
  const standing = ({ during }: Post): ReactNode => {
    if (contains(during, today)) return <Tag tone="success">{words.inForce}</Tag>;
    return during.from > today ? <Tag tone="info">{words.coming}</Tag> : <Tag tone="neutral">{words.ended}</Tag>;
  };
  return (
    <Card
      title={words.posts}
      actions={
        !self && (
          <>
            <Button size="small" variant="secondary" onClick={() => setOpen({ form: 'hand-over' })}>
              {responsibility.handOver}
            </Button>
            {may && (
              <Button size="small" variant="secondary" onClick={() => setOpen({ form: 'give' })}>
                {words.givePost}
              </Button>
            )}
          </>
        )
      }
    >
      {self && may && <p className="muted">{setup.self}</p>}
      {worker.posts.length === 0 && <p>{words.noPosts}</p>}
      <Entries>
        {worker.posts.map((post) => (
          <Entry
            key={post.id}
            title={words.roles[post.role]}
            line={line(post)}
            more={
              <Rights
                workerId={worker.id}
                post={post}
                services={services}
                may={may && !self}
                end={(right) => setOpen({ form: 'endRight', right })}
              />
            }
            end={
              <div className="setup-entry-end">
                {standing(post)}
                {may && !self && (post.during.to === null || post.during.to > today) && (
                  <div className="setup-entry-actions">
                    {post.publicOffice && (
                      <Button size="small" variant="tertiary" onClick={() => setOpen({ form: 'rights', post })}>
                        {words.giveRights}
                      </Button>
                    )}
                    <Button size="small" variant="tertiary" onClick={() => setOpen({ form: 'change', post })}>
                      {words.changePost}
                    </Button>
                    <Button size="small" variant="tertiary" onClick={() => setOpen({ form: 'end', post })}>
                      {words.endPost}
                    </Button>
                  </div>
                )}
              </div>
            }
          />
        ))}
      </Entries>
      {open?.form === 'give' && <GivePost workerId={worker.id} units={units} close={close} />}
      {open?.form === 'change' && <ChangePost workerId={worker.id} post={open.post} units={units} close={close} />}
      {open?.form === 'rights' && (
        <GiveRights workerId={worker.id} post={open.post} services={services} close={close} />
      )}
      {open?.form === 'endRight' && (
        <EndRight workerId={worker.id} right={open.right} service={names[open.right.service]} close={close} />
      )}
      {open?.form === 'end' && (
        <EndPost
          workerId={worker.id}
          post={open.post}
          close={close}
          handOver={(lastDay) => setOpen({ form: 'hand-over-ending', post: open.post, lastDay })}
        />
      )}
      {open?.form === 'hand-over' && <HandOver worker={worker} close={close} />}
      {open?.form === 'hand-over-ending' && (
        <HandOver
          worker={worker}
          ending={{ postId: open.post.id, lastDay: open.lastDay, seen: open.post.version }}
          close={close}
        />
      )}
    </Card>
  );
}

function Details({ worker, may }: WorkerProps) {
  const words = useTexts(workerTexts);
  const [changing, setChanging] = useState(false);
  return (
    <Card
      title={words.details}
      actions={
        may && (
          <Button size="small" variant="secondary" onClick={() => setChanging(true)}>
            {words.changeDetails}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [words.phone, worker.phone ?? '–'],
          [words.email, worker.email ?? '–'],
          [words.language, words.languages[worker.language]],
        ]}
      />
      {changing && <ChangeWorker worker={worker} close={() => setChanging(false)} />}
    </Card>
  );
}

function SigningIn({ worker, may }: WorkerProps) {
  const words = useTexts(workerTexts);
  const format = useFormat();
  const toast = useToast();
  const session = useQuery(sessionQuery);
  const [opening, setOpening] = useState(false);
  const [resetting, setResetting] = useState(false);
  const [input, setGiven] = useState<Given | null>(null);
  const unlock = useDo('unlockAccount', { done: () => toast({ done: words.unlocked }) });
  const { account, name } = worker;
  const self = session.data?.worker.id === worker.id;
  return (
    <Card title={words.signIn}>
      {account && (
        <Facts
          facts={[
            [words.username, account.username],
            [words.accountState, <AccountTag key="state" account={account} />],
          ]}
        />
      )}
      {!account && <p>{words.noAccount}</p>}
      {account?.passwordGiven && (
        <p>{words.passwordGiven(format.instant(account.passwordGiven.at), account.passwordGiven.by)}</p>
      )}
      {account?.passwordAsked && (
        <p>{words.passwordAsked(format.instant(account.passwordAsked.at), account.passwordAsked.by)}</p>
      )}
      {account?.waitsUntil && <p>{words.waitsUntil(format.instant(account.waitsUntil))}</p>}
      {may && (
        <div className="setup-entry-actions setup-card-end">
          {!account && (
            <Button size="small" onClick={() => setOpening(true)}>
              {words.openAccount}
            </Button>
          )}
          {account?.waitsUntil && (
            <Button size="small" loading={unlock.isPending} onClick={() => unlock.mutate({ workerId: worker.id })}>
              {words.unlock}
            </Button>
          )}
          {account && !self && (
            <Button size="small" variant="secondary" onClick={() => setResetting(true)}>
              {words.resetPassword}
            </Button>
          )}
        </div>
      )}
      {opening && (
        <OpenAccount
          workerId={worker.id}
          close={() => setOpening(false)}
          opened={(half) => {
            setOpening(false);
            setGiven({ name, half, which: 'first' });
          }}
        />
      )}
      {resetting && (
        <ResetPassword
          workerId={worker.id}
          close={() => setResetting(false)}
          done={(half) => {
            setResetting(false);
            setGiven({ name, half, which: 'first' });
          }}
        />
      )}
      {input && <OncePassword {...input} close={() => setGiven(null)} />}
    </Card>
  );
}
