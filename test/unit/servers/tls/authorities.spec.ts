import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { systemAuthorities, systemContext } from '../../../../main/servers/tls/authorities.ts';

describe('the authorities of this computer', () => {
  test('are never none: Node’s own are always among them', { tags: ['row-68'] }, () => {
    const known = new Set(systemAuthorities());
    expect(rootCertificates.length).toBeGreaterThan(50);
    expect(rootCertificates.filter((pem) => !known.has(pem.trim()))).toEqual([]);
  });

  test('are all readable certificates', () => {
    const unreadable = systemAuthorities().filter((pem) => {
      try {
        return new X509Certificate(pem).raw.length === 0;
      } catch {
        return true;
      }
    });
    expect(unreadable).toEqual([]);
  });

  test('include those of the system where it keeps them in a file', ({ skip }) => {
    skip(!existsSync('/etc/ssl/certs/ca-certificates.crt'), 'this system keeps them elsewhere');
    expect(systemAuthorities().length).toBeGreaterThan(rootCertificates.length);
  });

  test('are read once', () => {
    expect(systemContext()).toBe(systemContext());
  });
});
