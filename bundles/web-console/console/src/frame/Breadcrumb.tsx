// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link, useMatches } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { brand } from '../brand/brand';
import { PreviousIcon } from '../components/icons';
import { lastSearch } from '../list/list-state';
import { metadataQuery, nameOf, thingQuery } from '../resource/metadata';
import { listTitle } from '../resource/words';
import classes from './Breadcrumb.module.css';

/** Where the page stands; also puts its title on the tab. */
export function Breadcrumb(): ReactElement {
  const { t } = useTranslation();
  const matches = useMatches();
  const { data: metadata } = useQuery(metadataQuery);
  const { resource: list = '', id: thing = '' } = (matches.at(-1)?.params ?? {}) as { resource?: string; id?: string };
  // the page asks for it
  const { data: named } = useQuery({ ...thingQuery(list, thing), enabled: false });
  const steps = matches.flatMap(({ id, pathname, fullPath, staticData, params }) => {
    const resource = 'resource' in params ? params.resource : '';
    if (staticData.crumb) {
      const search = lastSearch.get(resource);
      return [{ id, pathname, search, title: listTitle(t, resource, metadata?.[resource]?.entity) }];
    }
    return staticData.title ? [{ id, pathname, search: {}, title: named && fullPath.includes('$id') ? nameOf(named) : t(staticData.title) }] : [];
  });
  const title = steps.at(-1)?.title;
  // forms have a way back of their own, which stores nothing
  const back = matches.at(-1)?.staticData.back ? steps.at(-2) : undefined;

  useEffect(() => {
    document.title = title ? `${title} – ${brand.name}` : brand.name;
  }, [title]);

  return (
    <nav className={classes.breadcrumb} aria-label={t('frame.breadcrumb')}>
      <ol>
        {steps.map(({ id, pathname, search, title: text }, index) => (
          <li key={id}>
            {index === steps.length - 1 ? <span aria-current="page" title={text}>{text}</span> : <Link to={pathname} search={search}>{text}</Link>}
          </li>
        ))}
      </ol>
      {back && (
        <Link className={classes.back} to={back.pathname} search={back.search}>
          <PreviousIcon />
          {t('back')}
        </Link>
      )}
    </nav>
  );
}
