import { Button } from '@navikt/ds-react/Button';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problem } from '../../kernel/problem.ts';
import { ApiProblem } from '../../web/api.ts';
import { Form, useForm } from '../../web/form.tsx';
import { useFormat } from '../../web/kit/format.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { TextField } from '../../web/kit/text-field.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { makePasskey, NoPasskey, passkeysWork } from '../../web/passkey.ts';
import { addOwnPasskey, newPasskeyQuestion, passkeysQuery, removeOwnPasskey } from './session.ts';
import { frame } from './texts.ts';

/** One's own passkeys: which there are, a new one, and the end of one that is lost or not in use any more. */
export function OwnPasskeys({ done }: { done?: () => void }) {
  const words = useTexts(frame);
  const format = useFormat();
  const query = useQuery(passkeysQuery);
  const [removing, setRemoving] = useState<string | null>(null);
  return (
    <>
      <p>{words.passkeysHelp}</p>
      <Answer of={query}>
        {(passkeys) =>
          passkeys.length > 0 && (
            <ul className="own-sessions">
              {passkeys.map(({ id, name, madeAt, usedAt }) => (
                <li key={id}>
                  <div>
                    <b>{name}</b>
                    <p className="muted">
                      {usedAt ? words.usedAt(format.instant(usedAt)) : words.passkeyMade(format.instant(madeAt))}
                    </p>
                  </div>
                  {removing === id ? (
                    <RemovePasskey id={id} done={() => setRemoving(null)} />
                  ) : (
                    <Button
                      type="button"
                      size="small"
                      variant="secondary"
                      aria-label={words.passkeyRemoveThis(name)}
                      onClick={() => setRemoving(id)}
                    >
                      {words.passkeyRemove}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      {passkeysWork() ? <AddPasskey done={done} /> : <p className="muted">{words.passkeysNotHere}</p>}
    </>
  );
}

function AddPasskey({ done }: { done: (() => void) | undefined }) {
  const words = useTexts(frame);
  const queries = useQueryClient();
  const toast = useToast();
  const form = useForm({
    initial: { name: '', current: '' },
    unguarded: true,
    check: (values) =>
      (['name', 'current'] as const).flatMap((field) =>
        values[field].trim() === '' ? [{ field, message: words.missing }] : [],
      ),
    send: async ({ name, current }) => {
      const answer = await makePasskey(await newPasskeyQuestion(current)).catch((error: unknown) => {
        if (error instanceof NoPasskey) throw new ApiProblem(problem('no-passkey', 422, words.passkeyNone));
        throw error;
      });
      await addOwnPasskey(queries, name.trim(), answer);
    },
    done: () => {
      toast({ done: words.passkeyAdded });
      form.reset();
      done?.();
    },
  });
  return (
    <Form form={form} submit={words.passkeyAdd}>
      <TextField {...form.field('name')} label={words.passkeyName} description={words.passkeyNameHelp} />
      <TextField {...form.field('current')} label={words.current} type="password" autoComplete="current-password" />
    </Form>
  );
}

function RemovePasskey({ id, done }: { id: string; done: () => void }) {
  const words = useTexts(frame);
  const queries = useQueryClient();
  const toast = useToast();
  const form = useForm({
    initial: { current: '' },
    unguarded: true,
    check: ({ current }) => (current === '' ? [{ field: 'current', message: words.missing }] : []),
    send: ({ current }) => removeOwnPasskey(queries, id, current),
    done: () => {
      toast({ done: words.passkeyRemoved });
      done();
    },
  });
  return (
    <Form form={form} submit={words.passkeyRemove} cancel={done}>
      <TextField {...form.field('current')} label={words.current} type="password" autoComplete="current-password" />
    </Form>
  );
}
