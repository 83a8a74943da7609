import { KeyVerticalIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react/Button';
import { useRef, useState } from 'react';
import { codeOf, type Problem, problem } from '../../../kernel/problem.ts';
import { ApiProblem } from '../../../web/api.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { ProblemMessage, problemOf } from '../../../web/kit/problem.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { answerByPasskey, NoPasskey, passkeysWork } from '../../../web/passkey.ts';
import { type Credentials, passkeyQuestion, type WayIn } from '../../app/session.ts';
import { signInTexts } from '../texts.ts';

interface CredentialsFormProps {
  readonly username?: string | undefined;
  readonly passwordHelp?: string | undefined;
  readonly send: (way: WayIn) => Promise<void>;
}

/** Username, password, and the second factor where it is asked; or a passkey in place of all. */
export function CredentialsForm({ username = '', passwordHelp, send }: CredentialsFormProps) {
  const words = useTexts(signInTexts);
  const second = useRef<Problem>(undefined);
  const confirm = async (values: Credentials) => {
    const refusal = second.current as Problem;
    const passkey = await answerByPasskey(refusal.passkey).catch((failure: unknown) => {
      throw failure instanceof NoPasskey ? new ApiProblem(refusal) : failure;
    });
    await send({ ...values, code: '', passkey });
  };
  const instead = ['passkey-needed', 'code-or-passkey-needed'].map((on) => ({
    on,
    help: passkeysWork() ? words.passkeyHelp : words.passkeyNotHere,
    label: words.passkeyConfirm,
    send: confirm,
  }));
  const form = useForm({
    initial: { username, password: '', code: '' },
    unguarded: true,
    instead,
    check: (values) => [
      ...(values.username.trim() === '' ? [{ field: 'username', message: words.missing }] : []),
      ...(values.password === '' ? [{ field: 'password', message: words.missing }] : []),
    ],
    send: async (values) => {
      try {
        await send(values);
      } catch (failure) {
        second.current = problemOf(failure);
        // Where nothing else can be shown it is asked for at once.
        if (codeOf(second.current) !== 'passkey-needed' || !passkeysWork()) throw failure;
        await confirm(values);
      }
    },
  });
  const codeAsked =
    form.values.code !== '' ||
    ['code-needed', 'code-or-passkey-needed', 'wrong-code'].includes(form.problem ? codeOf(form.problem) : '');
  const wait = Number(form.problem?.retryAfterSeconds ?? 0);
  return (
    <>
      <Form form={form} submit={words.act}>
        <TextField {...form.field('username')} label={words.username} autoComplete="username" />
        <TextField
          {...form.field('password')}
          label={words.password}
          description={passwordHelp}
          type="password"
          autoComplete="current-password"
        />
        {codeAsked && <TextField {...form.field('code')} label={words.code} autoComplete="one-time-code" />}
        {wait > 0 && <p>{wait < 60 ? words.waitSeconds(wait) : words.wait(Math.ceil(wait / 60))}</p>}
      </Form>
      {passkeysWork() && <ByPasskey send={send} />}
    </>
  );
}

/** The way by a passkey that knows its user, without name and password. */
function ByPasskey({ send }: Pick<CredentialsFormProps, 'send'>) {
  const words = useTexts(signInTexts);
  const [failure, setFailure] = useState<unknown>();
  const enter = async () => {
    setFailure(undefined);
    try {
      await send({ answer: await answerByPasskey(await passkeyQuestion()) });
    } catch (error) {
      setFailure(error instanceof NoPasskey ? problem('no-passkey', 422, words.passkeyNone) : error);
    }
  };
  return (
    <div className="sign-in-passkey">
      <Button
        type="button"
        size="small"
        variant="secondary"
        icon={<KeyVerticalIcon aria-hidden="true" />}
        onClick={() => void enter()}
      >
        {words.byPasskey}
      </Button>
      {failure !== undefined && <ProblemMessage problem={problemOf(failure)} />}
    </div>
  );
}
