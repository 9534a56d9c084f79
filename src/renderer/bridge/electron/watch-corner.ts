/** A press this long in the corner is meant, in milliseconds. */
const longPressMs = 4_000;
/** How far from the window's top left corner, in CSS pixels; nothing of ours lies there that is held down. */
const cornerPixels = 48;
/** A finger is never quite still. */
const driftPixels = 24;

/**
 * Listens for a long press in the top left corner, by which IT asks to leave the kiosk where there is no keyboard. What
 * lies under the finger is pressed as ever.
 */
export function watchCorner(page: Window, onHeld: () => void): void {
  let pending: { readonly timer: number; readonly x: number; readonly y: number } | null = null;
  const stop = (): void => {
    if (pending !== null) page.clearTimeout(pending.timer);
    pending = null;
  };
  page.addEventListener(
    'pointerdown',
    ({ clientX: x, clientY: y, isPrimary }) => {
      stop();
      if (isPrimary && x <= cornerPixels && y <= cornerPixels) {
        pending = { timer: page.setTimeout(onHeld, longPressMs), x, y };
      }
    },
    true,
  );
  page.addEventListener(
    'pointermove',
    ({ clientX, clientY }) => {
      if (pending !== null && Math.hypot(clientX - pending.x, clientY - pending.y) > driftPixels) stop();
    },
    true,
  );
  for (const end of ['pointerup', 'pointercancel'] as const) page.addEventListener(end, stop, true);
  // Of the window alone: a field loses its focus to the very press.
  page.addEventListener('blur', ({ target }) => {
    if (target === page) stop();
  });
}
