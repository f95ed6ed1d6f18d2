import { textOrder } from '../../contract/list/text-order.ts';
import type { Profile, ProfileId } from '../../contract/profiles/profile.ts';
import type { PlaceholderWords } from './placeholder-words.ts';

type Kind = 'host' | 'name' | 'ip' | 'certificate' | keyof PlaceholderWords;

/** What is known of a profile that gets a number. */
export type NumberedProfile = Pick<Profile, 'id' | 'name' | 'userName' | 'address'>;

/** What stands in the place of text that nothing is shown of. */
export const hiddenText = '•••';

/**
 * Stands for names: equal ones get equal placeholders as long as the app runs, and nothing but a number leads back.
 *
 * A profile, its name and its address have the same number. The numbers follow the order of the names, so that a list has
 * the same order as before.
 */
export class Placeholders {
  readonly #numbers = new Map<string, number>();
  readonly #users = new Map<number, string>();
  #lastServer = 0;

  /** `words`: those of the present language. */
  constructor(private readonly words: () => PlaceholderWords) {}

  /** Gives numbers to these profiles, to their names and to their addresses, unless they have one. */
  number(profiles: readonly NumberedProfile[]): void {
    const inOrder = textOrder();
    const sorted = profiles.toSorted((one, other) => inOrder(one.name, other.name));
    for (const { id, name, userName, address } of sorted) {
      const number = this.#serverNumber('server', id);
      for (const key of [keyOf('name', name), keyOf('host', new URL(address.origin).host)])
        if (!this.#numbers.has(key)) this.#numbers.set(key, number);
      if (userName !== '') this.user(userName);
    }
  }

  /** "Server 12", of a profile. */
  server(id: ProfileId): string {
    return this.#put('server', this.#serverNumber('server', id));
  }

  /** "Server 12", of the name that a server has or had. */
  serverNamed(name: string): string {
    return this.#put('server', this.#serverNumber('name', name));
  }

  /** "server-12.example", of a host with or without its port. */
  host(host: string): string {
    return `server-${this.#serverNumber('host', host)}.example`;
  }

  /** "https://server-12.example", of an origin or a URL, whose path is dropped. */
  origin(url: string): string {
    if (!URL.canParse(url)) return hiddenText;
    const { protocol, host } = new URL(url);
    return host === '' ? hiddenText : `${protocol}//${this.host(host)}`;
  }

  /** "User 3"; of a domain "User 3@domain", since that is treated with more care. */
  user(name: string): string {
    const number = this.#numberOf('user', name);
    this.#users.set(number, name);
    const shown = this.#put('user', number);
    return /[\\@]/.test(name) ? `${shown}@domain` : shown;
  }

  /** The user of a placeholder of the present language; null if it is none. */
  userOf(placeholder: string): string | null {
    return [...this.#users.values()].find((name) => this.user(name) === placeholder) ?? null;
  }

  tag(tag: string): string {
    return this.#put('tag', this.#numberOf('tag', tag));
  }

  /** "Device 3", of what a device says about itself. */
  device(device: string): string {
    return this.#put('device', this.#numberOf('device', device));
  }

  /** "device-3", of the ID of a device. */
  deviceId(deviceId: string): string {
    return `device-${this.#numberOf('device', deviceId)}`;
  }

  /** "••• 2", of a fingerprint: equal ones are seen to be equal. */
  certificate(fingerprint: string): string {
    return `${hiddenText} ${this.#numberOf('certificate', fingerprint)}`;
  }

  ip(address: string): string {
    return `ip-${this.#numberOf('ip', address)}`;
  }

  /** "Format 2", of a format of a person's own. */
  format(name: string): string {
    return this.#put('format', this.#numberOf('format', name));
  }

  #put(kind: keyof PlaceholderWords, number: number): string {
    return `${this.words()[kind]} ${number}`;
  }

  #serverNumber(kind: 'server' | 'name' | 'host', text: string): number {
    const key = keyOf(kind, text);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#newServer();
    this.#numbers.set(key, number);
    return number;
  }

  #newServer(): number {
    this.#lastServer += 1;
    return this.#lastServer;
  }

  #numberOf(kind: Kind, text: string): number {
    const key = keyOf(kind, text);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = 1 + (this.#numbers.get(kind) ?? 0);
    this.#numbers.set(kind, number);
    this.#numbers.set(key, number);
    return number;
  }
}

// The key of a count has no line break.
function keyOf(kind: Kind, text: string): string {
  return `${kind}\n${kind === 'name' || kind === 'tag' ? text : text.toLowerCase()}`;
}
