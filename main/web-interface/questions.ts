import type { Profile } from '../../contract/profiles/profile.ts';
import type { WebPage } from '../../contract/sessions/web-window.ts';
import type { Wording } from '../confirmations/confirmation.ts';
import type { PageQuestion } from './web-window.ts';

/** The longest link that a question shows whole, in characters. */
const maxShownLink = 300;

/** Asks whether to open a page of a production server, or one that shows names in presentation mode. */
export function openPageQuestion(page: WebPage, profile: Profile, showsNames: boolean): Wording {
  return (t, shown) => {
    const { name, userName: user, environment } = shown.profile(profile);
    return {
      message:
        page === 'interface'
          ? t('native:confirmations.openPage.ask', { name })
          : t('native:confirmations.openPage.askApiDocs', { name }),
      detail: [
        ...(environment === 'production' ? [t('native:confirmations.openPage.detail', { user })] : []),
        ...(showsNames ? [t('native:confirmations.openPage.showsNames')] : []),
      ].join('\n\n'),
      confirm: t('native:confirmations.openPage.confirm'),
      cancel: t('native:confirmations.cancel'),
    };
  };
}

/** Asks whether a page of a server may lead elsewhere or get something. */
export function pageQuestion(question: PageQuestion, profile: Profile): Wording {
  if (question.kind === 'link') {
    const { link: whole } = question;
    const link = whole.length > maxShownLink ? `${whole.slice(0, maxShownLink)}…` : whole;
    return (t, shown) => ({
      message: t('native:confirmations.openLink.ask'),
      detail: t('native:confirmations.openLink.detail', {
        name: shown.profile(profile).name,
        link: shown.text(link),
      }),
      confirm: t('native:confirmations.openLink.confirm'),
      cancel: t('native:confirmations.cancel'),
    });
  }
  return (t, shown) => ({
    message: t(`native:confirmations.pageMay.${question.kind}`, { name: shown.profile(profile).name }),
    detail: t(`native:confirmations.pageMay.${question.kind}Detail`),
    confirm: t('native:confirmations.pageMay.confirm'),
    cancel: t('native:confirmations.cancel'),
  });
}

/** Asks whether to copy the header of a production server. */
export function copyQuestion(profile: Profile): Wording {
  return (t, shown) => {
    const { name, userName: user } = shown.profile(profile);
    return {
      message: t('native:confirmations.copyProduction.ask', { name }),
      detail: t('native:confirmations.copyProduction.detail', { user }),
      confirm: t('native:confirmations.copyProduction.confirm'),
      cancel: t('native:confirmations.cancel'),
    };
  };
}
