import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { parseAppearance, type Appearance } from '../../styles/appearance.ts';
import { KitRoot } from '../../ui/layout/KitRoot.tsx';

/** Where this window keeps how its reader wants it to look; both may fail silently. */
export interface AppearanceMemory {
  read(): unknown;
  write(appearance: Appearance): void;
}

interface Look {
  readonly appearance: Appearance;
  readonly change: (appearance: Appearance) => void;
}

const LookContext = createContext<Look | null>(null);

interface AppearanceRootProps {
  readonly memory: AppearanceMemory;
  readonly children: ReactNode;
}

/** The root of a window: language, theme and text size, remembered on this terminal. */
export function AppearanceRoot({ memory, children }: AppearanceRootProps) {
  const [appearance, setAppearance] = useState(() => parseAppearance(memory.read()));
  const look = useMemo<Look>(
    () => ({
      appearance,
      change(next) {
        memory.write(next);
        setAppearance(next);
      },
    }),
    [appearance, memory],
  );
  return (
    <LookContext value={look}>
      <KitRoot appearance={appearance}>{children}</KitRoot>
    </LookContext>
  );
}

/** How this window looks, and the way to change it. */
export function useLook(): Look {
  const look = use(LookContext);
  if (look === null) throw new Error('AppearanceRoot is missing above this component');
  return look;
}
