import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renderSVG } from 'uqr';
import { Form, useForm } from '../../web/form.tsx';
import { useTexts } from '../../web/kit/language.tsx';
import { Answer } from '../../web/kit/loading.tsx';
import { TextField } from '../../web/kit/text-field.tsx';
import { useToast } from '../../web/kit/toast.tsx';
import { codesQuery, confirmOwnCodes, endOwnCodes, type NewCodes, newOwnCodes } from './session.ts';
import { frame } from './texts.ts';

/** Codes of an authenticator beside the password: set up by showing one, given up by showing one. */
export function OwnCodes({ done }: { done: () => void }) {
  const query = useQuery(codesQuery);
  return <Answer of={query}>{({ setUp }) => (setUp ? <GiveUp done={done} /> : <SetUp done={done} />)}</Answer>;
}

function SetUp({ done }: { done: () => void }) {
  const [made, setMade] = useState<NewCodes | null>(null);
  return made ? <Confirm {...made} done={done} /> : <Begin got={setMade} />;
}

/** The present password first: whoever finds an open desk binds the account to no phone. */
function Begin({ got }: { got: (made: NewCodes) => void }) {
  const words = useTexts(frame);
  const form = useForm({
    initial: { current: '' },
    unguarded: true,
    check: ({ current }) => (current === '' ? [{ field: 'current', message: words.missing }] : []),
    send: async ({ current }) => got(await newOwnCodes(current)),
    done: () => {},
  });
  return (
    <>
      <p>{words.codesBegin}</p>
      <Form form={form} submit={words.codesNext}>
        <TextField {...form.field('current')} label={words.current} type="password" autoComplete="current-password" />
      </Form>
    </>
  );
}

function Confirm({ secret, address, done }: NewCodes & { done: () => void }) {
  const words = useTexts(frame);
  return (
    <>
      <p>{words.codesHelp}</p>
      <img
        className="own-codes"
        alt={words.codesPicture}
        src={`data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`}
      />
      <p>
        {words.codesSecret} <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
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
