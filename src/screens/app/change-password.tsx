import { useQueryClient } from '@tanstack/react-query';
import { Form, useForm } from '../../web/form.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { TextField } from '../../web/kit/text-field.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { changeOwnPassword } from './session.ts';
import { frame } from './texts.ts';

/** The password that one has, and the one that one wants; `done` after it is changed. */
export function ChangePassword({ done, cancel }: { done: () => void; cancel?: () => void }) {
  const words = useTexts(frame);
  const queries = useQueryClient();
  const toast = useToast();
  const form = useForm({
    initial: { current: '', next: '', again: '' },
    check: (values) => [
      ...(['current', 'next'] as const).flatMap((field) =>
        values[field] === '' ? [{ field, message: words.missing }] : [],
      ),
      ...(values.again === values.next ? [] : [{ field: 'again', message: words.notSame }]),
    ],
    send: ({ current, next }) => changeOwnPassword(queries, { current, next }),
    done: () => {
      toast({ done: words.passwordChanged });
      done();
    },
  });
  return (
    <Form form={form} submit={words.changePassword} cancel={cancel}>
      <TextField {...form.field('current')} label={words.current} type="password" autoComplete="current-password" />
      <TextField
        {...form.field('next')}
        label={words.next}
        description={words.nextHelp}
        type="password"
        autoComplete="new-password"
      />
      <TextField {...form.field('again')} label={words.again} type="password" autoComplete="new-password" />
    </Form>
  );
}
