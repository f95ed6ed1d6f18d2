import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type CDPSession, expect, type Page } from '@playwright/test';

const expected = join(import.meta.dirname, '../../app/expected');

/** A node as Chromium hands it to assistive technology. */
interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

const states = [
  'disabled',
  'checked',
  'pressed',
  'expanded',
  'selected',
  'invalid',
  'modal',
  'level',
  'sort',
];
/** Text and its boxes repeat the names of what is around them, or change with the fonts. */
const unnamed = new Set(['InlineTextBox', 'StaticText', 'ListMarker', 'none', 'generic', 'LineBreak']);

/** Kept until the page is closed: the renderer has crashed in accessibility code after a session had been detached. */
const sessions = new WeakMap<Page, CDPSession>();

async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  return session;
}

/**
 * The accessibility tree of the page: roles, names and states, a node a line, children indented by two spaces. Ports,
 * times, durations and versions are replaced, since they differ in every run.
 */
async function accessibilityTree(page: Page): Promise<string> {
  const session = await sessionOf(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: readonly AxNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const linesOf = (node: AxNode, depth: number): readonly string[] => {
    const isShown = !node.ignored && !unnamed.has(String(node.role?.value));
    const children = (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child === undefined ? [] : linesOf(child, isShown ? depth + 1 : depth);
    });
    return isShown ? [`${'  '.repeat(depth)}${lineOf(node)}`, ...children] : children;
  };
  const root = nodes.find(({ parentId }) => parentId === undefined);
  return root === undefined ? '' : `${linesOf(root, 0).join('\n')}\n`;
}

function lineOf({ role, name, properties = [] }: AxNode): string {
  const held = properties
    .filter((one) => states.includes(one.name) && one.value.value !== false && one.value.value !== 'false')
    .map((one) => `${one.name}=${String(one.value.value)}`);
  return [String(role?.value), JSON.stringify(withoutChance(String(name?.value ?? ''))), ...held].join(' ');
}

function withoutChance(text: string): string {
  return text
    .replace(/(?<=:)\d{4,5}\b/g, 'PORT')
    .replace(/\b\d{1,2}:\d{2}\b/g, 'TIME')
    .replace(/(?<![\d.])\d+\.\d+\.\d+(?![\d.])/g, 'VERSION')
    .replace(/\b(just now|\d+ (s|min) ago)\b/gi, 'AGO')
    .replace(/\b\d+ ms\b/g, 'N ms')
    .replace(/\b\d+ (s|min|h|seconds|minutes|hours)\b/g, 'N $1')
    .replace(/\b(\d{1,2} [A-Z][a-z]{2}( \d{4})?)\b/g, 'DATE');
}

/** Compares the tree with the kept one of this name; `FFSM_WRITE_TREE=1` writes it instead. */
export async function expectTree(page: Page, name: string): Promise<void> {
  const file = join(expected, `${name}.txt`);
  if (process.env.FFSM_WRITE_TREE === '1') {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await accessibilityTree(page));
  } else {
    const kept = await readFile(file, 'utf8');
    // Chromium tells changes of the page a moment later.
    await expect.poll(() => accessibilityTree(page), `the accessibility tree: ${name}`).toBe(kept);
  }
}
