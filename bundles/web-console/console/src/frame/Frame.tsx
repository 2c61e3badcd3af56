// SPDX-License-Identifier: Apache-2.0
import { Burger } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { brand } from '../brand/brand';
import { Copyright } from '../components/Copyright';
import { usePreferenceRevision } from '../profile/preferences';
import { SessionWatch } from '../session/SessionWatch';
import { useSession } from '../session/use-session';
import { Breadcrumb } from './Breadcrumb';
import { Countdown } from './Countdown';
import classes from './Frame.module.css';
import { MaintenanceNote } from './MaintenanceNote';
import { Sidebar } from './Sidebar';
import { UserMenu } from './UserMenu';
import { useFollowing } from './use-following';
import { useFocusOnNavigation } from './use-focus-on-navigation';
import { useSidebar } from './use-sidebar';

/** Own layout: Mantine's AppShell writes style elements, which the Content-Security-Policy refuses. */
export function Frame(): ReactElement | null {
  const { t } = useTranslation();
  const session = useSession();
  const sidebar = useSidebar();
  const content = useFocusOnNavigation();
  const revision = usePreferenceRevision();
  useFollowing();
  if (!session) return null;
  return (
    <div className={classes.frame} data-collapsed={sidebar.collapsed || undefined}>
      <a className={classes.skip} href="#content">
        {t('skipToContent')}
      </a>
      <header className={classes.header}>
        <Burger
          className={classes.burger}
          opened={sidebar.open}
          onClick={sidebar.toggleOpen}
          size="sm"
          aria-label={sidebar.open ? t('frame.closeNavigation') : t('frame.openNavigation')}
          aria-expanded={sidebar.open}
          aria-controls="navigation"
        />
        <img src={brand.logo} alt="" width="30" height="30" />
        <span className={classes.product}>{brand.name}</span>
        <Countdown endsAt={session.endsAt} />
        <UserMenu session={session} />
      </header>
      <Sidebar {...sidebar} />
      <main ref={content} className={classes.main} id="content" tabIndex={-1}>
        <Breadcrumb />
        <MaintenanceNote roles={session.roles} />
        <Fragment key={revision}>
          <Outlet />
        </Fragment>
      </main>
      <Copyright className={classes.footer} />
      <SessionWatch session={session} />
    </div>
  );
}
