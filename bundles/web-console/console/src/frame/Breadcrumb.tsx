// SPDX-License-Identifier: Apache-2.0
import { Link, useMatches } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { brand } from '../brand/brand';
import classes from './Breadcrumb.module.css';

/** Where the page stands; also puts its title on the tab. */
export function Breadcrumb(): ReactElement {
  const { t } = useTranslation();
  const matches = useMatches();
  const steps = matches.flatMap(({ id, pathname, staticData }) =>
    staticData.title ? [{ id, pathname, title: t(staticData.title) }] : [],
  );
  const title = steps.at(-1)?.title;

  useEffect(() => {
    document.title = title ? `${title} – ${brand.name}` : brand.name;
  }, [title]);

  return (
    <nav className={classes.breadcrumb} aria-label={t('frame.breadcrumb')}>
      <ol>
        {steps.map(({ id, pathname, title: text }, index) => (
          <li key={id}>
            {index === steps.length - 1 ? <span aria-current="page">{text}</span> : <Link to={pathname}>{text}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
