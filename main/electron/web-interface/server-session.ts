import { randomUUID } from 'node:crypto';
import { type Session, session } from 'electron';
import { hintOf, isLogout, mayRequest } from '../../web-interface/origin-rules.ts';
import { authorizedHeaders, isServiceWorker } from '../../web-interface/page-session.ts';
import type { RecentInput } from '../../web-interface/recent-input.ts';
import type { WebWindowPlan } from '../../web-interface/web-window.ts';
import { sessionsOfServers } from '../window/window-session.ts';

/** Chromium's answers to the question whether a certificate is trusted. */
const trusted = 0;
const distrusted = -2;

type Permission = 'notifications' | 'fullscreen';

/** The session of one opening of a web window: in memory, its own, and limited to one origin. */
export class ServerSession {
  readonly session: Session;
  /** Whether the last certificate was not trusted. */
  isDistrusted = false;
  readonly #granted = new Set<Permission>();

  constructor(
    private readonly plan: WebWindowPlan,
    private readonly input: RecentInput,
  ) {
    // SECURITY: a partition of its own, in memory: no page sees what another one kept, nor what it kept before (0041).
    this.session = session.fromPartition(`web-${randomUUID()}`);
    sessionsOfServers.add(this.session);
    // SECURITY: Chromium would fetch dictionaries from another server, past the filter of requests (0041).
    this.session.setSpellCheckerLanguages([]);
    this.session.setUserAgent(this.session.getUserAgent(), plan.facts.language);
    this.#verifyCertificates();
    this.#limitRequests();
    this.#limitPermissions();
    this.session.on('will-download', (event, item) => {
      // SECURITY: a page cannot ask for files to be saved that nobody wanted; where to is asked by Electron (0041).
      if (!this.input.take() || !mayRequest(item.getURL(), plan.origin)) event.preventDefault();
    });
  }

  /** Takes the present way to the server; false if there is none. */
  async takeWay(): Promise<boolean> {
    const way = await this.plan.proxy();
    if (way === null) return false;
    await this.session.setProxy(way);
    return true;
  }

  /** Forgets everything that pages kept. */
  async clear(): Promise<void> {
    const { session } = this;
    await Promise.allSettled([
      session.closeAllConnections(),
      session.clearStorageData(),
      session.clearCache(),
      session.clearAuthCache(),
      session.clearHostResolverCache(),
    ]);
    this.#granted.clear();
  }

  #verifyCertificates(): void {
    // SECURITY: the app's own decision, with the profile's pin or CA, instead of Chromium's (0005, 0041).
    this.session.setCertificateVerifyProc(({ hostname, certificate }, answer) => {
      const decide = (isTrusted: boolean) => {
        this.isDistrusted = !isTrusted;
        answer(isTrusted ? trusted : distrusted);
      };
      const isOwn = bare(hostname) === bare(new URL(this.plan.origin).hostname);
      if (!isOwn) decide(false);
      else this.plan.trusts(certificate.data).then(decide, () => decide(false));
    });
  }

  #limitRequests(): void {
    const { webRequest } = this.session;
    const { origin, events } = this.plan;
    // SECURITY: a page of a server reaches nothing but its server, whatever it loads or redirects to (0041).
    webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayRequest(url, origin) }));
    webRequest.onBeforeSendHeaders(({ url, method, requestHeaders }, answer) => {
      // SECURITY: a service worker would go on after its page, and answer in place of the server (0041).
      if (isServiceWorker(requestHeaders)) return answer({ cancel: true });
      if (isLogout(url, method, origin)) events.loggingOut(true);
      const token = this.plan.token();
      // SECURITY: Chromium asks again for each redirect, so the header goes to no other origin (0041).
      const headers = token === null ? requestHeaders : authorizedHeaders(url, requestHeaders, origin, token);
      answer({ requestHeaders: { ...headers } });
    });
    webRequest.onCompleted(({ url, method, statusCode: status }) => {
      const hint = hintOf({ url, method, status }, origin);
      if (hint !== 'logged-out' && isLogout(url, method, origin)) events.loggingOut(false);
      if (hint !== null) events.hinted(hint);
    });
    webRequest.onErrorOccurred(({ url, method }) => {
      if (isLogout(url, method, origin)) events.loggingOut(false);
    });
  }

  #limitPermissions(): void {
    const { session, plan } = this;
    const isPermission = (name: string): name is Permission =>
      name === 'notifications' || name === 'fullscreen';
    // SECURITY: everything else is denied, instead of a list of permissions (0003).
    session.setPermissionCheckHandler((_contents, name) => isPermission(name) && this.#granted.has(name));
    session.setPermissionRequestHandler((_contents, name, answer, { isMainFrame }) => {
      if (!isPermission(name) || !isMainFrame) return answer(false);
      if (this.#granted.has(name)) return answer(true);
      if (!this.input.take()) return answer(false);
      void plan.events.asked({ kind: name }).then((isGranted) => {
        if (isGranted) this.#granted.add(name);
        answer(isGranted);
      });
    });
  }
}

/** A host name as it is, an IPv6 address without brackets. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}
