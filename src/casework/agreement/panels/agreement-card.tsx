import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { type ReactNode, useState } from 'react';
import { lastDay } from '../../../kernel/range.ts';
import { apiOf } from '../../../web/api.ts';
import { Facts } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { Tag, type Tone } from '../../../web/kit/tag.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { asksForWork, closedStep } from '../rules.ts';
import { agreementTexts } from '../texts.ts';
import {
  type AgreementOnDay,
  type AgreementParty,
  type AgreementStateName,
  approvalVersion,
  parties,
} from '../words.ts';
import { ChangeAgreement, RenewAgreement } from './agreement-forms.tsx';
import './agreement-card.css';

const { addressOf, useDo } = apiOf<typeof acts>();

const tones: Readonly<Record<AgreementStateName, Tone>> = {
  draft: 'warning',
  waiting: 'warning',
  agreed: 'info',
  'in-force': 'success',
  'to-renew': 'warning',
  lapsed: 'danger',
  ended: 'neutral',
};

/** The words and the tone of an agreement's state, for tags and lists. */
export function useAgreementTag(): (agreement: Pick<AgreementOnDay, 'state' | 'during' | 'waitingFor'>) => {
  words: string;
  tone: Tone;
} {
  const words = useTexts(agreementTexts);
  const format = useFormat();
  return ({ state, during, waitingFor }) => {
    const last = lastDay(during);
    const end = last === null ? '' : format.day(last);
    const more =
      state === 'waiting'
        ? words.waitsFor(waitingFor.map((party) => words.partiesShort[party]).join(', '))
        : state === 'to-renew'
          ? `${words.states[state]}, ${words.endsOn(end)}`
          : state === 'lapsed'
            ? `${words.states[state]}, ${words.lapsedOn(end)}`
            : words.states[state];
    return { words: more, tone: tones[state] };
  };
}

interface AgreementCardProps {
  readonly agreement: AgreementOnDay;
  /** How the agreement is headed where several stand below each other: the client's name, as a link. */
  readonly name?: ReactNode;
  readonly renewed?: (agreementId: string) => void;
}

/** An agreement: what it says, who has approved, each approval in one tap, renewal, and its papers. */
export function AgreementCard({ agreement, name, renewed }: AgreementCardProps) {
  const words = useTexts(agreementTexts);
  const format = useFormat();
  const tag = useAgreementTag()(agreement);
  const [open, setOpen] = useState<'change' | 'renew' | null>(null);
  const takeBack = useDo('takeBackAgreement');
  const { clientId, id, during, terms } = agreement;
  const earlier = agreement.papers.filter(({ contentHash }) => contentHash !== agreement.contentHash);
  const mayChange = closedStep(agreement, 'change') === null;
  const mayRenew =
    asksForWork(agreement) === 'to-renew' && !agreement.hasNext && closedStep(agreement, 'renew') === null;
  const close = () => setOpen(null);
  return (
    <div className="agreement">
      <div className="agreement-head">
        <p className="agreement-name">{name ?? format.range(during)}</p>
        <Tag tone={tag.tone}>{tag.words}</Tag>
      </div>
      <Facts
        facts={[
          [words.during, format.range(during)],
          [words.hours, agreement.hours],
          [words.tasks, agreement.tasks],
          ...(terms.perDay === null ? [] : [[words.perDay, format.euro(terms.perDay)] as const]),
          ...(terms.meal
            ? [[words.meal, terms.meal.charge === null ? '✓' : format.euro(terms.meal.charge)] as const]
            : []),
          ...(terms.coach ? [[words.coach, terms.coach.name] as const] : []),
        ]}
      />
      <ul className="agreement-approvals" aria-label={words.approvals}>
        {parties.map((party) => (
          <Approval key={party} agreement={agreement} party={party} open={closedStep(agreement, 'approve') === null} />
        ))}
      </ul>
      {agreement.withdrawn.map(({ party, approvedOn }) => (
        <p key={party} className="agreement-withdrawn">
          {words.withdrawn(words.parties[party], format.day(approvedOn))}
        </p>
      ))}
      {(mayRenew || mayChange || !agreement.hasNext) && (
        <Row>
          {mayRenew && (
            <Button size="small" onClick={() => setOpen('renew')}>
              {words.renew}
            </Button>
          )}
          {mayChange && (
            <Button size="small" variant="secondary" onClick={() => setOpen('change')}>
              {words.changeAgreement}
            </Button>
          )}
          {!agreement.hasNext && (
            <TakeBack
              named={`${agreement.place}, ${format.range(during)}`}
              follows={words.takeBackAgreement}
              seen={agreement.takeBackVersion}
              send={(why, seen) => takeBack.mutateAsync({ clientId, agreementId: id, why, seen })}
            />
          )}
        </Row>
      )}
      <nav
        className="agreement-papers unprinted"
        aria-label={`${words.paper}, ${agreement.client}, ${format.range(during)}`}
      >
        {parties.map((copy) => (
          <a
            key={copy}
            href={addressOf('agreementPaper', { clientId, agreementId: id, copy })}
            target="_blank"
            rel="noreferrer"
          >
            {words.paperOf[copy]} (PDF)
          </a>
        ))}
        {earlier.map(({ contentHash, keptOn }) => (
          <a
            key={contentHash}
            href={addressOf('agreementPaper', { clientId, agreementId: id, contentHash })}
            target="_blank"
            rel="noreferrer"
          >
            {words.keptPaper(format.day(keptOn))} (PDF)
          </a>
        ))}
      </nav>
      {open === 'change' && <ChangeAgreement agreement={agreement} close={close} />}
      {open === 'renew' && (
        <RenewAgreement
          agreement={agreement}
          close={close}
          renewed={(next) => {
            close();
            renewed?.(next);
          }}
        />
      )}
    </div>
  );
}

