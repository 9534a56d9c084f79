import type { Messages } from '../../messages.vi.ts';

/** Search in the whole pack. */
export const search: Messages['search'] = {
  title: 'Search documents',
  short: 'Search',
  field: 'Words to find',
  hint: 'With or without marks, for example: nghi quyet',
  clear: 'Clear what was typed',
  preparing: (ready, total) =>
    `Getting ready: ${ready} of ${total} documents can be searched, the others follow at once.`,
  start: 'Search every document of the meeting',
  startDetail: 'Type two letters or more. The search runs on this terminal, without a connection.',
  nothing: (query) => `“${query}” was not found`,
  nothingDetail: 'Try fewer words, or without marks.',
  noDocuments: 'No documents to search yet',
  found: (places, documents) => `${places} places in ${documents} documents`,
  places: (count) => `${count} places`,
  page: (page) => `Page ${page}`,
  more: (count) => `Show ${count} more`,
  beyond: (count) => `${count} more places. Type more to narrow the search.`,
  notSearchable: 'Cannot be searched',
  notSearchableDetail: 'A scan without words',
  notHere: 'On its way to this terminal',
};
