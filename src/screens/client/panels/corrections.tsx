import { PencilIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { CorrectPlacementEnd } from '../../../casework/agreement/panels/correct-placement-end.tsx';
import { CorrectContact } from '../../../casework/coaching/panels/correct-contact.tsx';
import { CorrectExit, CorrectMove } from '../../../casework/exit/panel.tsx';
import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { CorrectReferral } from '../../../casework/referral/panels/correct-referral.tsx';
import { ChangeBreak } from '../../../casework/relationship/panels/agree-break.tsx';
import { CorrectStart } from '../../../casework/relationship/panels/correct-start.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { TakeBack } from '../../../web/take-back.tsx';
import { useAsk, useDo } from '../../app/api.ts';
import { clientDesk } from '../texts.ts';
import type { ClientPageData } from './timeline.tsx';

type Of<List extends 'contacts' | 'exits' | 'transitions' | 'relationships' | 'placements' | 'referrals'> =
  ClientPageData[List][number];

type Permitted = ClientPageData['permitted'][number];

/** A fact of the diary that can be corrected or taken back. */
export type Correctable =
  | { readonly kind: 'exit'; readonly fact: Of<'exits'> }
  | { readonly kind: 'move'; readonly fact: Of<'transitions'> }
  | { readonly kind: 'break'; readonly fact: Of<'relationships'>['pauses'][number] }
  | { readonly kind: 'start'; readonly fact: Of<'relationships'> }
  | { readonly kind: 'placement'; readonly fact: Of<'placements'> }
  | { readonly kind: 'contact'; readonly fact: Of<'contacts'> }
  | { readonly kind: 'referral'; readonly fact: Of<'referrals'> }
  | { readonly kind: 'withdrawal'; readonly fact: Of<'referrals'> };

/** Which acts correct a fact of a kind, and which take it back. */
const corrects: Readonly<Partial<Record<Correctable['kind'], Permitted>>> = {
  exit: 'correctExit',
  move: 'correctMove',
  start: 'correctStart',
  placement: 'correctPlacementEnd',
  break: 'changeBreak',
  contact: 'correctContact',
  referral: 'correctReferral',
};
const takesBack = {
  exit: 'takeBackExit',
  move: 'takeBackMove',
  break: 'takeBackBreak',
  start: 'takeBackStart',
  placement: 'takeBackPlacement',
  contact: 'takeBackEarlierContact',
  referral: 'takeBackReferral',
  withdrawal: 'takeBackWithdrawal',
} as const satisfies Record<Correctable['kind'], Permitted>;

interface CorrectionActsProps {
  readonly page: ClientPageData;
  readonly of: Correctable;
  /** What it is and when, as the row says it. */
  readonly named: string;
}

/** The buttons of a row of the diary that correct it or take it back, for whoever may. */
export function CorrectionActs({ page, of, named }: CorrectionActsProps) {
  const words = useTexts(clientDesk).corrections;
  const [open, setOpen] = useState(false);
  const { kind } = of;
  const correct = corrects[kind];
  // A place that goes on is ended on its own page; only an end can be wrong.
  const isOver = of.kind !== 'placement' || of.fact.during.to !== null;
  const mayCorrect = correct !== undefined && isOver && page.permitted.includes(correct);
  return (
    <>
      {mayCorrect && (
        <button
          type="button"
          className="icon-button"
          title={words.correct}
          aria-label={`${words.correct}: ${named}`}
          onClick={() => setOpen(true)}
        >
          <PencilIcon aria-hidden="true" />
        </button>
      )}
      {page.permitted.includes(takesBack[kind]) && <TakeBackFact page={page} of={of} named={named} />}
      {open && <Correct page={page} of={of} close={() => setOpen(false)} />}
    </>
  );
}

interface CorrectProps {
  readonly page: ClientPageData;
  readonly of: Correctable;
  readonly close: () => void;
}

function Correct({ page, of, close }: CorrectProps) {
  const { services } = useTexts(organiserTexts);
  const clientId = page.client.id;
  if (of.kind === 'contact') {
    const served = page.relationships.map(({ id, service }) => ({ relationshipId: id, name: services[service] }));
    return <CorrectContact clientId={clientId} contact={of.fact} services={served} close={close} />;
  }
  if (of.kind === 'exit') return <CorrectExit clientId={clientId} exit={of.fact} close={close} />;
  if (of.kind === 'move') {
    const held = page.relationships.map(({ id, service }) => ({ id, serviceName: services[service] }));
    return <CorrectMove clientId={clientId} move={of.fact} services={held} close={close} />;
  }
  if (of.kind === 'start') return <CorrectStart clientId={clientId} relationship={of.fact} close={close} />;
  if (of.kind === 'placement') return <CorrectPlacementEnd clientId={clientId} placement={of.fact} close={close} />;
  if (of.kind === 'break') return <ChangeBreak clientId={clientId} pause={of.fact} close={close} />;
  if (of.kind === 'referral') return <CorrectReferral clientId={clientId} referral={of.fact} close={close} />;
  return null;
}

/** Takes the fact back. */
function TakeBackFact({ page, of, named }: CorrectionActsProps) {
  const words = useTexts(clientDesk).corrections;
  const send = useTakeBack(page.client.id, of);
  return <TakeBack named={named} follows={words.follows[of.kind]} seen={of.fact.version} send={send} />;
}

function useTakeBack(clientId: string, of: Correctable): (why: string, seen: string | null) => Promise<unknown> {
  const { id } = of.fact;
  const [exit, move, pause] = [useDo('takeBackExit'), useDo('takeBackMove'), useDo('takeBackBreak')];
  const [start, placement] = [useDo('takeBackStart'), useDo('takeBackPlacement')];
  const [referral, withdrawal] = [useDo('takeBackReferral'), useDo('takeBackWithdrawal')];
  const contact = useDo('takeBackEarlierContact');
  const acts = {
    exit: (why: string, seen: string | null) => exit.mutateAsync({ clientId, exitId: id, why, seen }),
    move: (why: string, seen: string | null) => move.mutateAsync({ clientId, transitionId: id, why, seen }),
    break: (why: string, seen: string | null) => pause.mutateAsync({ clientId, pauseId: id, why, seen }),
    start: (why: string, seen: string | null) => start.mutateAsync({ clientId, relationshipId: id, why, seen }),
    placement: (why: string, seen: string | null) => placement.mutateAsync({ clientId, placementId: id, why, seen }),
    contact: (why: string, seen: string | null) => contact.mutateAsync({ clientId, contactId: id, why, seen }),
    referral: (why: string, seen: string | null) => referral.mutateAsync({ clientId, referralId: id, why, seen }),
    withdrawal: (why: string, seen: string | null) => withdrawal.mutateAsync({ clientId, referralId: id, why, seen }),
  };
  return acts[of.kind];
}

/** What was corrected or taken back, by whom and why; nothing where nothing was. */
export function Corrections({ clientId }: { clientId: string }) {
  const { corrections: words, acts } = useTexts(clientDesk);
  const format = useFormat();
  const query = useAsk('correctionsOf', { clientId });
  return (
    <Answer of={query}>
      {({ corrections }) =>
        corrections.length === 0 ? null : (
          <Card title={words.title}>
            <ol className="diary">
              {corrections.map((one) => (
                <li key={one.id} className="diary-line">
                  <span className="muted diary-day">{format.instant(one.madeAt)}</span>
                  <strong>{one.act in acts ? acts[one.act as keyof typeof acts] : one.act}</strong>
                  <span className="diary-text">{one.why}</span>
                  <span className="muted diary-by">{one.by}</span>
                </li>
              ))}
            </ol>
          </Card>
        )
      }
    </Answer>
  );
}
