import { DocumentReader } from '../../features/documents/DocumentReader.tsx';
import type { DocumentView } from '../../features/documents/pdf/document-view.ts';
import { FollowTools } from '../../features/presentation/FollowTools.tsx';
import { useLeading } from '../frame/use-leading.tsx';
import { SeatPages } from './SeatPages.tsx';
import { SeatVersionTool } from './SeatVersionTool.tsx';
import type { SeatView } from './use-seat.ts';

interface SeatReaderProps {
  readonly seat: SeatView;
  readonly view: DocumentView;
  readonly onView: (view: DocumentView) => void;
}

/** The page in the middle; turning it while a presenter leads leaves the room's page, unless this person leads. */
export function SeatReader({ seat, view, onView }: SeatReaderProps) {
  const { meeting, reading, page, version, shown, isLed, isPresenter, isPresenting } = seat;
  const leading = useLeading(meeting?.id ?? null, version?.id ?? null, isPresenting, isLed);
  const turn = (to: number): void => {
    if (page === null || to === page.page) return;
    const place = { versionId: page.versionId, page: to };
    if (reading.isFollowing && shown === null) reading.turnUnled(place);
    else reading.openAlone(place);
  };
  const present = (): void => {
    if (page === null) return;
    reading.openAlone(page);
    leading.begin();
  };
  const stop = (): void => {
    leading.stop();
    reading.rejoin();
  };
  return (
    <SeatPages seat={seat} onTurn={turn}>
      {({ pageLayer, onSelectText, tools }) => (
        <DocumentReader
          version={version}
          title={seat.documentTitle}
          page={page?.page ?? 1}
          zone={seat.zone}
          view={view}
          onView={onView}
          lookFor={reading.found?.versionId === version?.id ? reading.found : null}
          canCopy={meeting?.body.copies?.words ?? true}
          onTurn={turn}
          onPlace={(place, by) => {
            if (version === null) return;
            leading.moved({ versionId: version.id, page: place.page, zone: place.zone });
            if (isLed && by === 'person') reading.openAlone({ versionId: version.id, page: place.page });
          }}
          onShown={() => version !== null && reading.markSeen(version.id)}
          pageLayer={(frame) => (
            <>
              {pageLayer(frame)}
              {leading.layer(frame)}
            </>
          )}
          onSelectText={onSelectText}
          tools={
            <>
              {tools}
              <SeatVersionTool seat={seat} />
              <FollowTools
                isFollowing={reading.isFollowing}
                canPresent={isPresenter}
                isPresenting={isPresenting}
                isPointing={leading.isPointing}
                onPointing={leading.setPointing}
                onAlone={() => page !== null && reading.openAlone(page)}
                onRejoin={reading.rejoin}
                onPresent={present}
                onStop={stop}
              />
            </>
          }
        />
      )}
    </SeatPages>
  );
}
