import { execFile } from 'node:child_process';

/** The clipboard of a desktop, used by another program. */
export class OtherProgram {
  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** Pastes; empty if the clipboard is empty. */
  paste(): Promise<string> {
    return new Promise((resolve) => {
      const { env } = this;
      execFile('xclip', ['-selection', 'clipboard', '-out'], { env, timeout: 5_000 }, (_error, stdout) =>
        resolve(stdout),
      );
    });
  }

  /** Copies a text. */
  copy(text: string): Promise<void> {
    return new Promise((resolve) => {
      const child = execFile('xclip', ['-selection', 'clipboard', '-in'], { env: this.env });
      child.on('exit', () => resolve());
      child.stdin?.end(text);
    });
  }
}
