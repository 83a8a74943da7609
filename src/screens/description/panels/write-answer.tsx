import { Button } from '@navikt/ds-react/Button';
import { descriptionTexts } from '../../../description/texts.ts';
import type { Description } from '../../../description/words.ts';
import { type Language, languages } from '../../../kernel/language.ts';
import { Form, useForm } from '../../../web/form.tsx';
import { Dialog } from '../../../web/kit/dialog.tsx';
import { SelectField, TextArea } from '../../../web/kit/fields.tsx';
import { useFormat } from '../../../web/kit/format.ts';
import { useLanguage, useTexts } from '../../../web/kit/language.tsx';
import { useToast } from '../../../web/kit/toast.tsx';
import { api, useAsk, useDo } from '../../app/api.ts';
import { type DescribedAnswer, WrittenAnswer } from './answers.tsx';

interface WriteProps {
  readonly question: DescribedAnswer;
  readonly described: Description;
  readonly close: () => void;
}

/** Writes an answer anew; the texts that stood before can be read below and taken back into use. */
export function WriteAnswer({ question, described, close }: WriteProps) {
  const words = useTexts(descriptionTexts);
  const toast = useToast();
  const write = useDo('writeDescriptionAnswer');
  const { language: own } = useLanguage();
  const { code } = described.organiser;
  const at = { organiser: code, service: described.group, question: question.id };
  const form = useForm({
    draft: { name: `answer ${code} ${described.group} ${question.id}` },
    initial: { text: question.text ?? '', language: (question.language ?? own) as Language | '' },
    seen: question.version === null ? null : String(question.version),
    send: ({ text, language }, seen) => write.mutateAsync({ ...at, text, language: language || own, seen }),
    done: ({ version }) => {
      // The undo takes back this text alone: where somebody has written since, it is told.
      toast({
        done: words.saved,
        undo: () =>
          api.writeDescriptionAnswer({
            ...at,
            text: question.text ?? '',
            language: question.language ?? own,
            seen: version,
          }),
      });
      close();
    },
  });
  const field = form.field('text');
  return (
    <Dialog title={`${question.id} ${question.question}`} close={close} wide>
      <Form form={form} submit={words.save} cancel={close}>
        <TextArea {...field} label={words.answer} description={words.writeHelp} rows={10} maxLength={20_000} />
        <SelectField
          {...form.field('language')}
          label={words.answerLanguage}
          description={words.answerLanguageHelp}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
        />
      </Form>
      {(question.version ?? 0) > 1 && <Earlier question={question} described={described} take={field.change} />}
    </Dialog>
  );
}

function Earlier({ question, described, take }: Omit<WriteProps, 'close'> & { take: (text: string) => void }) {
  const words = useTexts(descriptionTexts);
  const format = useFormat();
  const query = useAsk('descriptionAnswerVersions', {
    organiser: described.organiser.code,
    service: described.group,
    question: question.id,
  });
  if (!query.data) return null;
  return (
    <section className="versions" aria-label={words.versions}>
      <h3>{words.versions}</h3>
      {query.data.versions.map(({ version, text, language, writtenOn, writtenBy }) => (
        <details key={version}>
          <summary>
            {words.versionOf(version, format.day(writtenOn))}
            {writtenBy && <span className="muted"> {writtenBy}</span>}
          </summary>
          {text === '' ? (
            <p className="muted">{words.emptyVersion}</p>
          ) : (
            <WrittenAnswer text={text} language={language} />
          )}
          <Button type="button" size="small" variant="secondary" onClick={() => take(text)}>
            {words.bringBack}
            <span className="visually-hidden"> {words.version(version)}</span>
          </Button>
        </details>
      ))}
    </section>
  );
}
