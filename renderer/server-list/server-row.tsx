import ShieldMinus from 'lucide-react/icons/shield-minus';
import { formatDateTime } from '../../contract/i18n/format-time.ts';
import { type Environment, shortAddress } from '../../contract/profiles/profile.ts';
import { type Highlights, type Span, spansWithin } from '../../contract/search/highlights.ts';
import { hasToken } from '../../contract/sessions/session.ts';
import { expiringSpanMs } from '../../contract/settings.ts';
import type { Row } from '../../contract/state.ts';
import { RowActionButton } from '../actions/row-action-button.tsx';
import { StatusIcon, statusTone } from '../components/display/status-icon.tsx';
import { PinMark } from '../connection/pin-mark.tsx';
import { PlainHttpMark } from '../connection/plain-http-warning.tsx';
import { describeStatus, formatRole } from '../i18n/format-status.ts';
import { useTranslate } from '../i18n/translate.ts';
import { Highlighted } from '../search/highlighted.tsx';
import { highlightsFor } from '../search/results.ts';
import { useAppState } from '../state/app-state.ts';
import { useViewState } from '../state/view-state.ts';
import { useNow } from '../time/clock.ts';
import type { Columns } from './columns/columns.ts';
import { RowCell } from './columns/row-cells.tsx';
import { FavouriteButton, MoreButton, TickBox } from './row-buttons.tsx';
import styles from './server-row.module.css';

/** Fallback for a row that could not be rendered; its menu still works. */
export function NameOnly({ row: { profile } }: { readonly row: Row }) {
  const t = useTranslate();
  return (
    <>
      <Edge environment={profile.environment} />
      <span />
      <div className={styles.alone}>
        <div className={styles.name}>{t('window:renderFailed.server', { name: profile.name })}</div>
        <div className={styles.detail}>{shortAddress(profile.address)}</div>
      </div>
      <div className={styles.buttons}>
        <MoreButton profileId={profile.id} />
      </div>
    </>
  );
}

interface CellsProps {
  readonly row: Row;
  readonly columns: Columns;
  readonly isSelected: boolean;
  /** Null as long as no row is ticked. */
  readonly isTicked: boolean | null;
}

/** The content of a row. While rows are ticked it has a checkbox instead of the star, and no button is prominent. */
export function RowCells({ row, columns, isSelected, isTicked }: CellsProps) {
  const t = useTranslate();
  const { profile, user } = row;
  const highlights = highlightsFor(
    row,
    useViewState((state) => state.search),
  );
  const role = formatRole(t, user?.role);
  const directory = user?.adUser === true ? ` · ${t('servers:activeDirectory')}` : '';
  return (
    <>
      <Edge environment={profile.environment} />
      {isTicked === null ? (
        <FavouriteButton favourite={profile.favourite} />
      ) : (
        <TickBox isTicked={isTicked} />
      )}
      <div className={styles.place}>
        <div className={styles.name} title={profile.name}>
          <Highlighted text={profile.name} spans={highlights.name} />
        </div>
        <Whereabouts row={row} columns={columns} highlights={highlights} />
      </div>
      {columns.shown.includes('user') ? (
        <div className={styles.person}>
          <div className={styles.user} title={profile.userName}>
            <Highlighted text={profile.userName} spans={highlights.user} />
          </div>
          <div className={styles.detail} title={role}>
            {role + directory}
          </div>
        </div>
      ) : null}
      <StatusCells row={row} columns={columns} isSelected={isSelected && isTicked === null} />
    </>
  );
}

/** The color of the environment at the edge of a row; in a compact one its shape too, since long names take all its lines. */
function Edge({ environment }: { readonly environment: Environment }) {
  const t = useTranslate();
  const word = environment === 'none' ? undefined : t(`window:environment.${environment}`);
  return <span aria-hidden className={styles.edge} data-environment={environment} title={word} />;
}

interface WhereaboutsProps {
  readonly row: Row;
  readonly columns: Columns;
  readonly highlights: Highlights;
}

