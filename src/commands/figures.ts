import { figures as all } from '../figures/frame/registry.ts';
import { languageOption } from './asked.ts';
import { choice, command } from './command.ts';

export const figuresCommand = command({
  usage:
    '[--lang fi|sv|en] [--format text|json]\n\n  --lang     language of labels and definitions, Finnish where it is not given\n  --format   text where it is not given',
  options: { lang: { type: 'string' }, format: { type: 'string' } },
  async run({ values }) {
    const language = languageOption(values.lang);
    const format = choice('format', values.format, ['text', 'json'] as const, 'text');
    const rows = all.map(({ id, question, unit, basis, label, definition, population, facts }) => ({
      id,
      question,
      unit,
      basis,
      label: label[language],
      definition: definition[language],
      population,
      facts,
    }));
    if (format === 'json') console.log(JSON.stringify(rows, null, 2));
    else
      for (const one of rows)
        console.log(`${one.id} (${one.question}; ${one.unit}, ${one.basis})\n  ${one.label}. ${one.definition}\n`);
    return 0;
  },
});
