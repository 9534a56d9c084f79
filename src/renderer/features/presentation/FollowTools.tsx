import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { ToolButton } from '../../ui/controls/ToolButton.tsx';

interface FollowToolsProps {
  readonly isFollowing: boolean;
  readonly canPresent: boolean;
  readonly isPresenting: boolean;
  readonly onAlone: () => void;
  readonly onRejoin: () => void;
  readonly onPresent: () => void;
  readonly onStop: () => void;
}

/** Following the presenter, reading alone, and, for a presenter, leading the room's pages. */
export function FollowTools(props: FollowToolsProps) {
  const { seat: words } = useMessages();
  if (props.isPresenting)
    return <ToolButton label={words.stopPresenting} hasWord isOn onPress={props.onStop} />;
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
