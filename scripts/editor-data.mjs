// @ts-check
// Completion data for HTML editors, from the manifest: dist/vscode.html-custom-data.json (VS Code) and
// dist/web-types.json (JetBrains).
import { readFileSync, writeFileSync } from 'node:fs';
import { readManifest } from './manifest.mjs';

/**
 * @typedef {{ name?: string, description?: string, default?: string, type?: { text: string } }} Item
 * @typedef {{ tagName: string, description?: string, summary?: string, attributes?: Item[], events?: Item[],
 *   slots?: Item[], cssParts?: Item[], cssProperties?: Item[], members?: (Item & { kind: string, privacy?: string, attribute?: string })[] }} Element
 */

/** The words of a union of string literals: the values an editor can offer. @param {string | undefined} text */
const literals = (text) => [...(text ?? '').matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');

/** Those of the manifest that have a tag. @returns {Element[]} */
export function elements() {
  return readManifest()
    .modules.flatMap((module) => module.declarations ?? [])
    .filter((declaration) => declaration.customElement && declaration.tagName)
    .map((declaration) => /** @type {Element} */ (/** @type {unknown} */ (declaration)));
}

export function writeEditorData() {
  const found = elements();
  if (!found.length) {
    console.error('The manifest knows no element with a tag name: give each class `@customElement sgs-…` in its JSDoc.');
    return false;
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

  /** @param {Item} item */
  const described = ({ name = '', description = '' }) => ({ name, description });
  /** @param {Element} element */
  const attributes = (element) => (element.attributes ?? []).filter((attribute) => attribute.name);

  write('dist/vscode.html-custom-data.json', {
    version: 1.1,
    tags: found.map((element) => ({
      name: element.tagName,
      description: element.description ?? element.summary ?? '',
      attributes: attributes(element).map((attribute) => {
        const values = literals(attribute.type?.text).map((name) => ({ name }));
        if (attribute.type?.text === 'boolean') return { ...described(attribute), valueSet: 'v' };
        return values.length ? { ...described(attribute), values } : described(attribute);
      }),
    })),
  });

  write('dist/web-types.json', {
    $schema: 'https://json.schemastore.org/web-types',
    name: 'sgs-widgets',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: found.map((element) => ({
          name: element.tagName,
          description: element.description ?? element.summary ?? '',
          attributes: attributes(element).map((attribute) => ({
            ...described(attribute),
            value: { type: attribute.type?.text ?? 'string', ...(attribute.default ? { default: attribute.default } : {}) },
          })),
          slots: (element.slots ?? []).map(described),
          js: {
            events: (element.events ?? []).filter((event) => event.name).map(described),
            properties: (element.members ?? [])
              .filter((member) => member.kind === 'field' && (member.privacy ?? 'public') === 'public')
              .map((member) => ({ ...described(member), type: member.type?.text ?? 'unknown' })),
          },
          css: { properties: (element.cssProperties ?? []).map(described), parts: (element.cssParts ?? []).map(described) },
        })),
      },
    },
  });
  return true;
}

/** @param {string} file @param {unknown} data */
function write(file, data) {
  writeFileSync(file, JSON.stringify(data, null, 2) + '\n');
}
