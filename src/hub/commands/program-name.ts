/** How the commands of this hub are called: in a checkout by npm, in a package by the name that it installs. */
export const programName = import.meta.filename.endsWith('.ts') ? 'npm run hub --' : 'nghisu-hub';
