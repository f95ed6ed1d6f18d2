/** The proxy settings of this computer. */
export interface SystemProxy {
  /**
   * The routes to a URL in the format of proxy scripts, such as `PROXY a:3128; SOCKS5 b:1080; DIRECT`, in order of
   * preference.
   */
  resolve(url: string): Promise<string>;
}
