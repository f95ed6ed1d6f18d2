import PictureInPicture from 'lucide-react/icons/picture-in-picture-2';
import Star from 'lucide-react/icons/star';
import { addressText, type Profile } from '../../../contract/profiles/profile.ts';
import type { Details, Row } from '../../../contract/state.ts';
import { openDetailsWindow } from '../../actions/open-side-window.ts';
import { toggleFavourite } from '../../actions/profile-actions.ts';
import { IconButton } from '../../components/buttons/button.tsx';
import { CopyIconButton } from '../../components/buttons/copy-button.tsx';
import { PlainHttpMark } from '../../connection/plain-http-warning.tsx';
import { useTranslate } from '../../i18n/translate.ts';
import { sideSubject } from '../../state/side-subject.ts';
import styles from './details-head.module.css';
import { HeadButtons } from './head-buttons.tsx';
import { StateCard } from './state-card.tsx';

interface Props {
  readonly row: Row;
  /** Null until loaded. */
  readonly details: Details | null;
}

/** The part of the details that stays in view: name, address, tags, state and buttons. */
export function DetailsHead({ row, details }: Props) {
  const t = useTranslate();
  const { profile } = row;
  const { favourite } = profile;
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h2 className={styles.name} title={profile.name}>
          {profile.name}
        </h2>
        <span className={styles.star}>
          <IconButton
            small
            label={t('servers:favourite')}
            hint={t(favourite ? 'servers:unmarkFavourite' : 'servers:markFavourite')}
            aria-pressed={favourite}
            onPress={() => void toggleFavourite(profile.id)}
          >
            <Star />
          </IconButton>
        </span>
        {sideSubject === null ? (
          <IconButton
            small
            label={t('commands:titles.detailsWindow')}
            onPress={() => void openDetailsWindow(profile.id)}
          >
            <PictureInPicture />
          </IconButton>
        ) : null}
      </div>
      <div className={styles.rest}>
        <Place profile={profile} />
        <Tags tags={profile.tags} />
        <StateCard row={row} details={details} />
        <HeadButtons row={row} />
      </div>
    </header>
  );
}

function Place({ profile: { environment, address } }: { readonly profile: Profile }) {
  const t = useTranslate();
  const text = addressText(address);
  return (
    <div className={styles.place}>
      {environment === 'none' ? null : (
        <span className={styles.environment} data-environment={environment}>
          {t(`window:environment.${environment}`)}
        </span>
      )}
      <PlainHttpMark origin={address.origin} />
      <span className={styles.address}>
        <span>{text}</span>
        <CopyIconButton text={text} label={t('session:copyAddress')} />
      </span>
    </div>
  );
}

const tagsAtMost = 3;

/** The first tags; the others are counted, and a tooltip has all of them. */
function Tags({ tags }: { readonly tags: readonly string[] }) {
  if (tags.length === 0) return null;
  const rest = tags.length - tagsAtMost;
  return (
    <ul className={styles.tags} title={tags.join(', ')}>
      {tags.slice(0, tagsAtMost).map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
      {rest > 0 ? <li className={styles.more}>+{rest}</li> : null}
    </ul>
  );
}
