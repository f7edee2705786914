import { defineConfig, type Plugin } from 'vite';
import { inChinese } from '../scripts/storybook-words.mjs';

/** The built documentation in Chinese; the development server bundles its dependencies before a plugin sees them. */
const chinese = (): Plugin => ({
  name: 'storybook-in-chinese',
  apply: 'build',
  transform(code, id) {
    return /[\\/]addon-docs[\\/]dist[\\/]/.test(id) ? inChinese(code) : undefined;
  },
});

export default defineConfig({ publicDir: false, plugins: [chinese()] });
