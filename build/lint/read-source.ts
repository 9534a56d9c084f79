import { parseSync, Visitor } from 'vite';

/** What the zones want to know of one source file. */
export interface SourceFacts {
  /** Every module named by an import, an export from, a dynamic import or an import type. */
  readonly specifiers: readonly string[];
  /** `new Date()` without an argument: a hidden read of the clock. */
  readonly readsClock: boolean;
}

/**
 * Reads a source file with the parser of the bundler.
 *
 * @throws when the text is not TypeScript, for a file that cannot be read cannot be vouched for
 */
export function readSource(file: string, text: string): SourceFacts {
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const specifiers: string[] = [];
  let readsClock = false;
  const note = (source: { readonly type: string; readonly value?: unknown } | null) => {
    if (source?.type === 'Literal' && typeof source.value === 'string') specifiers.push(source.value);
  };
  new Visitor({
    ImportDeclaration: (node) => note(node.source),
    ExportAllDeclaration: (node) => note(node.source),
    ExportNamedDeclaration: (node) => note(node.source),
    ImportExpression: (node) => note(node.source),
    TSImportType: (node) => note(node.source),
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
      if (node.arguments.length === 0) readsClock = true;
    },
  }).visit(program);
  return { specifiers, readsClock };
}
