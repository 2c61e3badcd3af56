// SPDX-License-Identifier: Apache-2.0
import { Button, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../api/client';
import { configurationQuery } from '../api/configuration';
import { describeFailure } from '../components/failure';
import { DownloadIcon } from '../components/icons';
import { NotFoundPage } from '../components/NotFoundPage';
import { Notice } from '../components/Notice';
import { SecretInput } from '../components/SecretInput';
import { useSession } from '../session/use-session';
import classes from './ApiPage.module.css';
import { type Area, areasFor } from './areas';
import { CallView } from './CallView';
import { type Document, documentQuery, found, type Group, groupsOf } from './openapi';

/** The REST API for those who may call it, made of the server's own description, to read and to try. */
export function ApiPage(): ReactElement | null {
  const { t } = useTranslation();
  const session = useSession();
  const { data: configuration, isPending } = useQuery({ ...configurationQuery, retry: false });
  const areas = areasFor(session?.roles ?? [], configuration);
  const [chosen, setChosen] = useState<Area>();
  const area = chosen && areas.includes(chosen) ? chosen : areas[0];
  if (!session) return null;
  if (isPending) return <p role="status">{t('loading')}</p>;
  if (!area && areasFor(session.roles).length > 0) return <NotFoundPage />;
  return (
    <div className={classes.page}>
      <Title order={1} size="h2">
        {t('apidoc.title')}
      </Title>
      {areas.length > 1 && (
        <div className={classes.areas} role="group" aria-label={t('apidoc.areas')}>
          {areas.map((one) => (
            <Button key={one} size="xs" variant={one === area ? 'filled' : 'default'} aria-pressed={one === area} onClick={() => setChosen(one)}>
              {t(`apidoc.area.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {area ? <AreaView key={area} area={area} /> : <Notice kind="info">{t('apidoc.none')}</Notice>}
    </div>
  );
}

function AreaView({ area }: { area: Area }): ReactElement {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(documentQuery(area));
  if (error && !data) {
    return (
      <>
        <Notice kind="error" title={t('failed.title')}>
          {describeFailure(error, t)}
        </Notice>
        <Button className={classes.retry} onClick={() => void refetch()}>
          {t('list.retry')}
        </Button>
      </>
    );
  }
  return data ? <DocumentView area={area} document={data} /> : <p role="status">{t('loading')}</p>;
}

function DocumentView({ area, document }: { area: Area; document: Document }): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [token, setToken] = useState('');
  const wanted = useDeferredValue(text);
  const groups = useMemo(() => groupsOf(document), [document]);
  const shown = useMemo(() => found(groups, wanted), [groups, wanted]);
  const count = shown.reduce((sum, { calls }) => sum + calls.length, 0);
  const fetching = useMutation({ mutationFn: (format: 'yaml' | 'json') => download(`/web/doc/${area}.${format}`) });
  return (
    <>
      <p className={classes.about}>
        <b>{document.info.title}</b> {document.info.version}, OpenAPI {document.openapi}. {document.info.description}
      </p>
      <div className={classes.tools}>
        {(['yaml', 'json'] as const).map((format) => (
          <Button key={format} variant="default" leftSection={<DownloadIcon />} loading={fetching.isPending && fetching.variables === format} onClick={() => fetching.mutate(format)}>
            {t(`apidoc.download.${format}`)}
          </Button>
        ))}
      </div>
      {fetching.error && <Notice kind="error">{describeFailure(fetching.error, t)}</Notice>}
      <div className={classes.inputs}>
        <TextInput type="search" label={t('apidoc.search')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <SecretInput name="token" autoComplete="off" label={t('apidoc.authorize')} description={t('apidoc.authorizeHint')} value={token} onChange={(event) => setToken(event.currentTarget.value.trim())} />
      </div>
      <p role="status">{t('apidoc.found', { count })}</p>
      {shown.map((group) => (
        <GroupView key={group.tag} group={group} document={document} token={token} open={wanted !== '' && count <= 40} />
      ))}
    </>
  );
}

interface GroupProps {
  group: Group;
  document: Document;
  token: string;
  /** What was searched for is shown at once. */
  open: boolean;
}

function GroupView({ group, document, token, open }: GroupProps): ReactElement {
  const [own, setOwn] = useState(false);
  const shown = open || own;
  return (
    <details className={classes.group} open={shown} onToggle={(event) => setOwn(event.currentTarget.open)}>
      <summary>
        <h2>{group.tag}</h2> <span>{group.description}</span>
      </summary>
      {shown && group.calls.map((call) => <CallView key={`${call.method} ${call.path}`} call={call} document={document} token={token} />)}
    </details>
  );
}
