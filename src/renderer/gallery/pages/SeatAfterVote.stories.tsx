import type { StorySet } from '../story.ts';
import { Seat } from './SeatInVote.stories.tsx';

export default {
  title: 'Seat, answer saved',
  group: 'pages',
  stories: { 'answer saved, link lost': () => <Seat hasVoted /> },
} satisfies StorySet;
