import { useQuery, useQueryClient } from '@tanstack/react-query';
import { renderSVG } from 'uqr';
import { Form, useForm } from '../../web/form.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { TextField } from '../../web/kit/text-field.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { codesQuery, confirmOwnCodes, endOwnCodes, newCodesQuery } from './session.ts';
import { frame } from './texts.ts';

/** Codes of an authenticator beside the password: set up by showing one, given up by showing one. */
export function OwnCodes({ done }: { done: () => void }) {
  const query = useQuery(codesQuery);
  return <Answer of={query}>{({ setUp }) => (setUp ? <GiveUp done={done} /> : <SetUp done={done} />)}</Answer>;
}

function SetUp({ done }: { done: () => void }) {
  const words = useTexts(frame);
  const query = useQuery(newCodesQuery);
  return (
    <>
      <p>{words.codesHelp}</p>
      <Answer of={query}>
        {({ secret, address }) => (
          <>
            <img
              className="own-codes"
              alt={words.codesPicture}
              src={`data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`}
            />
            <p>
              {words.codesSecret} <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
            </p>
          </>
        )}
      </Answer>
      <CodeForm submit={words.codesConfirm} send={confirmOwnCodes} said={words.codesSetUp} done={done} />
    </>
  );
}

function GiveUp({ done }: { done: () => void }) {
  const words = useTexts(frame);
  return (
    <>
      <p>{words.codesInUse}</p>
      <CodeForm submit={words.codesEnd} send={endOwnCodes} said={words.codesEnded} done={done} />
    </>
  );
}

interface CodeFormProps {
  readonly submit: string;
  readonly send: typeof confirmOwnCodes;
  readonly said: string;
  readonly done: () => void;
}

function CodeForm({ submit, send, said: text, done }: CodeFormProps) {
  const words = useTexts(frame);
  const queries = useQueryClient();
  const toast = useToast();
  const form = useForm({
    initial: { code: '' },
    unguarded: true,
    check: ({ code }) => (code.trim() === '' ? [{ field: 'code', message: words.missing }] : []),
    send: ({ code }) => send(queries, code.trim()),
    done: () => {
      toast({ done: text });
      done();
    },
  });
  return (
    <Form form={form} submit={submit}>
      <TextField {...form.field('code')} label={words.code} autoComplete="one-time-code" />
    </Form>
  );
}
