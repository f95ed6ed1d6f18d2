import { choices } from '../../contract/settings.ts';
import { type PolicySetting, policyNames, policySettings } from '../../main/policy/policy-names.ts';
import type { PolicyTexts } from './policy-texts.ts';

const key = 'Software\\Policies\\FindFace Session Manager';
const groups = [
  ['Defaults', 'defaults', 'defaultsHelp'],
  ['Locked', 'locked', 'lockedHelp'],
] as const;

/** The template for the group policies of Windows: every setting as a default and as a locked one. */
export function admx(): string {
  const policies = groups.flatMap(([group]) => [
    ...policySettings.map((name) => settingPolicy(group, name)),
    policy(
      {
        name: `${group}_updateSource`,
        string: 'updateSource',
        help: `${group}_UpdateSource_Help`,
        group,
        elements: true,
      },
      `<text id="${group}_updateSource" valueName="updateSource" required="true" maxLength="2000" />`,
    ),
  ]);
  return document(`<policyDefinitions xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <policyNamespaces>
    <target prefix="ffsm" namespace="FindFace.Policies.SessionManager" />
  </policyNamespaces>
  <resources minRequiredRevision="1.0" />
  <supportedOn>
    <definitions>
      <definition name="Any" displayName="$(string.Any)" />
    </definitions>
  </supportedOn>
  <categories>
    <category name="App" displayName="$(string.App)" />
${groups.map(([group]) => `    <category name="${group}" displayName="$(string.${group})"><parentCategory ref="App" /></category>`).join('\n')}
  </categories>
  <policies>
${[policyOfServers(), ...policies].join('\n')}
  </policies>
</policyDefinitions>`);
}

/** The texts of the template in one language. */
export function adml(texts: PolicyTexts): string {
  const strings: Record<string, string> = {
    Any: texts.anySystem,
    App: texts.app,
    ...Object.fromEntries(
      groups.flatMap(([group, title, help]) => [
        [group, texts[title]],
        [`${group}_Help`, texts[help]],
        [`${group}_UpdateSource_Help`, `${texts.updateSourceHelp} ${texts[help]}`],
      ]),
    ),
    lockServers: texts.lockServers,
    lockServers_Help: texts.lockServersHelp,
    updateSource: texts.updateSource,
    Never: texts.never,
    ...Object.fromEntries(policySettings.map((name) => [policyNames[name], texts.titles[name]])),
    ...Object.fromEntries(
      policySettings
        .filter(isList)
        .flatMap((name) =>
          choices[name]
            .filter((value) => value !== null)
            .map((value) => [itemId(name, value), String(value)]),
        ),
    ),
  };
  const presentations = groups.flatMap(([group]) => [
    ...policySettings.filter(isList).map((name) => {
      const id = `${group}_${policyNames[name]}`;
      return `      <presentation id="${id}"><dropdownList refId="${id}" noSort="true">${escaped(texts.titles[name])}</dropdownList></presentation>`;
    }),
    `      <presentation id="${group}_updateSource"><textBox refId="${group}_updateSource"><label>${escaped(texts.updateSource)}</label></textBox></presentation>`,
  ]);
  return document(`<policyDefinitionResources xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0">
  <displayName>${escaped(texts.app)}</displayName>
  <description>${escaped(texts.app)}</description>
  <resources>
    <stringTable>
${Object.entries(strings)
  .map(([id, text]) => `      <string id="${id}">${escaped(text)}</string>`)
  .join('\n')}
    </stringTable>
    <presentationTable>
${presentations.join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>`);
}

interface Head {
  readonly name: string;
  /** The ID of its title, and of its explanation. */
  readonly string: string;
  readonly help: string;
  readonly group: string;
  /** Whether it has a value to choose, and not only on and off. */
  readonly elements: boolean;
}

function settingPolicy(group: string, name: PolicySetting): string {
  const string = policyNames[name];
  const head = { name: `${group}_${string}`, string, help: `${group}_Help`, group };
  if (!isList(name)) return onOff({ ...head, elements: false }, string);
  const items = choices[name].map((value) => {
    const title = value === null ? 'Never' : itemId(name, value);
    return `<item displayName="$(string.${title})"><value>${stored(value)}</value></item>`;
  });
  return policy(
    { ...head, elements: true },
    `<enum id="${head.name}" valueName="${string}" required="true">${items.join('')}</enum>`,
  );
}

function policyOfServers(): string {
  const head = { name: 'lockServers', string: 'lockServers', help: 'lockServers_Help' };
  return onOff({ ...head, group: 'App', elements: false }, 'lockServers');
}

function onOff(head: Head, valueName: string): string {
  return policy(
    head,
    '<enabledValue><decimal value="1" /></enabledValue><disabledValue><decimal value="0" /></disabledValue>',
    ` valueName="${valueName}"`,
  );
}

function policy({ name, string, help, group, elements }: Head, content: string, attributes = ''): string {
  const path = group === 'App' ? key : `${key}\\${group}`;
  const presentation = elements ? ` presentation="$(presentation.${name})"` : '';
  return `    <policy name="${name}" class="Machine" displayName="$(string.${string})" explainText="$(string.${help})"${presentation} key="${path}"${attributes}>
      <parentCategory ref="${group}" /><supportedOn ref="Any" />
      ${elements ? `<elements>${content}</elements>` : content}
    </policy>`;
}

/** A value as the registry holds it: 0 stands for null. */
function stored(value: string | number | boolean | null): string {
  return typeof value === 'string' ? `<string>${value}</string>` : `<decimal value="${Number(value)}" />`;
}

function isList(name: PolicySetting): boolean {
  return !(choices[name] as readonly unknown[]).includes(true);
}

function itemId(name: PolicySetting, value: string | number | boolean): string {
  return `${policyNames[name]}_${value}`;
}

function document(content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${content}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
