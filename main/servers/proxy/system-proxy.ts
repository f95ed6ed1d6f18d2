/** What the settings of this computer say about proxies. */
export interface SystemProxy {
  /**
   * The ways to a URL in the words of a proxy script, such as `PROXY a:3128; SOCKS5 b:1080; DIRECT`, the first to be
   * tried first.
   */
  resolve(url: string): Promise<string>;
}
