import type { Day } from '../../../kernel/day.ts';
import type { Service } from '../../../kernel/service.ts';
import { apiOf } from '../../../web/api.ts';
import type { FieldsOf } from '../../../web/form.tsx';
import { Card } from '../../../web/kit/card.tsx';
import { RadioField, SelectField } from '../../../web/kit/fields.tsx';
import { useTexts } from '../../../web/kit/language.tsx';
import type * as acts from '../acts.ts';
import { handoverTexts } from '../texts.ts';

const { useAsk } = apiOf<typeof acts>();

interface ChooseResponsibleProps {
  readonly fields: FieldsOf<{ readonly workerId: string }>;
  readonly clientId: string;
  readonly service: Service;
  readonly on: Day;
  /** The value of whoever is named later. */
  readonly later: string;
}

/** Who answers for a client by the organiser's rule: chosen among those whom it lets be named, with how many each has. */
export function ChooseResponsible({ fields, clientId, service, on, later }: ChooseResponsibleProps) {
  const words = useTexts(handoverTexts);
  const query = useAsk('responsibleChoices', { clientId, service, on }, { keep: true });
  const choices = query.data;
  if (!choices) return null;
  const { rule, workers, caseManager } = choices;
  const options = [
    ...workers.map(({ id, name, clients }) => ({ value: id, label: `${name} · ${words.clients(clients)}` })),
    { value: later, label: words.nameLater },
  ];
  return (
    <Card title={words.responsible}>
      <p>{words.rules[rule]}</p>
      {workers.length > 0 &&
        (workers.length <= 6 ? (
          <RadioField {...fields.workerId} label={words.worker} options={options} />
        ) : (
          <SelectField {...fields.workerId} label={words.worker} options={options} />
        ))}
      {caseManager && (
        <p>
          {words.caseManager}: {caseManager.byLetter ? words.caseManagerByLetter(caseManager.name) : caseManager.name}
        </p>
      )}
    </Card>
  );
}
