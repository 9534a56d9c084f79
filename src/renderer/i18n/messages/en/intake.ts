import type { Messages } from '../../messages.vi.ts';

export const intake: Messages['intake'] = {
  add: 'Add files',
  drop: 'Drop files here, or press the button. Several at once are fine.',
  takesAll: 'PDF, Word, Excel, PowerPoint, OpenDocument, RTF and pictures are taken.',
  takesPdf: 'LibreOffice is not installed on the room server: only PDF, PNG, JPEG and WebP are taken.',
  converting: 'Being converted to PDF',
  cancelOf: (name: string) => `Cancel ${name}`,
  cancelled: 'Cancelled',
  searchableBy: {
    text: 'Searchable',
    ocr: 'Searchable, words read by machine',
    none: 'Not searchable',
  },
  removed: {
    script: 'JavaScript',
    action: 'automatic actions',
    'embedded-file': 'embedded files',
    xfa: 'an XFA form',
    media: 'sound and film',
  },
  removedFrom: (what: string) => `Left out of the copy shown: ${what}. The record is unchanged.`,
  originalOf: (name: string) => `Original file ${name}`,
  originalAway: 'The original could not be fetched. Please try again when the server is there.',
  inTime: (inTime: number, all: number) => `In time, 3 working days ahead: ${inTime}/${all}`,
  releasedAt: (when: string) => `Released ${when}`,
  releaseBy: (when: string) => `To be released by the end of ${when}, 3 working days ahead`,
};
