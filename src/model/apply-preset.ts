/** A preset's settings below a site's own. */
import type { SgsConfig } from './config.js';
import { PRESETS, type Preset } from './presets.js';

/** A configuration with its preset's settings; what the site sets beside the preset counts. */
export const withPreset = (config: SgsConfig): SgsConfig => {
  const { preset } = config.request ?? {};
  if (!preset) return config;
  const { request, response }: Preset = PRESETS[preset];
  return { ...config, request: { ...request, ...config.request }, response: { ...response, ...config.response } };
};
