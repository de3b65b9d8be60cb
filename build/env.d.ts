/** What the build tells the app about itself. */
interface ImportMetaEnv {
  /** Names the version: a digest of what it was built from. */
  readonly BUILD_ID: string;
}
