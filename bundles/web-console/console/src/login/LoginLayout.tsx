// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { brand } from '../brand/brand';
import { Copyright } from '../components/Copyright';
import classes from './LoginLayout.module.css';

/** The page before the frame: one card in the middle. */
export function LoginLayout({ title, children }: { title: string; children: ReactNode }): ReactElement {
  useEffect(() => {
    document.title = `${title} – ${brand.name}`;
  }, [title]);
  return (
    <div className={classes.page}>
      <main className={classes.main}>
        <div className={classes.card}>
          <div className={classes.brand}>
            <img src={brand.logo} alt="" width="44" height="44" />
            <span>{brand.name}</span>
          </div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {children}
        </div>
      </main>
      <Copyright className={classes.footer} />
    </div>
  );
}
