import { ArrowUndoIcon, PencilIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { CorrectExit } from '../../../casework/exit/panel.tsx';
import { CorrectReferral } from '../../../casework/referral/panels/correct-referral.tsx';
import { ChangeBreak } from '../../../casework/relationship/panels/agree-break.tsx';
import { Form, useForm } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useAsk, useDo } from '../../app/api.ts';
import { clientDesk } from '../texts.ts';
import type { ClientPageData } from './timeline.tsx';

type Of<List extends 'exits' | 'transitions' | 'relationships' | 'placements' | 'referrals'> =
  ClientPageData[List][number];

type Permitted = ClientPageData['permitted'][number];

/** A fact of the diary that can be corrected or taken back. */
export type Correctable =
  | { readonly kind: 'exit'; readonly fact: Of<'exits'> }
  | { readonly kind: 'move'; readonly fact: Of<'transitions'> }
  | { readonly kind: 'break'; readonly fact: Of<'relationships'>['pauses'][number] }
  | { readonly kind: 'start'; readonly fact: Of<'relationships'> }
  | { readonly kind: 'placement'; readonly fact: Of<'placements'> }
  | { readonly kind: 'referral'; readonly fact: Of<'referrals'> }
  | { readonly kind: 'withdrawal'; readonly fact: Of<'referrals'> };

/** Which acts correct a fact of a kind, and which take it back. */
const corrects: Readonly<Partial<Record<Correctable['kind'], Permitted>>> = {
  exit: 'correctExit',
  break: 'changeBreak',
  referral: 'correctReferral',
};
const takesBack = {
  exit: 'takeBackExit',
  move: 'takeBackMove',
  break: 'takeBackBreak',
  start: 'takeBackStart',
  placement: 'takeBackPlacement',
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
  const [open, setOpen] = useState<'correct' | 'take-back'>();
  const close = () => setOpen(undefined);
  const { kind } = of;
  const correct = corrects[kind];
  const mayCorrect = correct !== undefined && page.permitted.includes(correct);
  return (
    <>
      {mayCorrect && (
        <button
          type="button"
          className="icon-button"
          title={words.correct}
          aria-label={`${words.correct}: ${named}`}
          onClick={() => setOpen('correct')}
        >
          <PencilIcon aria-hidden="true" />
        </button>
      )}
      {page.permitted.includes(takesBack[kind]) && (
        <button
          type="button"
          className="icon-button"
          title={words.takeBack}
          aria-label={`${words.takeBack}: ${named}`}
          onClick={() => setOpen('take-back')}
        >
          <ArrowUndoIcon aria-hidden="true" />
        </button>
      )}
      {open === 'correct' && <Correct clientId={page.client.id} of={of} close={close} />}
      {open === 'take-back' && <TakeBack clientId={page.client.id} of={of} named={named} close={close} />}
    </>
  );
}

interface CorrectProps {
  readonly clientId: string;
  readonly of: Correctable;
  readonly close: () => void;
}

function Correct({ clientId, of, close }: CorrectProps) {
  if (of.kind === 'exit') return <CorrectExit clientId={clientId} exit={of.fact} close={close} />;
  if (of.kind === 'break') return <ChangeBreak clientId={clientId} pause={of.fact} close={close} />;
  if (of.kind === 'referral') return <CorrectReferral clientId={clientId} referral={of.fact} close={close} />;
  return null;
}

/** Asks why, and says what follows. */
function TakeBack({ clientId, of, named, close }: CorrectProps & { readonly named: string }) {
  const words = useTexts(clientDesk).corrections;
  const toast = useToast();
  const takeBack = useTakeBack(clientId, of);
  const form = useForm({
    initial: { why: '' },
    send: ({ why }) => takeBack(why),
    done: () => {
      toast({ done: words.takenBack });
      close();
    },
  });
  return (
    <Dialog title={words.takeBack} close={close}>
      <p>
        <strong>{named}</strong>
      </p>
      <p className="muted">{words.follows[of.kind]}</p>
      <Form form={form} submit={words.takeBack} cancel={close}>
        <TextArea {...form.field('why')} label={words.why} rows={2} />
      </Form>
    </Dialog>
  );
}

function useTakeBack(clientId: string, of: Correctable): (why: string) => Promise<unknown> {
  const { id } = of.fact;
  const [exit, move, pause] = [useDo('takeBackExit'), useDo('takeBackMove'), useDo('takeBackBreak')];
  const [start, placement] = [useDo('takeBackStart'), useDo('takeBackPlacement')];
  const [referral, withdrawal] = [useDo('takeBackReferral'), useDo('takeBackWithdrawal')];
  const acts = {
    exit: (why: string) => exit.mutateAsync({ clientId, exitId: id, why }),
    move: (why: string) => move.mutateAsync({ clientId, transitionId: id, why }),
    break: (why: string) => pause.mutateAsync({ clientId, pauseId: id, why }),
    start: (why: string) => start.mutateAsync({ clientId, relationshipId: id, why }),
    placement: (why: string) => placement.mutateAsync({ clientId, placementId: id, why }),
    referral: (why: string) => referral.mutateAsync({ clientId, referralId: id, why }),
    withdrawal: (why: string) => withdrawal.mutateAsync({ clientId, referralId: id, why }),
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
