/**
 * Titles of documents, from what programs leave in files. Most producers write something that helps nobody:
 * the name of the program, the name of the file, or a scanner's counter.
 */

const longestTitle = 300;

/** What programs write when nobody has given a title. */
const leftByPrograms = [
  /^microsoft (word|excel|powerpoint)\b/i,
  /^(untitled|no title|không có tiêu đề|không tên|vô đề)(?!\p{L})/iu,
  /^(document|tài liệu|presentation|book|sheet|slide|bản trình bày|scan(ned)?|image|img|page)[\s_-]*\(?\d*\)?$/iu,
  /^powerpoint presentation$/i,
  /\.(docx?|xlsx?|pptx?|rtf|odt|ods|odp|pdf|tiff?|jpe?g|png|cdr|dwg|indd|qxd|tmp|html?)$/i,
  /^[a-z]:\\|^\\\\|^(file|https?):\/\//i,
];

/** Text of the 8-bit Vietnamese fonts read as Latin-1: TCVN3 ("B¸o c¸o"), VNI ("Ñaûng boä"), or undecodable. */
const readAsAnotherCode = /\p{L}[¨©ª«¬®µ¶·¸¹]|[åäïñöøû].*[åäïñöøû]|\uFFFD/iu;

/**
 * The title that a PDF carries, made fit for a list: NFC, white space tidied. Null when it is missing or says nothing.
 * `candidates` in order of preference (the Info dictionary's, then XMP's).
 */
export function usableTitle(candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    if (typeof candidate !== 'string') continue;
    const title = tidy(candidate);
    if (saysSomething(title)) return title.slice(0, longestTitle).trim();
  }
  return null;
}

function tidy(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

function saysSomething(title: string): boolean {
  const letters = title.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3) return false;
  return !leftByPrograms.some((pattern) => pattern.test(title)) && !readAsAnotherCode.test(title);
}
