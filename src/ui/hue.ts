/** One accent a module; set as `data-hue` on any element, it colours everything inside. */
export type Hue = 'amber' | 'indigo' | 'teal';
