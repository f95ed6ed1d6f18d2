import type { View } from '../../contract/list-outline.ts';
import { environments } from '../../contract/profiles/profile.ts';
import type { Translate } from '../../contract/texts.ts';
import { useTranslate } from '../i18n/translate.ts';

/** The name of a view on screen. */
export function useViewName(view: View): string {
  return viewName(useTranslate(), view);
}

/** The same for any number of views. */
export function viewName(t: Translate, view: View): string {
  switch (view) {
    case 'all':
    case 'expiring':
    case 'problems':
    case 'logged-out':
    case 'favourites':
    case 'recent':
    case 'hidden':
      return t(`window:view.${view}`);
    default: {
      const environment = environments.find((one) => view === `environment:${one}`);
      return environment === undefined ? view.slice('tag:'.length) : t(`window:environment.${environment}`);
    }
  }
}
