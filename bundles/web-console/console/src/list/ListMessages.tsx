// SPDX-License-Identifier: Apache-2.0
import { CloseButton } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/Notice';
import { flash, useFlash } from '../util/flash';
import classes from './ListPage.module.css';

/** What became of the last action, until it is closed or another list is looked at. */
export function ListMessages(): ReactElement | null {
  const { t } = useTranslation();
  const message = useFlash();
  const page = useRouterState({ select: (state) => state.location.href });
  const shownOn = useRef(page);
  useEffect(() => {
    if (shownOn.current === page) return;
    shownOn.current = page;
    flash.leave();
  }, [page]);
  useEffect(() => {
    flash.arrive();
    return flash.leave;
  }, []);
  if (!message) return null;
  return (
    <Notice kind={message.kind}>
      <span className={classes.message}>
        <span>{message.text}</span>
        <CloseButton size="sm" aria-label={t('close')} onClick={() => flash.show(null)} />
      </span>
    </Notice>
  );
}
