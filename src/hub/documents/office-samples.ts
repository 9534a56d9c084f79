/** Office files made for tests, as small as their formats allow, and archives that are none. */
import { zipSync, strToU8, type Zippable } from 'fflate';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const open = 'application/vnd.openxmlformats-officedocument';

function officePackage(main: string, type: string, parts: Readonly<Record<string, string>>): Zippable {
  const overrides = Object.entries({ [main]: `${open}.${type}.main+xml`, ...typesOf(parts) });
  return archive({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
      .map(([name, contentType]) => `<Override PartName="/${name}" ContentType="${contentType}"/>`)
      .join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/officeDocument" Target="${main}"/></Relationships>`,
    ...parts,
  });
}

function typesOf(parts: Readonly<Record<string, string>>): Record<string, string> {
  const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  return Object.fromEntries(sheets.map((name) => [name, `${open}.spreadsheetml.worksheet+xml`]));
}

function archive(parts: Readonly<Record<string, string>>): Zippable {
  return Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
}

/** A Word file; each text is a page of its own. */
export function makeDocx(pages: readonly string[]): Uint8Array {
  const paragraphs = pages.map((text, index) => {
    const turn = index === 0 ? '' : '<w:r><w:br w:type="page"/></w:r>';
    return `<w:p>${turn}<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  });
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`;
  return zipSync(
    officePackage('word/document.xml', 'wordprocessingml.document', { 'word/document.xml': document }),
  );
}

/** An Excel file of one sheet. */
export function makeXlsx(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.map((row) => `<row>${row.map(cellOf).join('')}</row>`);
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipSync(
    officePackage('xl/workbook.xml', 'spreadsheetml.sheet', {
      'xl/workbook.xml': `<workbook xmlns="${namespace}" xmlns:r="${relationships}"><sheets><sheet name="Biểu 1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${namespace}"><sheetData>${cells.join('')}</sheetData></worksheet>`,
    }),
  );
}

function cellOf(text: string): string {
  return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** Slides as OpenDocument; each text is a slide of its own. */
export function makeOdp(slides: readonly string[]): Uint8Array {
  return openDocument(
    'presentation',
    `<office:presentation>${slides
      .map(
        (text, index) =>
          `<draw:page draw:name="p${index + 1}"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame></draw:page>`,
      )
      .join('')}</office:presentation>`,
  );
}

/** A text as OpenDocument. */
export function makeOdt(paragraphs: readonly string[]): Uint8Array {
  return openDocument(
    'text',
    `<office:text>${paragraphs.map((text) => `<text:p>${text}</text:p>`).join('')}</office:text>`,
  );
}

function openDocument(kind: string, body: string): Uint8Array {
  const names = ['office', 'text', 'drawing', 'table'].map((name) => {
    const prefix = name === 'drawing' ? 'draw' : name;
    return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`;
  });
  const svg = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"';
  const type = `application/vnd.oasis.opendocument.${kind}`;
  return zipSync({
    mimetype: [strToU8(type), { level: 0 }],
    ...archive({
      'content.xml': `<office:document-content ${names.join(' ')} ${svg} office:version="1.3"><office:body>${body}</office:body></office:document-content>`,
      'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    }),
  });
}

/** A text in RTF, with its Vietnamese as escapes. */
export function makeRtf(text: string): Uint8Array {
  const escaped = [...text].map((sign) => {
    const code = sign.charCodeAt(0);
    return code < 128 ? sign : `\\u${code}?`;
  });
  return strToU8(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0 ${escaped.join('')}\\par}`);
}

/** A Word file in which a hundred megabytes of blanks lie packed. */
export function makeBombDocx(megabytes: number): Uint8Array {
  const blanks = new Uint8Array(megabytes * 1024 * 1024).fill(32);
  return zipSync({ 'word/document.xml': blanks, '[Content_Types].xml': strToU8('<Types/>') }, { level: 9 });
}

/** The same archive with a directory that claims each entry to be small. */
export function understate(archived: Uint8Array, declared: number): Uint8Array {
  const bytes = Buffer.from(archived);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    bytes.writeUInt32LE(declared, at + 24);
  }
  return bytes;
}

/** A spreadsheet of as many rows as asked, made as text. */
export function makeLongXlsx(rows: number): Uint8Array {
  const row = `<row>${cellOf('1')}</row>`;
  const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return zipSync(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8(`<workbook xmlns="${namespace}"/>`),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${namespace}"><sheetData>${row.repeat(rows)}</sheetData></worksheet>`,
      ),
    },
    { level: 1 },
  );
}
