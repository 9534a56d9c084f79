import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/app.css';
import { Gallery } from './Gallery.tsx';
import type { StorySet } from './story.ts';

const order: ReadonlyArray<StorySet['group']> = ['pages', 'controls', 'state', 'room', 'layout'];
const modules = import.meta.glob<StorySet>('../**/*.stories.tsx', { eager: true, import: 'default' });
const sets = Object.values(modules).toSorted(
  (one, other) =>
    order.indexOf(one.group) - order.indexOf(other.group) || one.title.localeCompare(other.title),
);

const root = document.getElementById('root');
if (root === null) throw new Error('the gallery page has no root element');
createRoot(root).render(
  <StrictMode>
    <Gallery sets={sets} />
  </StrictMode>,
);
