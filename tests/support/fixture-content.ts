import { compile } from '#content/compile.ts';
import type { ContentService } from '#services/content-service.ts';
import { namedContent } from '#services/named-content.ts';
import { courseOf, soundFixture, type Fixture } from '#tests/content/fixture.ts';

/** The small course of the content's tests, served as the app gets it: one module, 9.1, with every kind of item. */
export function fixtureContent(change: (fixture: Fixture) => void = () => {}): ContentService {
  const fixture = soundFixture();
  change(fixture);
  const files = compile(courseOf(fixture));
  return namedContent(new Set(files.keys()), async (name) => structuredClone(files.get(name)));
}
