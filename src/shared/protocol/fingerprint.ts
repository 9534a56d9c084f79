import { z } from 'zod';
import { canonicalJson } from '../std/canonical-json.ts';
import { commandSchemas } from './commands/command-schemas.ts';
import { downMessage } from './down.ts';
import * as http from './http.ts';
import * as pairing from './pairing.ts';
import { upMessage } from './up.ts';
import { recordSchemas } from '../records/registry.ts';

/**
 * Everything that goes over the wire as one canonical text of JSON schemas. Its hash is the fingerprint of the
 * protocol: when it changes, the version and the history in SPEC.md change with it.
 */
export function protocolText(): string {
  const schemas: Record<string, z.ZodType> = { up: upMessage, down: downMessage };
  for (const [type, schema] of Object.entries(commandSchemas)) schemas[`command ${type}`] = schema;
  for (const [kind, schema] of Object.entries(recordSchemas)) schemas[`record ${kind}`] = schema;
  for (const [name, schema] of Object.entries(http)) {
    if (schema instanceof z.ZodType) schemas[`http ${name}`] = schema;
  }
  for (const [name, schema] of Object.entries(pairing)) {
    if (schema instanceof z.ZodType) schemas[`pairing ${name}`] = schema;
  }
  return canonicalJson(
    Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
    ),
  );
}
