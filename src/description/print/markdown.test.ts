import { expect, test } from 'vitest';
import { day } from '../../kernel/day.ts';
import { descriptionHtml } from './html.ts';
import { descriptionMarkdown } from './markdown.ts';
import type { PrintedDescription } from './paper.ts';

const asOf = day('2021-06-17');
const description: PrintedDescription = {
  language: 'fi',
  service: 'Työtoiminta <ja> valmennus',
  organiser: 'Rauman kaupunki',
  statutes: [],
  asOf,
  knownAt: null,
  madeOn: asOf,
  questions: [
    {
      id: 'Q3',
      question: 'Mikä taho palvelua tarjoaa?',
      answered: true,
      language: 'sv',
      text: 'Näin:\n- oma toiminta\n- ostopalvelu\n\n1. kappale *alkaa*',
      writtenOn: asOf,
      figures: [
        {
          id: 'clients-granted',
          label: 'Palvelu myönnetty',
          value: '15',
          status: 'known',
          definition: 'Eri henkilöt.',
          asOf,
          period: { from: day('2021-01-01'), to: day('2021-06-18') },
          overlapping: true,
          classes: [{ label: 'Avotyö', value: null, status: 'suppressed' }],
        },
      ],
    },
    {
      id: 'Q9',
      question: 'Yhteistyö?',
      answered: false,
      text: null,
      language: null,
      writtenOn: null,
      figures: [],
    },
  ],
};

test('an answer as Markdown stays text, whatever signs it has', () => {
  const [first] = description.questions as [PrintedDescription['questions'][number]];
  const text = 'Otsikko\n===\n\nOsa\n---\n\n```\nkoodi\n~~~\n\n&lt;b&gt; <b>';
  const answer = descriptionMarkdown({ ...description, questions: [{ ...first, text }] });
  expect(answer).toContain('Otsikko\\\n\\===\n\nOsa\\\n\\---\n\n\\`\\`\\`\\\nkoodi\\\n\\~\\~\\~');
  expect(answer).toContain('\\&lt;b\\&gt; \\<b\\>');
});

test('a description as Markdown keeps lists as lists, and says what each figure speaks of', () => {
  const text = descriptionMarkdown(description);
  expect(text).toContain('Näin:\n\n- oma toiminta\n- ostopalvelu\n\n1\\. kappale \\*alkaa\\*');
  expect(text).toContain('Kirjoitettu 17.6.2021');
  expect(text).toContain(
    '| **Palvelu myönnetty** | **15** | Eri henkilöt. Ajalta 1.1.2021–17.6.2021. Sama tapaus voi olla useassa luokassa. |',
  );
  expect(text).toContain('| – Avotyö | ei näytetä | |');
  expect(text).toContain('## Q9 Yhteistyö?\n\n*Ei vastattu*');
});

test('a description is copied with its headings, lists and tables, and nothing in it is markup', () => {
  const html = descriptionHtml(description);
  expect(html).toContain('<h1>Työtoiminta &lt;ja&gt; valmennus</h1>');
  expect(html).toContain('<div lang="sv"><p>Näin:</p><ul><li>oma toiminta</li><li>ostopalvelu</li></ul>');
  expect(html).toContain('<td align="right"><b>15</b></td>');
  expect(html).toContain('<h2>Q9 Yhteistyö?</h2><p><i>Ei vastattu</i></p>');
});

test('a copy says as much as the paper of when it was known, when it was written and how it is read', () => {
  const known = { ...description, knownAt: '2021-07-01T12:00:00Z' };
  const [text, html] = [descriptionMarkdown(known), descriptionHtml(known)];
  for (const part of [
    'Tiedossa',
    '1.7.2021',
    'Kirjoitettu 17.6.2021',
    'Näin kuvausta luetaan',
    'Se ei tarkoita nollaa',
  ])
    for (const copy of [text, html]) expect(copy).toContain(part);
});
