import { build } from './stages/build.mjs';
import { runAsCommand } from './stages/command.mjs';
import { e2e } from './stages/e2e.mjs';
import { lint } from './stages/lint.mjs';
import { tools } from './stages/tools.mjs';
import { types } from './stages/types.mjs';
import { integration, killLoop, packaging, simulation, unit } from './stages/vitest.mjs';

/** `npm test`: everything that must hold before a change is kept. */
await runAsCommand([tools, types, lint, unit, simulation, integration, killLoop, build, packaging, e2e]);
