import type { CopyFormat, CopyTemplate } from '../core/copy-format.ts';
import type { Result } from '../core/result.ts';
import type { ProfileRequest } from '../profiles/profile.ts';

/** What would be copied, with bullets in the place of the token. */
export interface FormatPreview {
  readonly format: CopyFormat;
  readonly text: string;
}

/** What was copied. */
export interface Copied {
  /** Whether it is a command that reads the header, which has to be copied after it. */
  readonly awaitsHeader: boolean;
}

/** The calls about the formats in which sessions are copied. */
export interface CopyingCalls {
  /** What each format of a session looks like; the token is replaced by bullets. */
  readFormats(request: ProfileRequest): Promise<Result<readonly FormatPreview[]>>;
  /** What a template that is being edited looks like for a profile; the token is replaced by bullets. */
  previewTemplate(request: ProfileRequest & { readonly text: string }): Promise<Result<string>>;
  /** Replaces all templates. */
  changeTemplates(request: { readonly templates: readonly CopyTemplate[] }): Promise<Result>;
}
