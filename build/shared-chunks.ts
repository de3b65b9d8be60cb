/** Which modules travel together. Many small files cost each learner kilobytes and round trips more than a few. */

/** What every screen stands on goes into one file: many small ones cost each learner kilobytes more. */
const shell = new RegExp(
  [
    'node_modules/(preact|@preact|preact-iso)/',
    'src/app/(app|app-navigation|apply-settings|create-services|layout|page|rebuilt|routes|scroll-and-focus|start|styles)\\.',
    'src/base/',
    'src/content/(markup|revision)\\.',
    'src/figures/prose\\.',
    'src/screens/(page-header|storage-notice)\\.',
    // Shared by Today and what comes after its first paint: apart from both, the screen's file needs no namespace object.
    'src/screens/today/today-screen\\.module\\.',
    'src/services/(browser-device|chunk-reload|clock|content-service|fetched-content|first-paint|lazy-progress|named-content|navigation-service|services|update-service)\\.',
    'src/ui/styles/',
    'src/ui/(answered-options|button|button-row|class-names|deferred|foot|icon|icon-button|key-hint|kicker|live-region|mark|markup|markup-context|option-list|question-group|screen-header|sheet|shortcuts-enabled|source-anchor)\\.',
  ].join('|'),
);

/** Small pieces that the review, the reader and the check share: one file where there would be a dozen. */
const pieces =
  /src\/screens\/(card-face|on-paper|paragraph-path|write-queue)\.|src\/ui\/(disclosure|provenance-badge|shortcuts|source-line|term)\.|src\/services\/unless-unavailable\./;

/** What the reader shows. Its screen's own file stays apart, because a page names it. */
const reading =
  /src\/screens\/(reader\/(?!reader-screen\.tsx)|prose-block\.|references\.)|src\/ui\/segments\.|src\/figures\/(figure-player|run-with-question)\./;

/** What a screen that only shows progress reads it with. */
const days = /src\/(progress\/event|scheduling\/(forgetting-curve|study-day)|services\/settings)\./;

/** What is needed wherever cards are graded. */
const review =
  /node_modules\/ts-fsrs\/|src\/scheduling\/(card-schedule|fsrs|fuzz|heap|memory|mix|queue|session)\.|src\/services\/(grading|todays-queue)\./;

/** What is seldom needed, and then at once: alone, each would be a file of a few hundred bytes. */
const rare =
  /src\/app\/(error-screen|not-found|page-unavailable|rebuild-notice|update-prompt)\.|src\/screens\/storage-trouble\.|src\/storage\/(deleting|merging|rebuild)\./;

/** What reads the log. */
const store =
  /node_modules\/idb\/|src\/storage\/(changes|connection|database|faults|indexeddb-store|store-limits|transaction)\.|src\/progress\/(order|projection-version)\./;

/** What writes to the log. */
const recording =
  /src\/progress\/(card|check|day|design-review|puzzle|reading|settings)-projection|src\/progress\/(projection|projections|replay|subjects)\.|src\/storage\/(card-memory|lab-set-ups|projecting|recording)\./;

/** The transition function, its drivers and its checkers: every protocol stands on them, and workers run them too. */
const simulator = /src\/simulator\/|\?beside-workers$/;

/** What puzzles are played, judged and proven with, by their screen and by the worker that searches. */
const puzzles = /src\/puzzles\/|src\/protocols\/(boards|bounds|catalog|example-of)\./;

/** All protocols, in two files: two dozen more would not fit into the list of what is kept. Each stands apart from what finds it. */
const stores = /src\/protocols\/(etcd|kubernetes|zookeeper)\//;
const protocols = /src\/protocols\/(?!(boards|bounds|catalog|example-of)\.)/;

/** In order: a module goes into the first that names it. */
export const sharedChunks = [
  { name: 'simulator', test: simulator },
  { name: 'shell', test: shell },
  { name: 'days', test: days },
  { name: 'pieces', test: pieces },
  { name: 'reading', test: reading },
  { name: 'review', test: review },
  { name: 'store', test: store },
  { name: 'recording', test: recording },
  { name: 'rare', test: rare },
  { name: 'puzzles', test: puzzles },
  { name: 'stores', test: stores },
  { name: 'protocols', test: protocols },
];
