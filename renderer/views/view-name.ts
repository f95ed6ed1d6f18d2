import { environments } from '../../contract/profiles/profile.ts';
import { useTranslate } from '../i18n/translate.ts';
import type { View } from '../state/views.ts';

/** The name of a view on screen. */
export function useViewName(view: View): string {
  const t = useTranslate();
  switch (view) {
    case 'all':
    case 'expiring':
    case 'problems':
    case 'logged-out':
    case 'favourites':
    case 'recent':
      return t(`window:view.${view}`);
    default: {
      const environment = environments.find((one) => view === `environment:${one}`);
      return environment === undefined ? view.slice('tag:'.length) : t(`window:environment.${environment}`);
    }
  }
}
