import { useFormat } from '../../i18n/LanguageProvider.tsx';

const MiB = 1024 * 1024;
const GiB = 1024 * MiB;

/** Bytes as people say them of disks: "1,5 GB", "80 GB", "350 MB". */
export function useSize(): (bytes: number) => string {
  const format = useFormat();
  return (bytes) => {
    if (bytes < GiB) return `${format.number(Math.round(bytes / MiB))} MB`;
    const count = bytes / GiB;
    return `${format.number(count < 10 ? Math.round(count * 10) / 10 : Math.round(count))} GB`;
  };
}
