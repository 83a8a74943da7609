import { RateList } from '../../casework/compensation/panels/rate-list.tsx';
import { compensationTexts } from '../../casework/compensation/texts.ts';
import { useTexts } from '../../web/kit/language.tsx';
import { Page } from '../../web/kit/page.tsx';

/** What the organiser pays and charges a day, in force, earlier and to come. */
export function RatesPage() {
  const words = useTexts(compensationTexts);
  return (
    <Page title={words.rates} line={words.ratesLine} back={{ to: '/compensation', label: words.toMonths }}>
      <RateList />
    </Page>
  );
}
