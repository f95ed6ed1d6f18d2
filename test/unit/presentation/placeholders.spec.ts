import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../contract/profiles/profile.ts';
import { placeholderWords } from '../../../main/presentation/placeholder-words.ts';
import { Placeholders } from '../../../main/presentation/placeholders.ts';
import { sampleProfile } from '../../support/fixtures/profile.ts';

const profile = (name: string, origin: string) => sampleProfile({ name, address: { origin, basePath: '' } });
const depot = profile('Depot', 'https://b.corp:8443');
const airport = profile('Airport', 'https://a.corp');

function numbered(...profiles: readonly Profile[]): Placeholders {
  const names = new Placeholders(() => placeholderWords.en);
  names.number(profiles);
  return names;
}

describe('a placeholder', () => {
  test('has the number of the name in the order of names, for the name and the address', () => {
    const names = numbered(depot, airport);
    expect(names.server(airport.id)).toBe('Server 1');
    expect(names.serverNamed('Depot')).toBe('Server 2');
    expect(names.origin('https://b.corp:8443')).toBe('https://server-2.example');
    expect(names.host('B.corp:8443')).toBe('server-2.example');
    expect(names.origin('http://a.corp/secret')).not.toContain('a.corp');
  });

  test('stays the same when others come, and when the server is renamed', () => {
    const names = numbered(depot);
    names.number([airport, { ...depot, name: 'Depot 2' }]);
    expect(names.server(depot.id)).toBe('Server 1');
    expect(names.server(airport.id)).toBe('Server 2');
    expect(names.serverNamed('gone')).toBe('Server 3');
    expect(names.host('elsewhere')).toBe('server-4.example');
  });

  test('is equal for equal names, whatever their case, and different for others', () => {
    const names = numbered();
    expect(names.user('Ivanov')).toBe('User 1');
    expect(names.user('ivanov')).toBe('User 1');
    expect(names.user('petrov')).toBe('User 2');
    expect(names.deviceId('ffsm-laptop')).toBe('device-1');
    expect(names.ip('10.0.0.1')).toBe('ip-1');
    expect(names.tag('a')).toBe('Tag 1');
    expect(names.tag('b')).toBe('Tag 2');
    expect(names.certificate('aa')).toBe('••• 1');
  });

  test('leads back to its user only here', () => {
    const names = numbered();
    names.user('ivanov');
    expect(names.userOf('User 1')).toBe('ivanov');
    expect(names.userOf('User 2')).toBeNull();
  });

  test('of what is no URL says nothing', () => {
    expect(numbered().origin('host.corp')).toBe('•••');
  });
});
