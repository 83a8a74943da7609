import { apiOf } from '../../../web/api.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Answer } from '../../../web/kit/loading.tsx';
import { OpenQuestions } from '../../../web/kit/questions.tsx';
import type * as acts from '../acts.ts';
import { travelTexts } from '../texts.ts';
import { AnswerTravel } from './travel-forms.tsx';

const { useAsk } = apiOf<typeof acts>();

/** Clients for whose days the organiser pays, and of whom nobody has said what the way costs: each is answered here. */
export function TravelQuestions({ month }: { readonly month: string }) {
  const words = useTexts(travelTexts);
  const query = useAsk('travelMonth', { month });
  return (
    <Answer of={query}>
      {({ clients, basis }) =>
        clients.length > 0 && (
          <OpenQuestions
            questions={clients}
            sortName="travel-sort"
            words={{
              title: words.questions,
              count: words.questionCount(clients.length),
              help: words.questionsHelp(basis),
              show: words.showClients(clients.length),
              name: words.name,
              days: words.days,
              answer: words.answer,
              answerOf: words.answerOf,
            }}
            dialog={(question, close) => <AnswerTravel question={question} close={close} />}
          />
        )
      }
    </Answer>
  );
}
