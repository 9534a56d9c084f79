import { X } from 'lucide-react';
import { sentenceOf } from '../../../shared/refusals/refusal-table.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { Panel } from '../../ui/layout/Panel.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { Chip } from '../../ui/state/Chip.tsx';
import { Progress } from '../../ui/state/Progress.tsx';
import { isUnderWay, type Upload, type Uploads } from './use-uploads.ts';

/** What has become of each file that was sent; one still under way can be given up. */
export function UploadList({ uploads, cancel, clear }: Pick<Uploads, 'uploads' | 'cancel' | 'clear'>) {
  const { clerk, intake } = useMessages();
  return (
    <div role="status">
      <Panel
        title={clerk.uploads}
        aside={<Button label={clerk.clearUploads} variant="quiet" onPress={clear} />}
      >
        {uploads.map((upload) => (
          <ListRow
            key={upload.id}
            title={upload.name}
            badge={<UploadState upload={upload} />}
            {...(isUnderWay(upload)
              ? {
                  trail: (
                    <Button
                      label={intake.cancelOf(upload.name)}
                      icon={X}
                      isIconOnly
                      variant="quiet"
                      onPress={() => cancel(upload.id)}
                    />
                  ),
                }
              : {})}
          />
        ))}
      </Panel>
    </div>
  );
}

function UploadState({ upload: { state, name, isConverted } }: { readonly upload: Upload }) {
  const { clerk, general, intake } = useMessages();
  const format = useFormat();
  const language = useLanguage();
  switch (state.kind) {
    case 'waiting':
      return <Chip size="small" tone="neutral" label={general.waiting.sending} />;
    case 'sending': {
      const atHub = isConverted ? intake.converting : clerk.checking;
      const valueText = state.share < 1 ? clerk.uploading(format.percent(state.share)) : atHub;
      return <Progress label={name} share={state.share} valueText={valueText} />;
    }
    case 'done':
      return <Chip size="small" tone="good" label={clerk.uploadDone(state.pages)} />;
    case 'refused':
      return <Chip size="small" tone="accent" label={sentenceOf(state.code, language)} />;
    case 'cancelled':
      return <Chip size="small" tone="neutral" label={intake.cancelled} />;
    case 'away':
      return <Chip size="small" tone="waiting" label={clerk.uploadAway} />;
  }
}
