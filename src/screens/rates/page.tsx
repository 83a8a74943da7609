import { compensationTexts } from '../../casework/compensation/texts.ts';
import { RateList } from '../../casework/rate/panels/rate-list.tsx';
import { rateTexts } from '../../casework/rate/texts.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Page } from '../../web/kit/page.tsx';
import { useAsk } from '../app/api.ts';
import { pageAt } from '../app/pages.ts';

/** What the organiser pays and charges a day, in force, earlier and to come. */
export function RatesPage() {
  const words = useTexts(rateTexts);
  const { toMonths } = useTexts(compensationTexts);
  const open = useAsk('firstOpenDay', {});
  return (
    <Page title={words.rates} line={words.ratesLine} back={{ to: pageAt('/compensation'), label: toMonths }}>
      <RateList openFrom={open.data?.openFrom} />
    </Page>
  );
}