/** The second line of the name: the environment, marks, and what there is room for of user and address. */
function Whereabouts({ row, columns, highlights }: WhereaboutsProps) {
  const t = useTranslate();
  const { environment, address, tls, userName } = row.profile;
  const isRevoked = (row.rightsChange?.lost ?? 0) > 0;
  return (
    <div className={styles.whereabouts} title={shortAddress(address)}>
      {environment === 'none' ? null : (
        <span className={styles.environment} data-environment={environment}>
          {t(`window:environment.${environment}`)}
        </span>
      )}
      <PlainHttpMark origin={address.origin} />
      <PinMark tls={tls} />
      {isRevoked ? (
        <span className={styles.mark} title={t('session:checks.rights.mark')}>
          <ShieldMinus size={14} aria-hidden />
          <span>{t('session:checks.rights.mark')}</span>
        </span>
      ) : null}
      {columns.shown.includes('user') ? null : (
        <span className={styles.account} title={userName}>
          <Highlighted text={userName} spans={highlights.user} />
        </span>
      )}
      {columns.hasAddress ? (
        <Address
          text={shortAddress(address)}
          spans={highlights.address}
          room={environment === 'none' ? longRoom : shortRoom}
        />
      ) : null}
    </div>
  );
}

/** Up to this length an address has room, or an ellipsis at its end leaves enough of it. */
const longRoom = 24;
/** The same beside an environment. */
const shortRoom = 14;
const endLength = 10;
const plainHttp = 'http://';

interface AddressProps {
  readonly text: string;
  readonly spans: readonly Span[];
  /** How many letters of it need no ellipsis in the middle. */
  readonly room: number;
}

/** An address, in which an ellipsis takes the middle: servers of one site begin alike, and end with port and path. */
function Address({ text, spans, room }: AddressProps) {
  // The mark before it says so already.
  const start = text.startsWith(plainHttp) ? plainHttp.length : 0;
  const cut = text.length - start > room ? text.length - endLength : text.length;
  return (
    <>
      <span className={styles.start}>
        <Highlighted text={text.slice(start, cut)} spans={spansWithin(spans, start, cut)} />
      </span>
      {cut === text.length ? null : (
        <span className={styles.end}>
          <Highlighted text={text.slice(cut)} spans={spansWithin(spans, cut, text.length)} />
        </span>
      )}
    </>
  );
}

/** The session and what stands right of it: its button depends on the status. */
function StatusCells({ row, columns, isSelected }: Omit<CellsProps, 'isTicked'>) {
  const t = useTranslate();
  const language = useAppState((state) => state.language);
  const expiringMs = useAppState(({ settings }) => expiringSpanMs(settings));
  const expiresAt = hasToken(row.session) ? row.session.expiresAt : null;
  const now = useNow(hasToken(row.session) ? nearer(row.session.leaseEndsAt, expiresAt) : null);
  const text = describeStatus(t, row, { now, language, expiringMs });
  return (
    <>
      <div
        className={styles.status}
        data-tone={statusTone(text.status)}
        data-status={text.status}
        // Only now: the first date of `Intl` takes 8 ms, which would be before the first picture.
        onPointerEnter={({ currentTarget }) => {
          currentTarget.title = expiresAt === null ? '' : formatDateTime(language, expiresAt);
        }}
      >
        <StatusIcon status={text.status} busy={row.checking} />
        <div className={styles.label} title={text.label}>
          {text.label}
        </div>
        <div className={styles.detail} title={text.detail}>
          {text.detail}
        </div>
      </div>
      {columns.shown.map((column, index) =>
        column === 'user' || column === 'session' ? null : (
          <RowCell key={column} column={column} width={columns.widths[index] ?? 0} row={row} />
        ),
      )}
      <div className={styles.buttons}>
        <RowActionButton
          profileId={row.profile.id}
          status={text.status}
          variant={isSelected ? 'primary' : 'secondary'}
          tabIndex={-1}
        />
        <MoreButton profileId={row.profile.id} />
      </div>
    </>
  );
}

/** The earlier of two times, either of which may be null. */
function nearer(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other < one) ? other : one;
}
