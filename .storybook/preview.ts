/// <reference types="vite/client" />
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';

// A glob, because the manifest is made by the build (scripts/storybook.mjs) and types are checked before it.
const [manifest] = Object.values(import.meta.glob('../dist/custom-elements.json', { eager: true, import: 'default' }));
setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: {
      test: 'error',
      // The same rules as npm test (scripts/stories.mjs): the panel and the check agree.
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
    docs: { codePanel: true },
  },
};

export default preview;
