import { ContentUnavailable } from './content-service.ts';

/** For `catch`: `null` where a file of the course is not to be had; any other error goes on. */
export function unlessUnavailable(error: unknown): null {
  if (error instanceof ContentUnavailable) return null;
  throw error;
}
