import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { contains, type Range } from '../../../kernel/range.ts';
import { useTexts } from '../../../web/kit/language.tsx';
import { Tag } from '../../../web/kit/tag.tsx';
import { useToday } from '../../../web/kit/today.tsx';

/** Whether something holds today, has ended, or is to come. */
export function SinceWhen({ during }: { during: Range }) {
  const words = useTexts(organiserTexts);
  const today = useToday();
  if (contains(during, today)) return <Tag tone="success">{words.inForce}</Tag>;
  return during.from > today ? <Tag tone="info">{words.coming}</Tag> : <Tag tone="neutral">{words.ended}</Tag>;
}
