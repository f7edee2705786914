import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    // A configuration of its own: the project's vite.config.ts builds libraries, not pages.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  docs: { defaultName: '文档' },
  // The feed that the stories with all controls read, and the pictures of the guide (scripts/guide-pictures.mjs).
  staticDirs: [{ from: '../demo/data', to: '/data' }, { from: '../stories/guide/pictures', to: '/pictures' }],
  // What only sells Storybook, watches files or sets a ground (the toolbar does) is left out: the first column comes sooner.
  features: { sidebarOnboardingChecklist: false, menuOnboardingChecklist: false, changeDetection: false, backgrounds: false },
  // Nothing is sent or asked for anywhere.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false, disableProjectJson: true },
};

export default config;
