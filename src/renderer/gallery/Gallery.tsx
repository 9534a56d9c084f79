import { useState } from 'react';
import { useMessages } from '../i18n/LanguageProvider.tsx';
import type { Appearance } from '../styles/appearance.ts';
import { AppearanceSwitchers } from '../ui/controls/SettingsPopover.tsx';
import { KitRoot } from '../ui/layout/KitRoot.tsx';
import { readAddress, writeAddress, type GalleryAddress } from './gallery-address.ts';
import styles from './Gallery.module.css';
import type { StorySet } from './story.ts';

interface GalleryProps {
  readonly sets: readonly StorySet[];
}

/** Every component in every state; the address bar keeps what is shown. */
export function Gallery({ sets }: GalleryProps) {
  const [address, setAddress] = useState<GalleryAddress>(() => readAddress(window.location.search));
  const go = (next: GalleryAddress) => {
    window.history.replaceState(null, '', writeAddress(next));
    setAddress(next);
  };
  const shown = sets.find((set) => set.title === address.set) ?? sets[0];
  if (!shown) return null;
  return (
    <KitRoot appearance={address.appearance}>
      {address.isBare ? (
        <Stories set={shown} isBare />
      ) : (
        <div className={styles.gallery}>
          <Contents
            sets={sets}
            shown={shown}
            appearance={address.appearance}
            onShow={(set) => go({ ...address, set })}
            onAppearance={(appearance) => go({ ...address, appearance })}
          />
          <Stories set={shown} />
        </div>
      )}
    </KitRoot>
  );
}

interface ContentsProps {
  readonly sets: readonly StorySet[];
  readonly shown: StorySet;
  readonly appearance: Appearance;
  readonly onShow: (title: string) => void;
  readonly onAppearance: (appearance: Appearance) => void;
}

function Contents({ sets, shown, appearance, onShow, onAppearance }: ContentsProps) {
  const { general } = useMessages();
  const groups = [...new Set(sets.map((set) => set.group))];
  return (
    <nav className={styles.contents} aria-label="Stories">
      <AppearanceSwitchers words={general.settings} appearance={appearance} onChange={onAppearance} />
      {groups.map((group) => (
        <div key={group}>
          <h2 className={styles.group}>{group}</h2>
          {sets
            .filter((set) => set.group === group)
            .map((set) => (
              <button
                key={set.title}
                type="button"
                className={styles.link}
                aria-current={set === shown ? 'page' : undefined}
                onClick={() => onShow(set.title)}
              >
                {set.title}
              </button>
            ))}
        </div>
      ))}
    </nav>
  );
}

function Stories({ set, isBare = false }: { readonly set: StorySet; readonly isBare?: boolean }) {
  const stories = Object.entries(set.stories);
  if (set.group === 'pages') {
    return stories.map(([name, Story]) => (
      <div key={name} className={styles.page}>
        <Story />
      </div>
    ));
  }
  return (
    <main className={isBare ? styles.bare : styles.stories}>
      <h1>{set.title}</h1>
      {stories.map(([name, Story]) => (
        <section key={`${set.title} ${name}`} aria-label={name}>
          <h2 className={styles.name}>{name}</h2>
          <Story />
        </section>
      ))}
    </main>
  );
}
