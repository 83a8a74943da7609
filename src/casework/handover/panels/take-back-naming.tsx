import type { InputOf } from '../../../server/act.ts';
import { apiOf } from '../../../web/api.ts';
import { useFormat } from '../../../web/kit/format.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { TakeBackDialog } from '../../../web/take-back.tsx';
import type * as acts from '../acts.ts';
import { handoverTexts } from '../texts.ts';
import type { TakenBackNaming } from '../words.ts';

const { useAsk, useDo } = apiOf<typeof acts>();

interface TakeBackNamingProps {
  readonly clientId: string;
  readonly namingId: string;
  readonly role: InputOf<typeof acts.namingTakenBack>['role'];
  readonly name: string;
  readonly close: () => void;
}

/** Asks why a naming is taken back, having said what stands on it and who answers then. */
export function TakeBackNaming({ clientId, namingId, role, name, close }: TakeBackNamingProps) {
  const words = useTexts(handoverTexts);
  const follows = useFollows();
  const responsible = useDo('takeBackResponsible');
  const ofCase = useDo('takeBackCaseHandOver');
  const { data } = useAsk('namingTakenBack', { clientId, namingId, role });
  if (!data) return null;
  const takeBack = role === 'case-manager' ? ofCase : responsible;
  return (
    <TakeBackDialog
      words={{ takeBack: words.takeBackNaming, why: words.whyTakenBack, takenBack: words.namingTakenBack }}
      named={`${name}, ${words.roles[role]}`}
      follows={follows(data)}
      seen={data.version}
      send={(why, seen) => takeBack.mutateAsync({ clientId, namingId, why, seen })}
      close={close}
    />
  );
}

/** What follows from taking a naming back, in sentences. */
function useFollows() {
  const words = useTexts(handoverTexts);
  const format = useFormat();
  return ({ goesOn, contacts, appointments }: TakenBackNaming): string => {
    const then = goesOn.map(({ name, during, inPost }) =>
      inPost ? words.goesOn(name, format.range(during)) : words.noPostThen(name),
    );
    const goes = goesOn.some(({ inPost }) => inPost) ? words.appointmentsGo : words.appointmentsStay;
    return [
      ...(then.length > 0 ? then : [words.nobodyGoesOn]),
      ...(contacts > 0 ? [words.contactsStay(contacts)] : []),
      ...(appointments > 0 ? [goes(appointments)] : []),
    ].join(' ');
  };
}
