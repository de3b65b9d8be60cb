/** Every address of the app, and the screen behind it. Adding a screen is adding its folder and a line here. */
import { exec } from 'preact-iso/router';
import type { Params, Screen } from '#screens/screen.ts';

export type Tab = 'today' | 'learn' | 'practise' | 'you';

export interface Route {
  /** A pattern with `:names`, always with a trailing slash. */
  readonly path: string;
  readonly tab: Tab;
  /** On a phone the tab bar makes way for the one thing that is being done. */
  readonly isFocused: boolean;
  /** The screen's source file, by which the build finds its chunk. */
  readonly source: string;
  readonly open: () => Promise<Screen<unknown>>;
}

const opens =
  <Data, Module>(load: () => Promise<Module>, pick: (module: Module) => Screen<Data>) =>
  async () =>
    pick(await load()) as Screen<unknown>;

export const routes: readonly Route[] = [
  {
    path: '/',
    tab: 'today',
    isFocused: false,
    source: 'src/screens/today/today-screen.tsx',
    open: opens(
      () => import('#screens/today/today-screen.tsx'),
      (module) => module.todayScreen,
    ),
  },
  {
    path: '/learn/',
    tab: 'learn',
    isFocused: false,
    source: 'src/screens/learn/learn-screen.tsx',
    open: opens(
      () => import('#screens/learn/learn-screen.tsx'),
      (module) => module.learnScreen,
    ),
  },
  {
    path: '/learn/:module/',
    tab: 'learn',
    isFocused: false,
    source: 'src/screens/module/module-screen.tsx',
    open: opens(
      () => import('#screens/module/module-screen.tsx'),
      (module) => module.moduleScreen,
    ),
  },
  {
    path: '/learn/:module/:section/',
    tab: 'learn',
    isFocused: true,
    source: 'src/screens/reader/reader-screen.tsx',
    open: opens(
      () => import('#screens/reader/reader-screen.tsx'),
      (module) => module.readerScreen,
    ),
  },
  {
    path: '/check/:module/',
    tab: 'practise',
    isFocused: true,
    source: 'src/screens/check/check-screen.tsx',
    open: opens(
      () => import('#screens/check/check-screen.tsx'),
      (module) => module.checkScreen,
    ),
  },
  {
    path: '/practise/',
    tab: 'practise',
    isFocused: false,
    source: 'src/screens/practise/practise-screen.tsx',
    open: opens(
      () => import('#screens/practise/practise-screen.tsx'),
      (module) => module.practiseScreen,
    ),
  },
  {
    path: '/review/',
    tab: 'practise',
    isFocused: true,
    source: 'src/screens/review/review-screen.tsx',
    open: opens(
      () => import('#screens/review/review-screen.tsx'),
      (module) => module.reviewScreen,
    ),
  },
  {
    path: '/puzzles/',
    tab: 'practise',
    isFocused: false,
    source: 'src/screens/puzzles/puzzles-screen.tsx',
    open: opens(
      () => import('#screens/puzzles/puzzles-screen.tsx'),
      (module) => module.puzzlesScreen,
    ),
  },
  {
    path: '/puzzles/:puzzle/',
    tab: 'practise',
    isFocused: true,
    source: 'src/screens/puzzle/puzzle-screen.tsx',
    open: opens(
      () => import('#screens/puzzle/puzzle-screen.tsx'),
      (module) => module.puzzleScreen,
    ),
  },
  {
    path: '/lab/',
    tab: 'practise',
    isFocused: false,
    source: 'src/screens/lab/lab-screen.tsx',
    open: opens(
      () => import('#screens/lab/lab-screen.tsx'),
      (module) => module.labScreen,
    ),
  },
  {
    path: '/concepts/',
    tab: 'learn',
    isFocused: false,
    source: 'src/screens/concepts/concepts-screen.tsx',
    open: opens(
      () => import('#screens/concepts/concepts-screen.tsx'),
      (module) => module.conceptsScreen,
    ),
  },
  {
    path: '/concepts/:concept/',
    tab: 'learn',
    isFocused: false,
    source: 'src/screens/concepts/concept-screen.tsx',
    open: opens(
      () => import('#screens/concepts/concept-screen.tsx'),
      (module) => module.conceptScreen,
    ),
  },
  {
    path: '/questions/',
    tab: 'learn',
    isFocused: false,
    source: 'src/screens/questions/questions-screen.tsx',
    open: opens(
      () => import('#screens/questions/questions-screen.tsx'),
      (module) => module.questionsScreen,
    ),
  },
  {
    path: '/questions/review/',
    tab: 'learn',
    isFocused: false,
    source: 'src/screens/questions/design-review-screen.tsx',
    open: opens(
      () => import('#screens/questions/design-review-screen.tsx'),
      (module) => module.designReviewScreen,
    ),
  },
  {
    path: '/search/',
    tab: 'learn',
    isFocused: false,
    source: 'src/screens/search/search-screen.tsx',
    open: opens(
      () => import('#screens/search/search-screen.tsx'),
      (module) => module.searchScreen,
    ),
  },
  {
    path: '/you/',
    tab: 'you',
    isFocused: false,
    source: 'src/screens/you/you-screen.tsx',
    open: opens(
      () => import('#screens/you/you-screen.tsx'),
      (module) => module.youScreen,
    ),
  },
  {
    path: '/you/sources/',
    tab: 'you',
    isFocused: false,
    source: 'src/screens/you/sources-screen.tsx',
    open: opens(
      () => import('#screens/you/sources-screen.tsx'),
      (module) => module.sourcesScreen,
    ),
  },
];

/** The route of a path (without the base path, with or without its trailing slash) and the values of its names. */
export function matchRoute(path: string): { readonly route: Route; readonly params: Params } | undefined {
  for (const route of routes) {
    const match = exec(path, route.path);
    if (match) return { route, params: match.params };
  }
  return undefined;
}
