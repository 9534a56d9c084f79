import type { ReactNode } from 'react';
import { LinkChip } from '../../features/status/StatusChips.tsx';
import { OutboxChip } from '../../features/status/OutboxChip.tsx';
import { TopBar } from '../../ui/layout/TopBar.tsx';
import { Clock } from '../../ui/state/Clock.tsx';
import { OwnKeys } from './OwnKeys.tsx';
import { Settings } from './Settings.tsx';
import { useRoomTime } from './use-room-time.ts';

interface ConsoleTopProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly chips?: ReactNode;
}

/** The top bar of a console: the link, what waits, and what the console adds. */
export function ConsoleTop({ title, subtitle, chips }: ConsoleTopProps) {
  const nowMs = useRoomTime();
  return (
    <TopBar
      title={title}
      {...(subtitle === undefined ? {} : { subtitle })}
      chips={
        <>
          <OutboxChip />
          <span role="status">
            <LinkChip nowMs={nowMs} isConsole />
          </span>
          {chips}
        </>
      }
      clock={<Clock timeMs={nowMs} />}
      end={
        <>
          <OwnKeys />
          <Settings />
        </>
      }
    />
  );
}
