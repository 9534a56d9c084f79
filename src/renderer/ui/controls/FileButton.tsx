import { FileTrigger } from 'react-aria-components';
import { Button } from './Button.tsx';

interface FileButtonProps {
  readonly label: string;
  /** Endings and media types: `.csv`, `text/csv`. */
  readonly accepts: readonly string[];
  readonly onChoose: (file: File) => void;
}

/** A button that asks for one file. */
export function FileButton({ label, accepts, onChoose }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={[...accepts]}
      onSelect={(files) => {
        const file = files?.item(0);
        if (file) onChoose(file);
      }}
    >
      <Button label={label} onPress={() => undefined} />
    </FileTrigger>
  );
}
