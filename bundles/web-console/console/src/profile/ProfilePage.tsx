// SPDX-License-Identifier: Apache-2.0
import { Button, type MantineColorScheme, NativeSelect, Stack, Title, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import { ThingTitle } from '../components/ThingTitle';
import { languageName, languages } from '../i18n';
import { rowsChoices, usualRows } from '../list/list-state';
import { useSession } from '../session/use-session';
import { hasOwnPassword } from '../session/stage';
import { formatTimestamp } from '../util/format';
import { type DateFormat, dateFormats, patternOf, usualFormat } from './date-format';
import { preferences, usePreferences } from './preferences';
import classes from './ProfilePage.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

/** Who is logged in, and how that user wants to see the console. */
export function ProfilePage(): ReactElement | null {
  const { t, i18n } = useTranslation();
  const session = useSession();
  if (!session) return null;
  // everybody has ROLE_USER: it says nothing beside another
  const permissions = session.roles.filter((role) => role !== 'ROLE_USER' || session.roles.length === 1);
  const roles = permissions.map((role) => (i18n.exists(`role.${role}`) ? t(`role.${role}` as 'role.ROLE_USER') : role));
  return (
    <Stack maw={620} gap="lg">
      <ThingTitle>
        {session.representation}
      </ThingTitle>
      <dl className={classes.facts}>
        <dt>{t('profile.username')}</dt>
        <dd>{session.username}</dd>
        <dt>{t('homePage.roles')}</dt>
        <dd>{roles.join(', ')}</dd>
        <dt>{t('homePage.lastLogin')}</dt>
        <dd>{session.lastLoginAt ? formatTimestamp(session.lastLoginAt) : t('homePage.neverBefore')}</dd>
      </dl>
      {hasOwnPassword(session) && (
        <Button className={classes.start} component={Link} to="/web/change-password" variant="default">
          {t('frame.changePassword')}
        </Button>
      )}
      <PreferencesForm />
    </Stack>
  );
}

/** Each choice counts at once. */
function PreferencesForm(): ReactElement {
  const { t } = useTranslation();
  const chosen = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [outcome, setOutcome] = useState<{ failure?: unknown }>();
  const [now] = useState(() => new Date());

  function keep(change: Parameters<typeof preferences.change>[0]): void {
    setOutcome(undefined);
    preferences.change(change).then(
      () => setOutcome({}),
      (failure: unknown) => setOutcome({ failure }),
    );
  }

  return (
    <section className={classes.form} aria-labelledby="preferences">
      <Title order={2} size="h3" id="preferences">
        {t('profile.preferences')}
      </Title>
      <NativeSelect
        label={t('profile.dateFormat')}
        description={t('profile.example', { time: formatTimestamp(now.toISOString()) })}
        data={dateFormats.map((value) => ({ value, label: value === usualFormat ? t('profile.usual', { name: patternOf(value) }) : patternOf(value) }))}
        value={chosen.dateFormat ?? usualFormat}
        onChange={(event) => keep({ dateFormat: event.currentTarget.value as DateFormat })}
      />
      {languages().length > 1 && (
        <NativeSelect
          label={t('profile.language')}
          data={[{ value: '', label: t('profile.asBrowser') }, ...languages().map((value) => ({ value, label: languageName(value) }))]}
          value={chosen.language ?? ''}
          onChange={(event) => keep({ language: event.currentTarget.value || null })}
        />
      )}
      <NativeSelect
        label={t('list.rowsPerPage')}
        data={rowsChoices.map(String)}
        value={String(usualRows())}
        onChange={(event) => keep({ rowsPerPage: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={t('frame.theme')}
        description={t('profile.themeHint')}
        data={schemes.map((value) => ({ value, label: t(`frame.${value}`) }))}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
      />
      <div role="status">{outcome && outcome.failure === undefined && t('profile.kept')}</div>
      {outcome?.failure !== undefined && (
        <Notice kind="error" title={t('profile.notKept')}>
          {describeFailure(outcome.failure, t)}
        </Notice>
      )}
    </section>
  );
}
