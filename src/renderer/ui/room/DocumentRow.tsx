import { Chip } from '../state/Chip.tsx';
import type { Tone } from '../tone.ts';
import { ListRow } from './ListRow.tsx';

interface DocumentRowProps {
  readonly title: string;
  /** Pages and kind: "60 trang · tài liệu chính". */
  readonly detail: string;
  /** What is out of the ordinary: replaced, still on its way, not searchable. */
  readonly badge?: { readonly tone: Tone; readonly label: string };
  readonly isSelected: boolean;
  readonly onPress: () => void;
}

/** A document of the pack. */
export function DocumentRow({ title, detail, badge, isSelected, onPress }: DocumentRowProps) {
  return (
    <ListRow
      title={title}
      detail={detail}
      isSelected={isSelected}
      onPress={onPress}
      {...(badge
        ? { badge: <Chip tone={badge.tone} label={badge.label} hasDot={false} size="small" /> }
        : {})}
    />
  );
}
