import { MousePointer2 } from 'lucide-react';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';

interface FollowToolsProps {
  readonly isFollowing: boolean;
  readonly canPresent: boolean;
  readonly isPresenting: boolean;
  readonly isPointing: boolean;
  readonly onAlone: () => void;
  readonly onRejoin: () => void;
  readonly onPresent: () => void;
  readonly onStop: () => void;
  readonly onPointing: (isPointing: boolean) => void;
}

/** Following the presenter, reading alone, and, for a presenter, leading the room's pages. */
export function FollowTools(props: FollowToolsProps) {
  const { seat: words } = useMessages();
  if (props.isPresenting) return <LeadTools {...props} />;
  return (
    <>
      {props.isFollowing ? (
        <ToolButton label={words.readAlone} hasWord onPress={props.onAlone} />
      ) : (
        <ToolButton label={words.rejoin} hasWord onPress={props.onRejoin} />
      )}
      {props.canPresent && <ToolButton label={words.present} hasWord onPress={props.onPresent} />}
    </>
  );
}

type LeadToolsProps = Pick<FollowToolsProps, 'isPointing' | 'onPointing' | 'onStop'>;

/** While leading: the pointer, and the way to stop. */
export function LeadTools({ isPointing, onPointing, onStop }: LeadToolsProps) {
  const { seat: words, viewer } = useMessages();
  return (
    <>
      <ToolButton
        label={viewer.point}
        icon={MousePointer2}
        isOn={isPointing}
        onPress={() => onPointing(!isPointing)}
      />
      <ToolButton label={words.stopPresenting} hasWord isOn onPress={onStop} />
    </>
  );
}
