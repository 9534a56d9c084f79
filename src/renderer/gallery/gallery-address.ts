import { parseAppearance, type Appearance } from '../styles/appearance.ts';

/** What the gallery shows, kept in the address so that a picture of any state can be taken again. */
export interface GalleryAddress {
  /** Title of the story set, or null for the first. */
  readonly set: string | null;
  readonly appearance: Appearance;
  /** Without the gallery's own frame. */
  readonly isBare: boolean;
}

export function readAddress(search: string): GalleryAddress {
  const params = new URLSearchParams(search);
  return {
    set: params.get('set'),
    isBare: params.has('bare'),
    appearance: parseAppearance({
      language: params.get('language'),
      theme: params.get('theme'),
      text: Number(params.get('text')),
    }),
  };
}

export function writeAddress({ set, appearance, isBare }: GalleryAddress): string {
  const { language, theme, text } = appearance;
  const params = new URLSearchParams({
    ...(set === null ? {} : { set }),
    language,
    theme,
    text: String(text),
  });
  if (isBare) params.set('bare', '');
  return `?${params}`;
}
