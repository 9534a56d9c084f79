import { checkTitles, exitCodeOf, type Finding, type Level } from './finding.ts';

const marks: Readonly<Record<Level, string>> = { ok: '  ổn   ', warning: ' lưu ý ', bad: '  HỎNG ' };

/** What the doctor prints: Vietnamese first, what to do below whatever is not in order, and a line that sums up. */
export function findingsAsText(findings: readonly Finding[]): readonly string[] {
  const lines = findings.flatMap(({ check, level, says, advice }) => [
    `[${marks[level]}] ${checkTitles[check].vi}: ${says.vi}`,
    `${indent}${checkTitles[check].en}: ${says.en}`,
    ...(advice === null ? [] : [`${indent}→ ${advice.vi}. / ${advice.en}.`]),
  ]);
  return [...lines, '', summary(findings)];
}

/** What the doctor prints for programs. */
export interface PrintedFindings {
  readonly exitCode: 0 | 1 | 2;
  readonly findings: readonly (Finding & { readonly title: Finding['says'] })[];
}

/** The same for programs. */
export function findingsAsJson(findings: readonly Finding[]): PrintedFindings {
  return {
    exitCode: exitCodeOf(findings),
    findings: findings.map((finding) => ({ ...finding, title: checkTitles[finding.check] })),
  };
}

const indent = ' '.repeat(10);

function summary(findings: readonly Finding[]): string {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const [bad, warning] = [count('bad'), count('warning')];
  if (bad > 0)
    return `Kết luận: ${bad} lỗi sẽ ảnh hưởng cuộc họp, ${warning} điều cần lưu ý. / ${bad} would hurt a meeting, ${warning} to look at.`;
  if (warning > 0)
    return `Kết luận: họp được, ${warning} điều cần lưu ý. / Ready, with ${warning} to look at.`;
  return 'Kết luận: sẵn sàng cho cuộc họp. / Ready for a meeting.';
}
