import type { ComponentChildren } from 'preact';
import { href } from '#services/navigation-service.ts';
import { Icon } from '#ui/icon.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import styles from './page-header.module.css';

interface PageHeaderProps {
  readonly title: string;
  /** Path of the page above this one. */
  readonly back?: { readonly path: string; readonly name: string };
  readonly end?: ComponentChildren;
  /** False where the screen has its own `h1` below. */
  readonly isHeading?: boolean;
  readonly start?: ComponentChildren;
}

/** The header of every screen: where one is, the way up, and search. */
export function PageHeader({ title, back, end, start, isHeading = true }: PageHeaderProps) {
  return (
    <ScreenHeader
      title={title}
      isHeading={isHeading}
      start={start}
      {...(back && { back: { href: href(back.path), label: back.name } })}
      end={
        <>
          {end}
          <a class={styles.search} href={href('/search/')} aria-label="Search">
            <Icon name="search" />
          </a>
        </>
      }
    />
  );
}
