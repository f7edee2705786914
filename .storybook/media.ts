/**
 * What a system sets and a page can't (more contrast, forced colours), tried from the toolbar: the media rules of every style
 * sheet that the elements make are switched. Forced colours come as the system's colours in the tokens (page.css): close to
 * what Windows does, but only Windows and the browser's own emulation show it truly.
 */
export type Contrast = 'normal' | 'more' | 'forced';

/** The media feature that each choice of the toolbar stands for. */
const features: Readonly<Record<Exclude<Contrast, 'normal'>, string>> = { more: 'prefers-contrast: more', forced: 'forced-colors: active' };

/** A media rule with the condition it was written with. */
interface Switched {
  readonly rule: CSSMediaRule;
  readonly written: string;
}

const switched: Switched[] = [];
let chosen: Contrast = 'normal';

function apply({ rule, written }: Switched): void {
  const feature = chosen === 'normal' ? undefined : features[chosen];
  const condition = feature && written.includes(feature) ? 'all' : written;
  if (rule.media.mediaText !== condition) rule.media.mediaText = condition;
}

// Lit fills each sheet in one place; from there on its media rules are known.
const fill = CSSStyleSheet.prototype.replaceSync;
CSSStyleSheet.prototype.replaceSync = function (this: CSSStyleSheet, text: string): void {
  fill.call(this, text);
  for (const rule of this.cssRules) {
    if (!(rule instanceof CSSMediaRule) || !Object.values(features).some((feature) => rule.media.mediaText.includes(feature))) continue;
    const entry = { rule, written: rule.media.mediaText };
    switched.push(entry);
    apply(entry);
  }
};

/** Shows every element as a system with this choice would. */
export function showContrast(contrast: Contrast): void {
  chosen = contrast;
  switched.forEach(apply);
}
