import { useStore } from 'zustand';
import { useMessages } from '../../i18n/LanguageProvider.tsx';
import { Toolbar, ToolDivider } from '../../ui/controls/Toolbar.tsx';
import type { Desk } from './create-desk.ts';
import { markerColors, penColors, widthsOf } from './create-pen-store.ts';
import { cssColor } from './live-ink.ts';
import styles from './PenBar.module.css';

/** Colours and widths of the tool in hand. */
export function PenStyles({ desk }: { readonly desk: Desk }) {
  const { annotations: words } = useMessages();
  const { tool, colors, widths, setColor, setWidth } = useStore(desk.pens);
  if (tool === null || tool === 'eraser') return null;
  const color = colors[tool];
  return (
    <Toolbar label={words.style}>
      {(tool === 'pen' ? penColors : markerColors).map((each) => (
        <button
          key={each}
          type="button"
          className={styles.choice}
          aria-label={`${words.color}: ${words.colors[each]}`}
          aria-pressed={each === color}
          onClick={() => setColor(each)}
        >
          <span className={styles.swatch} style={{ background: cssColor(each) }} aria-hidden />
        </button>
      ))}
      {(tool === 'pen' || tool === 'marker') && (
        <>
          <ToolDivider />
          {widthsOf[tool].map((width, at) => (
            <button
              key={width}
              type="button"
              className={styles.choice}
              aria-label={`${words.width}: ${words.widths[at] ?? width}`}
              aria-pressed={width === widths[tool]}
              onClick={() => setWidth(width)}
            >
              <span
                className={styles.line}
                style={{ blockSize: `${lineOf[at] ?? 6}px`, background: cssColor(color) }}
                aria-hidden
              />
            </button>
          ))}
        </>
      )}
    </Toolbar>
  );
}

/** The widths as the buttons show them, in CSS pixels. */
const lineOf = [3, 6, 11];
