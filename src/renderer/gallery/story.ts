import type { ComponentType } from 'react';

/** The stories of one component: every state that it can be in, with fixed data. Default export of `*.stories.tsx`. */
export interface StorySet {
  readonly title: string;
  readonly group: 'controls' | 'state' | 'room' | 'layout' | 'pages';
  /** By what the story shows. */
  readonly stories: Readonly<Record<string, ComponentType>>;
}
