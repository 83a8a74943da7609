import { Dialog } from '../../../web/kit/dialog.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import { decisionTexts } from '../texts.ts';
import type { LetterBlock, LetterPreview } from '../words.ts';
import './letter-sheet.css';

/** The letter as the client will read it, all of it in its order, before anything is decided. */
export function LetterSheet({ letter, close }: { letter: LetterPreview; close: () => void }) {
  const words = useTexts(decisionTexts);
  const named: Readonly<Record<string, string>> = words.languages;
  const language = named[letter.language];
  return (
    <Dialog title={words.previewTitle} close={close} wide>
      {language && <p className="muted">{words.toClient(language)}</p>}
      <article className="letter-sheet" lang={letter.language === 'selko' ? 'fi' : letter.language}>
        <div className="letter-top">
          <div>
            <Lines of={letter.sender} />
            <Lines of={letter.recipient} />
          </div>
          <Rows of={letter.facts} />
        </div>
        <h3>{letter.title}</h3>
        {letter.blocks.map((block, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a letter stand in their order, and two may say the same.
          <Piece key={at} block={block} />
        ))}
      </article>
    </Dialog>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  return (
    <address>
      {of.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}

function Rows({ of }: { of: LetterBlock['rows'] }) {
  if (of.length === 0) return null;
  return (
    <dl>
      {of.map(({ label, value }) => (
        <div key={`${label} ${value}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Piece({ block: { as, depth, heading, text, rows, items } }: { block: LetterBlock }) {
  const Heading = depth === 1 ? 'h4' : 'h5';
  const written = text !== '' && <p className={as === 'outcome' ? 'letter-statement' : 'letter-text'}>{text}</p>;
  const isBeforeRows = as === 'outcome';
  return (
    <div className={`letter-${as}`}>
      {heading !== null && <Heading>{heading}</Heading>}
      {isBeforeRows && written}
      <Rows of={rows} />
      {!isBeforeRows && written}
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