interface ApprovalProps {
  readonly agreement: AgreementOnDay;
  readonly party: AgreementParty;
  readonly open: boolean;
}

function Approval({ agreement, party, open }: ApprovalProps) {
  const words = useTexts(agreementTexts);
  const format = useFormat();
  const approve = useApprove();
  const takeBack = useDo('takeBackApproval');
  const input = agreement.approved.find((one) => one.party === party);
  return (
    <li className="agreement-approval" data-given={input !== undefined}>
      <strong>
        {input && <CheckmarkCircleFillIcon aria-hidden="true" />}
        {words.parties[party]}
      </strong>
      {input ? (
        <span className="muted">{words.approvedOn(format.day(input.approvedOn), input.approvedBy)}</span>
      ) : (
        <span className="muted">{words.notYet}</span>
      )}
      {input && (
        <TakeBack
          named={words.approvalOf(words.parties[party], format.day(input.approvedOn))}
          follows={words.takeBackApproval}
          seen={approvalVersion(agreement.contentHash, input.id)}
          send={(why, seen) => takeBack.mutateAsync({ clientId: agreement.clientId, approvalId: input.id, why, seen })}
        />
      )}
      {!input && open && (
        <Button
          size="small"
          variant="secondary"
          loading={approve.busy(agreement, party)}
          aria-label={words.approveOf(words.parties[party], agreement.client)}
          onClick={() => approve.record(agreement, party)}
        >
          {words.approve}
        </Button>
      )}
    </li>
  );
}

/** Records a party's approval in one tap, and can take it back. */
export function useApprove() {
  const words = useTexts(agreementTexts);
  const toast = useToast();
  const withdraw = useDo('withdrawApproval');
  const approve = useDo('approveAgreement');
  return {
    busy: ({ id }: Pick<AgreementOnDay, 'id'>, party: AgreementParty) =>
      approve.isPending && approve.variables.agreementId === id && approve.variables.party === party,
    record: (
      { clientId, id, contentHash }: Pick<AgreementOnDay, 'clientId' | 'id' | 'contentHash'>,
      party: AgreementParty,
    ) =>
      approve.mutate(
        { clientId, agreementId: id, party, contentHash },
        {
          onSuccess: ({ waitingFor, version }) =>
            toast({
              done: words.approved(words.parties[party]),
              next:
                waitingFor.length === 0
                  ? words.approvedAll
                  : words.waitsFor(waitingFor.map((one) => words.partiesShort[one]).join(', ')),
              undo: () => withdraw.mutateAsync({ clientId, agreementId: id, party, seen: version }),
            }),
          onError: toast.failed,
        },
      ),
  };
}
