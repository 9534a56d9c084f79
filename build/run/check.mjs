import { runAsCommand } from './stages/command.mjs';
import { lint } from './stages/lint.mjs';
import { types } from './stages/types.mjs';
import { unit } from './stages/vitest.mjs';

/** `npm run check`: the quick part of `npm test`, for every commit. */
await runAsCommand([types, lint, unit]);
