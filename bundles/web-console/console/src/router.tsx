// SPDX-License-Identifier: Apache-2.0
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  redirect,
} from '@tanstack/react-router';
import type { ParseKeys } from 'i18next';
import { CrashPage } from './components/CrashPage';
import { NotFoundPage } from './components/NotFoundPage';
import { parseSearch } from './list/list-state';
import { LoginPage } from './login/LoginPage';
import { sessionStore } from './session/session-store';
import { stageOf } from './session/stage';

const root = createRootRoute({ notFoundComponent: () => <Navigate to="/web" replace /> });

/** Where somebody wanted to go before there was something to do first. */
function returning({ returnTo }: Record<string, unknown>): { returnTo?: string } {
  return typeof returnTo === 'string' ? { returnTo } : {};
}

const login = createRoute({
  getParentRoute: () => root,
  path: '/authentication/login',
  validateSearch: returning,
  beforeLoad: () => {
    if (stageOf(sessionStore.get()) !== 'none') throw redirect({ to: '/web', replace: true });
  },
  component: LoginPage,
});

const passwordDue = createRoute({
  getParentRoute: () => root,
  path: '/authentication/change-password',
  validateSearch: returning,
  beforeLoad: () => {
    const stage = stageOf(sessionStore.get());
    if (stage === 'none') throw redirect({ to: '/authentication/login', replace: true });
    if (stage === 'full') throw redirect({ to: '/web', replace: true });
  },
  component: lazyRouteComponent(() => import('./password/PasswordDuePage'), 'PasswordDuePage'),
});

const frame = createRoute({
  getParentRoute: () => root,
  path: '/web',
  staticData: { title: 'home' },
  beforeLoad: ({ location }) => {
    const stage = stageOf(sessionStore.get());
    const returnTo = location.pathname.replace(/\/$/, '') === '/web' ? {} : { returnTo: location.href };
    if (stage === 'none') throw redirect({ to: '/authentication/login', search: returnTo, replace: true });
    if (stage === 'passwordDue') throw redirect({ to: '/authentication/change-password', search: returnTo, replace: true });
  },
  component: lazyRouteComponent(() => import('./frame/Frame'), 'Frame'),
  notFoundComponent: NotFoundPage,
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('./home/HomePage'), 'HomePage'),
});

const changePassword = createRoute({
  getParentRoute: () => frame,
  path: '/change-password',
  staticData: { title: 'password.title' },
  component: lazyRouteComponent(() => import('./password/ChangePasswordPage'), 'ChangePasswordPage'),
});

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  staticData: { title: 'settings.title', back: true },
  component: lazyRouteComponent(() => import('./settings/SettingsPage'), 'SettingsPage'),
});

const profile = createRoute({
  getParentRoute: () => frame,
  path: '/profile',
  staticData: { title: 'profile.title', back: true },
  component: lazyRouteComponent(() => import('./profile/ProfilePage'), 'ProfilePage'),
});

const apiDocumentation = createRoute({
  getParentRoute: () => frame,
  path: '/api-documentation',
  staticData: { title: 'apidoc.title', back: true },
  component: lazyRouteComponent(() => import('./apidoc/ApiPage'), 'ApiPage'),
});

/** Everything about the things of one list; the pages below it decide for themselves what there is. */
const things = createRoute({ getParentRoute: () => frame, path: '/list/$resource', staticData: { crumb: 'list' } });

const list = createRoute({
  getParentRoute: () => things,
  path: '/',
  validateSearch: parseSearch,
  component: lazyRouteComponent(() => import('./list/ListPage'), 'ListPage'),
});

const isId = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const create = createRoute({
  getParentRoute: () => things,
  path: '/create',
  staticData: { title: 'form.create' },
  validateSearch: ({ from, template }: Record<string, unknown>): { from?: string; template?: string } => ({
    ...(isId(from) && { from: String(from) }),
    ...(isId(template) && { template: String(template) }),
  }),
  component: lazyRouteComponent(() => import('./form/FormPage'), 'CreatePage'),
});

const edit = createRoute({
  getParentRoute: () => things,
  path: '/$id',
  staticData: { title: 'form.edit' },
  validateSearch: ({ form }: Record<string, unknown>): { form?: string } => (typeof form === 'string' ? { form } : {}),
  component: lazyRouteComponent(() => import('./form/FormPage'), 'EditPage'),
});

const details = createRoute({
  getParentRoute: () => things,
  path: '/$id/details',
  staticData: { title: 'device.details', back: true },
  component: lazyRouteComponent(() => import('./device/DetailsPage'), 'DetailsPage'),
});

export type ConsoleRouter = ReturnType<typeof makeRouter>;

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type is the tree itself
export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren([
      login,
      passwordDue,
      frame.addChildren([home, changePassword, profile, settings, apiDocumentation, things.addChildren([list, create, edit, details])]),
    ]),
    defaultErrorComponent: CrashPage,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ConsoleRouter;
  }
  interface StaticDataRouteOption {
    /** Words for the breadcrumb and the tab. */
    title?: ParseKeys;
    /** There is a link to the page above it. */
    back?: boolean;
    /** The words are the title of the list that the address names. */
    crumb?: 'list';
  }
}
