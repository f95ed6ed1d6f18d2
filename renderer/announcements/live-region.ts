let region: HTMLElement | null = null;

/** What screen readers read out when its text changes; made at the first use. */
export function liveRegion(): HTMLElement {
  if (region !== null) return region;
  region = document.createElement('div');
  region.className = 'unseen';
  region.role = 'status';
  region.ariaLive = 'polite';
  // react-aria hides everything beside a dialog from screen readers but this.
  region.dataset.liveAnnouncer = 'true';
  document.body.append(region);
  return region;
}
