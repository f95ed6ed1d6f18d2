import { app, BrowserWindow } from 'electron';
import type { Presentation } from '../../presentation/presentation.ts';

/**
 * Keeps all windows out of recordings and shared screens in presentation mode, also those that are opened later. Windows and
 * macOS can do it; elsewhere nothing happens.
 */
export function protectContent(presentation: Pick<Presentation, 'isOn' | 'onTurn'>): void {
  const protect = (window: BrowserWindow) => window.setContentProtection(presentation.isOn);
  presentation.onTurn(() => BrowserWindow.getAllWindows().forEach(protect));
  if (presentation.isOn) BrowserWindow.getAllWindows().forEach(protect);
  app.on('browser-window-created', (_event, window) => protect(window));
}
