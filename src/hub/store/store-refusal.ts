import type { Sentence } from '../../shared/refusals/refusal.ts';

/** Why a data folder cannot be used: another hub has it, it is damaged, a newer program made it, or the disk says no. */
export type StoreProblem = 'locked' | 'damaged' | 'newer' | 'unusable';

/** The hub refuses to start on this data folder; its sentence says why and what to do. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';
  readonly problem: StoreProblem;
  readonly sentence: Sentence;

  constructor(problem: StoreProblem, sentence: Sentence, options?: ErrorOptions) {
    super(`${sentence.vi} / ${sentence.en}`, options);
    this.problem = problem;
    this.sentence = sentence;
  }
}

/** Another process holds the folder. */
export function locked(folder: string, cause: unknown): StoreRefusal {
  return new StoreRefusal(
    'locked',
    {
      vi: `Thư mục dữ liệu ${folder} đang được một máy chủ khác dùng. Hãy dừng máy chủ kia hoặc chọn thư mục khác.`,
      en: `The data folder ${folder} is in use by another hub. Stop that hub or choose another folder.`,
    },
    { cause },
  );
}

/** The log cannot be trusted from `firstBad` on; null where the damage cannot be placed. */
export function damaged(
  file: string,
  firstBad: number | null,
  detail: string,
  cause?: unknown,
): StoreRefusal {
  const vi = firstBad === null ? '' : ` từ bản ghi số ${firstBad}`;
  const en = firstBad === null ? '' : ` from entry ${firstBad} on`;
  return new StoreRefusal(
    'damaged',
    {
      vi: `Kho dữ liệu ${file} bị hỏng${vi} (${detail}). Máy chủ không khởi động để không làm mất thêm: hãy giữ nguyên thư mục này làm bằng chứng và chạy bản sao lưu gần nhất với --new-epoch.`,
      en: `The store ${file} is damaged${en} (${detail}). The hub does not start, so that nothing more is lost: keep this folder as evidence and run the latest backup with --new-epoch.`,
    },
    { cause },
  );
}

/** A newer version of the hub wrote the folder. */
export function tooNew(file: string, found: number, known: number): StoreRefusal {
  return new StoreRefusal('newer', {
    vi: `Kho dữ liệu ${file} do phiên bản mới hơn tạo ra (dạng ${found}, máy chủ này biết đến dạng ${known}). Hãy cập nhật máy chủ.`,
    en: `The store ${file} was written by a newer version (schema ${found}, this hub knows ${known}). Update the hub.`,
  });
}

/** The folder or a file in it cannot be opened or written. */
export function unusable(file: string, cause: unknown): StoreRefusal {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StoreRefusal(
    'unusable',
    {
      vi: `Không mở được kho dữ liệu ${file} (${reason}). Hãy kiểm tra quyền ghi và dung lượng đĩa.`,
      en: `The store ${file} cannot be opened (${reason}). Check permissions and free disk space.`,
    },
    { cause },
  );
}
