import { Building2, Usb } from 'lucide-react';
import type { SubmitEvent } from 'react';
import type { PairingWindowScreen, PairingStep } from '../../../shared/bridge/pairing-ipc.ts';
import { sentenceOf, type RefusalCode } from '../../../shared/refusals/refusal-table.ts';
import { useFormat, useLanguage, useMessages } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/controls/Button.tsx';
import { TextField } from '../../ui/controls/TextField.tsx';
import { Banner } from '../../ui/state/Banner.tsx';
import { EmptyState } from '../../ui/state/EmptyState.tsx';
import { ListRow } from '../../ui/room/ListRow.tsx';
import { ChoosingPlace } from './ChoosingPlace.tsx';
import styles from './Pairing.module.css';
import type { UnpairedActions } from './UnpairedTerminal.tsx';

interface ChoosingRoomProps extends UnpairedActions {
  readonly screen: PairingWindowScreen;
  readonly step: Extract<PairingStep, { readonly is: 'choosing' }>;
  /** The address that was typed or chosen last. */
  readonly address: string;
  readonly onAddress: (address: string) => void;
}

/** Which room, by the network, an address or a ticket; and what this machine is to be there. */
export function ChoosingRoom(props: ChoosingRoomProps) {
  const { screen, step, address, onAddress, onBegin } = props;
  const { unpaired: words } = useMessages();
  const begin = (chosen: string): void => {
    onAddress(chosen);
    onBegin(chosen);
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words.title}</h2>
        <p className={styles.detail}>{words.detail}</p>
      </header>
      {screen.notice !== null && <Notice notice={screen.notice} />}
      {step.failure !== null && (
        <Failure
          failure={step.failure}
          triesAgain={step.triesAgain}
          onStop={props.onStop}
          onRetry={address === '' ? null : () => begin(address)}
        />
      )}
      <div className={styles.columns}>
        <div className={styles.side}>
          <Hubs hubs={screen.hubs} onBegin={begin} />
          <Tickets {...props} />
        </div>
        <div className={styles.side}>
          <ChoosingPlace
            // What main proposes is the beginning of what is typed.
            key={`${screen.surface}|${screen.placeIsFixed}`}
            screen={screen}
            onPlace={props.onPlace}
          />
          <TypedAddress address={address} onAddress={onAddress} onBegin={begin} />
        </div>
      </div>
    </div>
  );
}

interface FailureProps {
  readonly failure: RefusalCode;
  readonly triesAgain: boolean;
  readonly onStop: () => void;
  /** Null where there is nothing to be tried again by a press. */
  readonly onRetry: (() => void) | null;
}

function Failure({ failure, triesAgain, onStop, onRetry }: FailureProps) {
  const { general, unpaired: words } = useMessages();
  const language = useLanguage();
  const sentence = sentenceOf(failure, language);
  if (triesAgain) {
    return (
      <Banner
        tone="waiting"
        title={words.failed}
        detail={`${sentence} ${words.triesAgain}`}
        action={<Button label={words.stop} onPress={onStop} />}
      />
    );
  }
  return (
    <Banner
      tone="refused"
      title={words.failed}
      detail={sentence}
      {...(onRetry === null
        ? {}
        : { action: <Button label={general.action.retry} autoFocus onPress={onRetry} /> })}
    />
  );
}

function Notice({ notice }: { readonly notice: NonNullable<PairingWindowScreen['notice']> }) {
  const { notice: words } = useMessages().unpaired;
  const format = useFormat();
  if (notice.is === 'damaged')
    return <Banner tone="refused" title={words.damagedTitle} detail={words.damagedDetail} />;
  const { roomName, at, unsent } = notice;
  const when = `${format.time(at)} ${format.date(at)}`;
  return (
    <Banner
      tone="refused"
      title={words.revokedTitle(roomName)}
      detail={[words.revokedDetail(when), ...(unsent > 0 ? [words.unsent(unsent)] : [])].join(' ')}
    />
  );
}

interface HubsProps {
  readonly hubs: PairingWindowScreen['hubs'];
  readonly onBegin: (address: string) => void;
}

function Hubs({ hubs, onBegin }: HubsProps) {
  const { hubs: words } = useMessages().unpaired;
  const hasTwins = new Set(hubs.map(({ roomName }) => roomName)).size < hubs.length;
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      {hubs.length === 0 && (
        <EmptyState icon={Building2} title={words.searching} detail={words.searchingDetail} />
      )}
      {hasTwins && <Banner tone="waiting" title={words.sameName} />}
      <ul>
        {hubs.map(({ id, roomName, address }) => (
          <ListRow
            key={id}
            lead={<Building2 aria-hidden />}
            title={roomName}
            detail={address}
            onPress={() => onBegin(address)}
          />
        ))}
      </ul>
    </section>
  );
}

function TypedAddress({
  address,
  onAddress,
  onBegin,
}: Pick<ChoosingRoomProps, 'address' | 'onAddress' | 'onBegin'>) {
  const { address: words } = useMessages().unpaired;
  const begin = (): void => {
    if (address.trim() !== '') onBegin(address.trim());
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <form
        className={styles.line}
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          begin();
        }}
      >
        <TextField
          label={words.field}
          value={address}
          onChange={onAddress}
          hint={words.hint}
          maxLength={300}
        />
        <Button label={words.connect} size="seat" isDisabled={address.trim() === ''} onPress={begin} />
      </form>
    </section>
  );
}

function Tickets({ screen, onTicket, onChooseTicket }: ChoosingRoomProps) {
  const { ticket: words } = useMessages().unpaired;
  return (
    <section className={styles.panel} aria-label={words.title}>
      <h3 className={styles.heading}>{words.title}</h3>
      <ul hidden={screen.tickets.length === 0}>
        {screen.tickets.map(({ id, roomName, folder }) => (
          <ListRow
            key={id}
            lead={<Usb aria-hidden />}
            title={roomName === null ? words.foundDamaged : words.found(roomName)}
            detail={folder}
            {...(roomName === null ? {} : { onPress: () => onTicket(id) })}
          />
        ))}
      </ul>
      <p className={styles.detail}>{screen.choosesFiles ? words.detail : words.detailOfStick}</p>
      {screen.choosesFiles && <Button label={words.choose} onPress={onChooseTicket} />}
    </section>
  );
}
