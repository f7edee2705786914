// @ts-check
// What React (JSX) and Vue know of our tags, from the manifest: dist/types/react.d.ts and dist/types/vue.d.ts. Types only;
// an application names them once: `import type {} from 'sgs-widgets/react'`.
import { writeFileSync } from 'node:fs';
import { elements } from './editor-data.mjs';

const HEAD = '// Made from the custom elements manifest by scripts/framework-types.mjs.\n';

/** @param {string} tag */
const className = (tag) => tag.replace(/(?:^|-)(\w)/g, (_all, letter) => letter.toUpperCase());
/** @param {string} text */
const comment = (text = '') => `/** ${text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/')} */`;

/** A property keeps its type; what a template writes as text, too. @param {{ type?: { text: string } }} attribute */
const valueType = ({ type }) => {
  const text = type?.text ?? 'string';
  return text === 'number' ? 'number | string' : text.includes('SgsConfig') ? 'string | SgsConfig' : text.replace(/ \| undefined$/, '');
};

/** @param {import('./editor-data.mjs').Element} element @param {(event: string) => string} listener */
function props({ attributes = [], events = [] }, listener) {
  return [
    ...attributes.filter(({ name }) => name).map((attribute) => `    ${comment(attribute.description)}\n    '${attribute.name}'?: ${valueType(attribute)} | undefined;`),
    ...events.filter(({ name }) => name).map(({ name = '', description, type }) => `    ${comment(description)}\n    '${listener(name)}'?: ((event: ${type?.text ?? 'Event'}) => void) | undefined;`),
  ].join('\n');
}

export function writeFrameworkTypes() {
  const found = elements();
  const used = [...new Set(found.flatMap(({ tagName, events = [] }) => [className(tagName), ...events.flatMap(({ type }) => type?.text ?? [])]))].sort();
  const imports = `import type { ${[...used, 'SgsConfig'].join(', ')} } from './index.js';\n`;
  /** @param {(event: string) => string} listener */
  const interfaces = (listener) => found.map((element) => `  interface ${className(element.tagName)}Props {\n${props(element, listener)}\n  }`).join('\n');

  writeFileSync('dist/types/react.d.ts', `${HEAD}${imports}import type { DetailedHTMLProps, HTMLAttributes } from 'react';

export namespace Sgs {
${interfaces((event) => `on${event}`)}
}

/** Ours win over those of every HTML element; the rest (className, children, ref …) stays as it is. */
type Tag<Element, Props> = Props & Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Props>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${found.map(({ tagName }) => `      '${tagName}': Tag<${className(tagName)}, Sgs.${className(tagName)}Props>;`).join('\n')}
    }
  }
}
`);

  // `@sgs-load` in a template is the property onSgsLoad.
  writeFileSync('dist/types/vue.d.ts', `${HEAD}${imports.replace(new RegExp(` (?:${found.map(({ tagName }) => className(tagName)).join('|')}),`, 'g'), '')}import type { DefineComponent } from 'vue';

export namespace Sgs {
${interfaces((event) => `on${className(event)}`)}
}

declare module 'vue' {
  interface GlobalComponents {
${found.map(({ tagName }) => `    '${tagName}': DefineComponent<Sgs.${className(tagName)}Props>;`).join('\n')}
  }
}
`);
  return true;
}
