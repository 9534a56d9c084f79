import type { Messages } from '../../messages.vi.ts';

export const pdf: Messages['pdf'] = {
  tools: 'Reading tools',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageNumber: 'Page number',
  ofPages: (total) => `/ ${total}`,
  page: (page, total) => `Page ${page} of ${total}`,
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  fitWidth: 'Fit width',
  fitPage: 'Fit page',
  opening: 'Opening the document',
  refetching: 'Loading again',
  refetchingDetail:
    'The page will show by itself once it is here and checked. There is nothing you need to do.',
  notShown: 'This terminal cannot show the document',
  notShownDetail: 'The document itself is kept unharmed. Please tell the secretary of the meeting.',
};
