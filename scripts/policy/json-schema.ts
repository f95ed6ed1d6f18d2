import { environments } from '../../contract/profiles/profile.ts';
import { choices } from '../../contract/settings.ts';
import { policyNames, policySettings } from '../../main/policy/policy-names.ts';
import { maxPolicyAuthorities, maxPolicyServers } from '../../main/policy/policy-schema.ts';

/** The JSON schema of a policy file, for editors. The app checks more: addresses, certificates, duplicates. */
export function policySchema(): object {
  const fingerprint = {
    type: 'string',
    pattern: '^([0-9A-Fa-f]{64}|[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31})$',
    description: 'SHA-256 of the certificate',
  };
  const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength });
  const values = exactly({
    ...Object.fromEntries(policySettings.map((name) => [policyNames[name], { enum: choices[name] }])),
    updateSource: { ...text(2_000), type: ['string', 'null'] },
  });
  const server = exactly(
    {
      address: { ...text(2_048), pattern: '^https?://' },
      name: text(80),
      userName: text(256),
      tags: { type: 'array', items: text(40), maxItems: 20 },
      environment: { enum: environments },
      trust: {
        oneOf: [
          { const: 'system' },
          exactly({ ca: fingerprint }, ['ca']),
          exactly({ pin: fingerprint }, ['pin']),
        ],
      },
      proxy: {
        anyOf: [{ enum: ['system', 'direct'] }, { ...text(300), pattern: '^(http|socks5)://[^@]+:[0-9]+$' }],
      },
    },
    ['address'],
  );
  const certificate = '^\\s*-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----\\s*$';
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Policy of FindFace Session Manager',
    ...exactly(
      {
        $schema: text(2_000),
        version: { const: 1 },
        defaults: { $ref: '#/$defs/values' },
        locked: { $ref: '#/$defs/values' },
        authorities: {
          type: 'array',
          items: { type: 'string', pattern: certificate },
          maxItems: maxPolicyAuthorities,
        },
        servers: { type: 'array', items: server, maxItems: maxPolicyServers },
        lockServers: { type: 'boolean' },
      },
      ['version'],
    ),
    $defs: { values },
  };
}

function exactly(properties: object, required: readonly string[] = []): object {
  return { type: 'object', properties, required, additionalProperties: false };
}
