import { addons, types } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

// The system's fonts: Storybook's own has no Chinese, and would be loaded before the first story.
const fontBase = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: '双公示组件', brandTarget: '_self', fontBase }),
  // The pages of the guide have nothing to try.
  layoutCustomisations: { showPanel: ({ storyId }, usual) => (storyId?.startsWith('guide-') ? false : usual) },
});

/** Storybook's panels by their ids; one that it no longer has keeps its name. */
const PANELS: Readonly<Record<string, string>> = {
  'addon-controls': '试一试', 'storybook/actions/panel': '事件', 'storybook/interactions/panel': '步骤',
  'storybook/docs/panel': '代码', 'storybook/a11y/panel': '无障碍',
};

// Registered behind Storybook's own, which are there by then.
addons.register('sgs', () => {
  const panels: Readonly<Record<string, { title: unknown }>> = addons.getElements(types.PANEL);
  for (const [id, title] of Object.entries(PANELS)) {
    const panel = panels[id];
    if (panel) panel.title = title;
  }
});
