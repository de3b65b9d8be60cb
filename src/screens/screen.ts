import type { ComponentType } from 'preact';
import type { ContentService } from '#services/content-service.ts';

/** The values of a route's `:names`. */
export type Params = Readonly<Record<string, string>>;

/**
 * A screen as the router knows it. `load` reads content only, so that the build can prerender it; what a learner
 * has done is read by the screen's model once it is mounted.
 */
export interface Screen<Data> {
  /** `undefined` where there is no such page. */
  readonly load: (params: Params, content: ContentService) => Promise<Data | undefined>;
  /** The document's title, without the app's name. */
  readonly title: (data: Data) => string;
  /** `main` is rendered by the layout; the view gives its content, beginning with the screen's header and one `h1`. */
  readonly View: ComponentType<{ readonly data: Data; readonly params: Params }>;
}
