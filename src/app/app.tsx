import { LocationProvider, useLocation } from 'preact-iso/router';
import { useEffect, useErrorBoundary, useRef, useState } from 'preact/hooks';
import { ServicesContext, type Services } from '#services/services.ts';
import { Deferred } from '#ui/deferred.tsx';
import type { AppNavigation } from './app-navigation.ts';
import { Layout } from './layout.tsx';
import { canonical, openPage, type Page } from './page.ts';
import { arrive, keepScroll } from './scroll-and-focus.ts';

const loadErrorScreen = async () => (await import('./error-screen.tsx')).ErrorScreen;

interface AppProps {
  readonly services: Services;
  readonly navigation: AppNavigation;
  /** The page of the address that the app was opened at. */
  readonly first: Page;
  /** The base path, with its trailing slash. */
  readonly base: string;
  /** The address it is rendered for, where there is no browser to tell. */
  readonly url?: string;
}

export function App({ services, navigation, first, base, url }: AppProps) {
  return (
    <ServicesContext.Provider value={services}>
      {/* @ts-expect-error -- `url` is what preact-iso's own prerenderer passes; its types leave it out. */}
      <LocationProvider scope={base} url={url}>
        <Pages services={services} navigation={navigation} first={first} base={base} />
      </LocationProvider>
    </ServicesContext.Provider>
  );
}

/** Shows the page of the address: the old one stays until the new one is ready. */
function Pages({ services, navigation, first, base }: AppProps) {
  const place = useLocation();
  const path = canonical('/' + place.path.slice(base.length));
  const [page, setPage] = useState(first);
  const shownUrl = useRef(place.url);
  const [crash, forget] = useErrorBoundary((error) => console.error(error));

  navigation.bind(place.route);

  useEffect(() => {
    if (path === page.path) return;
    let isCurrent = true;
    keepScroll(shownUrl.current);
    void openPage(path, services.content).then((next) => {
      if (!isCurrent) return;
      forget();
      setPage(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [path]);

  useEffect(() => {
    // The old page stands until the new one is here.
    if (page.path !== path) return;
    document.title = `${page.title} · Quorum`;
    const isArrival = shownUrl.current !== place.url || page !== first;
    const isForward = (place as { wasPush?: boolean }).wasPush === true;
    shownUrl.current = place.url;
    if (isArrival || location.hash) arrive(place.url, isForward);
  }, [page, place.url]);

  return (
    <Layout tab={page.tab} isFocused={page.isFocused} updates={navigation.updates}>
      {crash ? (
        <Deferred load={loadErrorScreen} props={{ error: crash, backup: services.backup, device: services.device }} />
      ) : (
        page.view()
      )}
    </Layout>
  );
}
