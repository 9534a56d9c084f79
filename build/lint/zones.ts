/**
 * The one-way streets of the house. A zone is a folder with what its files may import; the longest folder that
 * holds a file decides. What is not listed is refused, with the zone's reason.
 */
export interface Zone {
  readonly folder: string;
  /** Folders of this repository that its files may import from. */
  readonly mayImport: readonly string[];
  /** Packages from npm that its files may import; 'any' leaves the choice to review. */
  readonly packages: readonly string[] | 'any';
  /** Whether `node:` modules may be imported. */
  readonly node: boolean;
  /** Pure code reads no clock: `new Date()` without an argument is refused too. */
  readonly pure: boolean;
  /** Folders directly below do not import each other. */
  readonly apart: boolean;
  /** Said with every refusal. */
  readonly reason: string;
}

const pureCode = {
  packages: ['zod', '@noble/hashes', '@noble/ciphers'],
  node: false,
  pure: true,
  apart: false,
};
const nodeCode = { packages: 'any', node: true, pure: false, apart: false } as const;
const pageCode = { packages: 'any', node: false, pure: false, apart: false } as const;

const base = ['src/shared/std', 'src/shared/records', 'src/shared/refusals'];
const contract = [...base, 'src/shared/domain', 'src/shared/protocol', 'src/shared/bridge'];
const allShared = [
  ...contract,
  'src/shared/link',
  'src/shared/vault',
  'src/shared/private-layer',
  'src/shared/policy',
  'src/shared/health',
  'src/shared/update',
  'src/shared/terminal',
];
const pageGround = ['src/renderer/i18n', 'src/renderer/styles', 'src/renderer/ui'];

