import type { LucideIcon } from 'lucide-react';

/** An icon of the kit: always beside a word or under a label, never alone in meaning. */
export type Icon = LucideIcon;
