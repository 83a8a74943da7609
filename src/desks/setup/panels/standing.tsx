import { organiserTexts } from '../../../casework/organiser/texts.ts';
import { contains, type Range } from '../../../kernel/range.ts';
import { useTexts } from '../../../platform/web/language.tsx';
import { Tag } from '../../../platform/web/tag.tsx';
import { useToday } from '../../../platform/web/today.tsx';

/** Whether something holds today, has ended, or is to come. */
export function Standing({ during }: { during: Range }) {
  const words = useTexts(organiserTexts);
  const today = useToday();
  if (contains(during, today)) return <Tag tone="success">{words.inForce}</Tag>;
  return during.from > today ? <Tag tone="info">{words.coming}</Tag> : <Tag tone="neutral">{words.ended}</Tag>;
}