export const zones: readonly Zone[] = [
  {
    ...pureCode,
    folder: 'src/shared/std',
    mayImport: ['src/shared/std'],
    packages: ['@noble/hashes', '@noble/ciphers'],
    reason: 'std is the ground floor: tiny language tools that know nothing of meetings.',
  },
  {
    ...pureCode,
    folder: 'src/shared/records',
    mayImport: ['src/shared/std', 'src/shared/records'],
    reason: 'A record is plain data; rules, wire and hosts depend on it, never the other way.',
  },
  {
    ...pureCode,
    folder: 'src/shared/refusals',
    mayImport: ['src/shared/std', 'src/shared/refusals'],
    reason: 'The table of refusals is closed and stands alone, so that every layer can name a code.',
  },
  {
    ...pureCode,
    folder: 'src/shared/domain',
    mayImport: [...base, 'src/shared/domain', 'src/shared/protocol/commands'],
    reason:
      'The rules of meetings are pure functions over records and commands; they know no message and no host.',
  },
  {
    ...pureCode,
    folder: 'src/shared/protocol',
    mayImport: [...base, 'src/shared/health', 'src/shared/protocol'],
    reason: 'The wire is schemas over records; whoever speaks it depends on it, never the other way.',
  },
  {
    ...pureCode,
    folder: 'src/shared/bridge',
    mayImport: [...base, 'src/shared/protocol', 'src/shared/bridge', 'src/shared/link'],
    reason:
      'The bridge is a contract of types between window and host; it holds no rules and reaches nothing.',
  },
  {
    ...pureCode,
    folder: 'src/shared/link',
    mayImport: [...base, 'src/shared/protocol', 'src/shared/bridge', 'src/shared/link'],
    reason: 'The core of the client runs in a simulation too: sockets, disks, timers and ids are passed in.',
  },
  {
    ...pureCode,
    folder: 'src/shared/vault',
    mayImport: [...base, 'src/shared/bridge', 'src/shared/link', 'src/shared/vault'],
    reason: 'Both hosts keep documents by the same rules: disk, network, timers and hash are passed in.',
  },
  {
    ...pureCode,
    folder: 'src/shared/vault/testing',
    mayImport: [...base, 'src/shared/bridge', 'src/shared/link', 'src/shared/vault'],
    packages: [...pureCode.packages, 'vitest'],
    reason: 'A contract of tests that every disk of a vault passes: as pure as the vault, and run by vitest.',
  },
  {
    ...pureCode,
    folder: 'src/shared/private-layer',
    mayImport: [...base, 'src/shared/protocol', 'src/shared/private-layer'],
    packages: [...pureCode.packages, 'hash-wasm'],
    reason: 'Keys and PINs are derived alike everywhere: chance, disk and network are passed in.',
  },
  {
    ...pureCode,
    folder: 'src/shared/policy',
    mayImport: [...base, 'src/shared/policy'],
    packages: [...pureCode.packages, 'hash-wasm'],
    reason:
      'What may be set is decided the same on every machine: files, registry and command line are passed in.',
  },
  {
    ...pureCode,
    folder: 'src/shared/health',
    mayImport: [...base, 'src/shared/policy', 'src/shared/health'],
    reason: 'A check judges facts that an edge has gathered; it measures nothing itself.',
  },
  {
    ...pureCode,
    folder: 'src/shared/update',
    mayImport: [...base, 'src/shared/update'],
    reason:
      'What makes a release believed is one rule for hub and terminal: keys are data, ciphers are passed in.',
  },
  {
    ...pureCode,
    folder: 'src/shared/terminal',
    mayImport: [
      ...base,
      'src/shared/protocol',
      'src/shared/bridge',
      'src/shared/link',
      'src/shared/private-layer',
      'src/shared/terminal',
    ],
    reason:
      'Both hosts are a device of the room by the same rules: storage, network and chance are passed in.',
  },
  {
    ...pureCode,
    folder: 'src/shared',
    mayImport: [],
    packages: [],
    reason: 'Everything shared lives in one of the named folders of src/shared.',
  },
  {
    ...pureCode,
    folder: 'src/hub/room',
    mayImport: [...base, 'src/shared/domain', 'src/shared/protocol', 'src/hub/room'],
    reason: 'The engine is pure: it runs a thousand times a second in a test, without clock, disk or socket.',
  },
  {
    ...nodeCode,
    folder: 'src/hub/simulation',
    mayImport: [...allShared, 'src/hub'],
    reason: 'The simulation holds the real engine and the real client core, and nothing with a screen.',
  },
  {
    ...nodeCode,
    folder: 'src/hub',
    mayImport: [
      ...base,
      'src/shared/domain',
      'src/shared/protocol',
      'src/shared/private-layer',
      'src/shared/policy',
      'src/shared/health',
      'src/shared/update',
      'src/machine',
      'src/hub',
      'package.json',
    ],
    reason: 'The hub also runs alone: it knows the wire, but neither a window nor the core of a client.',
  },
  {
    ...nodeCode,
    folder: 'src/hub/audit',
    mayImport: [...allShared, 'src/hub', 'src/verifier'],
    reason: 'An audit holds the hub against what others say of it: clients of the wire, and the verifier.',
  },
  {
    ...nodeCode,
    folder: 'src/machine',
    mayImport: [...base, 'src/shared/policy', 'src/shared/health', 'src/machine'],
    packages: [],
    reason: 'What hub and main both ask of the machine they run on: Node alone, nothing of either.',
  },
  {
    ...nodeCode,
    folder: 'src/verifier',
    mayImport: ['src/verifier'],
    packages: [],
    reason: 'Who recounts believes nobody: the verifier imports nothing of the product and no package.',
  },
  {
    ...nodeCode,
    folder: 'src/main',
    mayImport: [...allShared, 'src/machine', 'src/main', 'package.json'],
    reason: 'Main starts the hub by its path and loads the built renderer; it imports the code of neither.',
  },
  {
    ...pageCode,
    folder: 'src/preload',
    mayImport: ['src/shared/bridge', 'src/preload'],
    packages: ['electron'],
    reason: 'A preload passes a typed contract through the sandbox and holds no logic.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/ui',
    mayImport: ['src/shared/std', ...pageGround],
    reason: 'Components are blind: they show what they are given and know neither data nor bridge.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/i18n',
    mayImport: [...base, 'src/renderer/i18n'],
    reason: 'Text is chosen from names and codes; it does not reach for data.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/styles',
    mayImport: ['src/shared/std', 'src/renderer/i18n', 'src/renderer/styles'],
    reason: 'Colours, sizes and type stand below every component.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/view',
    mayImport: [...base, 'src/shared/domain', 'src/renderer/view'],
    reason:
      'A view store holds throw-away state of one window; what must last belongs to data or the outbox.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/bridge',
    mayImport: [...allShared, 'src/renderer/bridge'],
    reason: 'A bridge is one host behind the contract; features see the contract, a bridge sees no feature.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/data',
    mayImport: [...allShared, 'src/renderer/data'],
    reason: 'Data is the replica and its queries; it is given a bridge and knows nothing that is drawn.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/features',
    mayImport: [
      ...contract,
      'src/shared/health',
      ...pageGround,
      'src/renderer/data',
      'src/renderer/view',
      'resources',
    ],
    apart: true,
    reason: 'Features do not import each other: what two of them need is data, a component or a window.',
  },
  {
    ...pageCode,
    folder: 'src/renderer/gallery',
    mayImport: [...base, ...pageGround, 'src/renderer/gallery'],
    reason: 'The gallery shows blind components with made-up facts; it needs no data and no room.',
  },
  {
    ...pageCode,
    folder: 'src/renderer',
    mayImport: [...allShared, 'src/renderer'],
    reason: 'A window never touches Electron, Node or the hub: it talks to its bridge.',
  },
  {
    ...nodeCode,
    folder: 'e2e',
    mayImport: [...allShared, 'e2e', 'package.json'],
    reason: 'End-to-end tests drive the built product from outside and import none of it.',
  },
  {
    ...nodeCode,
    folder: 'bench',
    mayImport: [
      ...allShared,
      'src/hub',
      'bench',
      ...['e2e/fixtures', 'e2e/pages', 'e2e/stranger'],
      'package.json',
    ],
    reason: 'A benchmark measures the hub and the wire; windows are measured through a browser, as tests do.',
  },
  {
    ...pageCode,
    folder: 'bench/pages',
    mayImport: [...allShared, 'src/renderer', 'bench/pages'],
    reason:
      'A page under measurement runs in a browser: it has the parts of the windows and nothing of Node.',
  },
  {
    ...nodeCode,
    folder: 'resources',
    mayImport: ['src/shared/std', 'resources'],
    reason: 'A maker of samples knows papers and small tools, not the product that shows them.',
  },
  {
    ...nodeCode,
    folder: 'build',
    mayImport: ['build', 'package.json'],
    reason: 'Tools run before anything is built or even installed; they start the product by path.',
  },
  {
    ...nodeCode,
    folder: 'build/policy',
    mayImport: ['build', 'src/shared/policy', 'src/shared/refusals'],
    reason: 'Templates are made from the settings themselves, and from nothing else of the product.',
  },
];

/** Packages that only some zones may name, even where the choice of packages is free. */
export const keptPackages: Readonly<
  Record<string, { readonly in: readonly string[]; readonly reason: string }>
> = {
  electron: {
    in: ['src/main', 'src/preload', 'e2e'],
    reason: 'Only main and preload know Electron, so that everything else runs without it.',
  },
  react: {
    in: ['src/renderer'],
    reason: 'Only windows are drawn.',
  },
  rxdb: {
    in: ['src/renderer/data', 'bench'],
    reason: 'RxDB is the replica behind data/ and is not seen elsewhere.',
  },
  'react-aria-components': {
    in: ['src/renderer/ui', 'src/renderer/gallery'],
    reason: 'Controls are wrapped once, in ui/.',
  },
};
