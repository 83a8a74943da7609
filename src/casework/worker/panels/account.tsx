import { FilesIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { apiOf } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { Row } from '../../../web/kit/page.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import './account.css';

const { useDo } = apiOf<typeof acts>();

export interface Given {
  readonly name: string;
  readonly half: string;
  /** The first half is of whoever asked, the second of who confirmed. */
  readonly which: 'first' | 'second';
}

/** Half of a password that was given, shown this once. */
export function OncePassword({ name, half, which, close }: Given & { readonly close: () => void }) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(half);
    toast({ done: words.copied });
  };
  return (
    <Dialog title={which === 'first' ? words.firstHalf : words.secondHalf} close={close}>
      <p>{which === 'first' ? words.firstHalfHelp(name) : words.secondHalfHelp(name)}</p>
      <p>
        <code className="once-password">{half}</code>
      </p>
      <Row>
        <Button size="small" onClick={close}>
          {words.close}
        </Button>
        <Button
          size="small"
          variant="secondary"
          icon={<FilesIcon aria-hidden="true" />}
          onClick={() => void copy().catch(toast.failed)}
        >
          {words.copy}
        </Button>
      </Row>
    </Dialog>
  );
}

interface OpenProps {
  readonly workerId: string;
  readonly close: () => void;
  readonly opened: (half: string) => void;
}

interface ResetProps {
  readonly workerId: string;
  readonly close: () => void;
  readonly done: (half: string) => void;
}

/** Asks for a new password; codes and passkeys stay, unless the phone or the key is lost. */
export function ResetPassword({ workerId, close, done }: ResetProps) {
  const words = useTexts(workerTexts);
  const reset = useDo('resetPassword');
  const form = useForm({
    initial: { lost: false },
    send: ({ lost }) => reset.mutateAsync({ workerId, lost }),
    done: ({ half }) => done(half),
  });
  return (
    <Dialog title={words.resetPassword} close={close}>
      <Form form={form} submit={words.resetPassword} cancel={close}>
        <p>{words.resetAsk}</p>
        <CheckField {...form.field('lost')} label={words.lostDevice} description={words.lostDeviceHelp} />
      </Form>
    </Dialog>
  );
}

export function OpenAccount({ workerId, close, opened }: OpenProps) {
  const words = useTexts(workerTexts);
  const open = useDo('openAccount');
  const form = useForm({
    initial: { username: '' },
    send: ({ username }) => open.mutateAsync({ workerId, username }),
    done: ({ half }) => opened(half),
  });
  return (
    <Dialog title={words.openAccount} close={close}>
      <Form form={form} submit={words.openAccount} cancel={close}>
        <TextField {...form.field('username')} label={words.username} description={words.usernameHelp} />
      </Form>
    </Dialog>
  );
}
