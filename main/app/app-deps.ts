import type { CopyTemplate } from '../../contract/core/copy-format.ts';
import type { EpochMs } from '../../contract/core/time.ts';
import type { UpdateSupport } from '../../contract/installation/updates.ts';
import type { CommandUse, KeyBindings } from '../../contract/keys.ts';
import type { WindowLayout } from '../../contract/layout.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clipboard } from '../clipboard/secret-clipboard.ts';
import type { ShowQuestion } from '../confirmations/confirmation.ts';
import type { CameraGrant } from '../face/camera-grant.ts';
import type { FileDialogs } from '../files/chosen-file.ts';
import type { AppLog } from '../log/app-log.ts';
import type { PolicyFound } from '../policy/policy.ts';
import type { ShowNotification } from '../reminders/reminders.ts';
import type { SystemProxy } from '../servers/proxy/system-proxy.ts';
import type { UpdateChoices, UpdateDeps } from '../updates/app-updates.ts';
import type { Cipher } from '../vault/crypto/cipher.ts';
import type { Kdf } from '../vault/crypto/kdf.ts';
import type { WebSurroundings } from '../web-interface/web-window.ts';

/** What `createApp` needs from the system. */
export interface AppDeps {
  /** The data folder. */
  readonly folder: string;
  readonly appVersion: string;
  readonly cipher: Cipher;
  /** The cost of a new passphrase, as scrypt's N. */
  readonly kdfCost: Kdf['N'];
  readonly clipboard: Clipboard;
  readonly camera: CameraGrant;
  readonly files: FileDialogs;
  readonly showQuestion: ShowQuestion;
  readonly systemProxy: SystemProxy;
  readonly web: WebSurroundings;
  readonly showNotification: ShowNotification;
  /** Shows a file in the system's file manager. */
  readonly showInFolder: (path: string) => void;
  /** The settings in force. */
  readonly settings: Settings;
  readonly layout: WindowLayout;
  readonly keys: KeyBindings;
  readonly used: CommandUse;
  readonly templates: readonly CopyTemplate[];
  readonly policy: PolicyFound;
  /** The name that the person has on this computer. */
  readonly userName: string;
  /** Language tags, the preferred one first. */
  readonly systemLanguages: readonly string[];
  readonly appLog: AppLog;
  readonly updates: Pick<UpdateDeps, 'engine' | 'installer' | 'keep'> & {
    readonly support: UpdateSupport;
    readonly choices: UpdateChoices;
  };
  /** The version that ran before this one; null if it is the same. */
  readonly updatedFrom: string | null;
  readonly now: () => EpochMs;
  /** Milliseconds of a monotonic clock. */
  readonly monotonicNow: () => number;
}
