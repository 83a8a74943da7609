import { Dialog } from '../../../web/kit/dialog.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { decisionTexts } from '../texts.ts';
import './letter-sheet.css';

interface Section {
  readonly heading: string;
  readonly text: string;
}

export interface LetterPreview {
  readonly title: string;
  readonly language: string;
  readonly lines: readonly string[];
  readonly statement: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly Section[];
  readonly provisions: { readonly heading: string; readonly items: readonly string[] };
  readonly instructions: { readonly heading: string; readonly sections: readonly Section[] };
}

/** The letter's words as the client will read them, before anything is decided. */
export function LetterSheet({ letter, close }: { letter: LetterPreview; close: () => void }) {
  const words = useTexts(decisionTexts);
  const named: Readonly<Record<string, string>> = words.languages;
  const language = named[letter.language];
  return (
    <Dialog title={words.previewTitle} close={close} wide>
      {language && <p className="muted">{words.toClient(language)}</p>}
      <article className="letter-sheet" lang={letter.language === 'selko' ? 'fi' : letter.language}>
        <address>
          {letter.lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
        <h3>{letter.title}</h3>
        <p className="letter-statement">{letter.statement}</p>
        {letter.rows.length > 0 && (
          <dl>
            {letter.rows.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {letter.sections.map((section) => (
          <Part key={section.heading} section={section} />
        ))}
        <h4>{letter.provisions.heading}</h4>
        <ul>
          {letter.provisions.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <section className="letter-instructions">
          <h3>{letter.instructions.heading}</h3>
          {letter.instructions.sections.map((section) => (
            <Part key={section.heading} section={section} />
          ))}
        </section>
      </article>
    </Dialog>
  );
}

function Part({ section: { heading, text } }: { section: Section }) {
  return (
    <>
      <h4>{heading}</h4>
      <p className="letter-text">{text}</p>
    </>
  );
}
