import { DocumentReader } from '../../features/documents/DocumentReader.tsx';
import { FollowTools } from '../../features/presentation/FollowTools.tsx';
import { usePresenting } from '../../features/presentation/use-presenting.ts';
import { SeatPages } from './SeatPages.tsx';
import type { SeatView } from './use-seat.ts';

/** The page in the middle; turning it while a presenter leads leaves the room's page, unless this person leads. */
export function SeatReader({ seat }: { readonly seat: SeatView }) {
  const { meeting, reading, page, version, shown, isPresenter, isPresenting } = seat;
  const presenting = usePresenting(meeting?.id ?? null);
  const turn = (to: number): void => {
    if (page === null || to === page.page) return;
    const place = { versionId: page.versionId, page: to };
    if (reading.isFollowing && shown === null) reading.turnUnled(place);
    else reading.openAlone(place);
    if (isPresenting) presenting.show(place);
  };
  const present = (): void => {
    if (page === null) return;
    reading.openAlone(page);
    presenting.show(page);
  };
  const stop = (): void => {
    presenting.stop();
    reading.rejoin();
  };
  return (
    <SeatPages seat={seat} onTurn={turn}>
      {({ pageLayer, onSelectText, tools }) => (
        <DocumentReader
          version={version}
          title={seat.documentTitle}
          page={page?.page ?? 1}
          onTurn={turn}
          onShown={() => version !== null && reading.markSeen(version.id)}
          pageLayer={pageLayer}
          onSelectText={onSelectText}
          tools={
            <>
              {tools}
              <FollowTools
                isFollowing={reading.isFollowing}
                canPresent={isPresenter}
                isPresenting={isPresenting}
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
