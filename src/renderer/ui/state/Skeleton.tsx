import styles from './Skeleton.module.css';

interface SkeletonProps {
  /** What is on its way, for screen readers. */
  readonly label: string;
  readonly lines?: number;
}

/** The grey shape of text that is on its way. It does not shimmer. */
export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles.line} />
      ))}
    </div>
  );
}
