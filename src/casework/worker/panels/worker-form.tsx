import { type Language, languages } from '../../../kernel/language.ts';
import { apiOf } from '../../../web/api.ts';
import { FieldRow, type FieldsOf, Form, useForm } from '../../../web/form.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { CheckField, SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { TextField } from '../../../web/kit/text-field.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { useToday } from '../../../web/kit/today.tsx';
import type * as acts from '../acts.ts';
import { workerTexts } from '../texts.ts';
import type { Staff } from '../words.ts';
import { emptyPost, PostFields, sentPost, type UnitChoice } from './post-form.tsx';

const { useDo } = apiOf<typeof acts>();

interface Details {
  readonly familyName: string;
  readonly givenName: string;
  readonly phone: string;
  readonly email: string;
  readonly language: Language | '';
}

const filled = (text: string): string | null => text.trim() || null;

const sent = ({ familyName, givenName, phone, email, language }: Details) => ({
  familyName,
  givenName,
  phone: filled(phone),
  email: filled(email),
  language: language as Language,
});

function DetailFields({ form }: { form: { readonly fields: FieldsOf<Details> } }) {
  const words = useTexts(workerTexts);
  const { fields } = form;
  return (
    <>
      <FieldRow>
        <TextField {...fields.givenName} label={words.givenName} />
        <TextField {...fields.familyName} label={words.familyName} />
      </FieldRow>
      <FieldRow>
        <TextField {...fields.phone} label={words.phone} type="tel" optional />
        <TextField {...fields.email} label={words.email} type="email" optional />
      </FieldRow>
      <SelectField
        {...fields.language}
        label={words.language}
        options={languages.map((value) => ({ value, label: words.languages[value] }))}
      />
    </>
  );
}

/** The letters of a name as a username has them: Åsa Mäki is asa.maki. */
function suggested(givenName: string, familyName: string): string {
  const plain = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9-]/g, '');
  return [plain(givenName.split(/\s/)[0] ?? ''), plain(familyName)].filter(Boolean).join('.');
}

interface AddProps {
  readonly units: readonly UnitChoice[];
  readonly close: () => void;
  readonly added: (worker: { readonly workerId: string; readonly name: string; readonly half: string | null }) => void;
}

/** A new colleague with a first post, and an account to sign in with. */
export function AddWorker({ units, close, added }: AddProps) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const today = useToday();
  const add = useDo('addWorker');
  const form = useForm({
    initial: {
      familyName: '',
      givenName: '',
      phone: '',
      email: '',
      language: 'fi' as Language | '',
      ...emptyPost(today),
      account: true,
      username: '',
    },
    send: ({ account, username, ...values }) =>
      add.mutateAsync({
        ...sent(values),
        ...sentPost(values),
        username: account ? username || suggested(values.givenName, values.familyName) : null,
      }),
    done: ({ workerId, half }, { familyName, givenName }) => {
      const name = `${givenName} ${familyName}`;
      toast({ done: words.added(name) });
      added({ workerId, name, half });
    },
  });
  const { account, givenName, familyName, username } = form.values;
  const field = form.field('username');
  return (
    <Dialog title={words.addWorker} close={close} wide>
      <Form form={form} submit={words.addWorker} cancel={close}>
        <DetailFields form={form} />
        <PostFields form={form} units={units} />
        <CheckField {...form.field('account')} label={words.withAccount} />
        {account && (
          <TextField
            {...field}
            value={username || suggested(givenName, familyName)}
            label={words.username}
            description={words.usernameHelp}
          />
        )}
      </Form>
    </Dialog>
  );
}

/** Changes who a colleague is and how one is reached. */
export function ChangeWorker({ worker, close }: { worker: Staff; close: () => void }) {
  const words = useTexts(workerTexts);
  const toast = useToast();
  const change = useDo('changeWorker');
  const form = useForm({
    initial: {
      familyName: worker.familyName,
      givenName: worker.givenName,
      phone: worker.phone ?? '',
      email: worker.email ?? '',
      language: worker.language as Language | '',
    },
    seen: worker.version,
    send: (values, seen) => change.mutateAsync({ workerId: worker.id, ...sent(values), seen }),
    done: ({ version = null }) => {
      toast({
        done: words.detailsChanged,
        undo: () =>
          change.mutateAsync({
            workerId: worker.id,
            familyName: worker.familyName,
            givenName: worker.givenName,
            phone: worker.phone,
            email: worker.email,
            language: worker.language,
            seen: version,
          }),
      });
      close();
    },
  });
  return (
    <Dialog title={words.changeDetails} close={close}>
      <Form form={form} cancel={close}>
        <DetailFields form={form} />
      </Form>
    </Dialog>
  );
}
