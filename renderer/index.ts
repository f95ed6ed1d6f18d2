import { bridge } from './bridge.ts';
import { loadTexts, pageLanguage } from './i18n/load-texts.ts';

/**
 * Opens the window, or quick access, once everything that its first picture shows is there: the real list, its texts, and its font, which
 * would lay everything out a second time if it came later.
 *
 * V8 stores the compiled functions of a script right after the script has run. The window's script therefore runs only
 * when nothing is left to wait for: its first rendering is then part of that, and is not compiled again at each start.
 */
async function start(): Promise<void> {
  const language = pageLanguage();
  const font = document.fonts.load('1em "Inter Variable", "Inter Cyrillic"', language === 'ru' ? 'aя' : 'a');
  const [state, texts] = await Promise.all([
    bridge.readState(),
    loadTexts(language),
    font.catch(() => undefined),
  ]);
  if (document.documentElement.dataset.page === 'quick-access') {
    const { openQuickAccess } = await import('./open-quick-access.tsx');
    return openQuickAccess(state, language, texts);
  }
  const { openWindow } = await import('./open-window.tsx');
  await openWindow(state, language, texts);
}

// Not awaited here: the window's script imports parts of this one.
void start();
