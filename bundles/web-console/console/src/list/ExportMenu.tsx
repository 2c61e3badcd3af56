// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../api/client';
import { describeFailure } from '../components/failure';
import { ChevronDownIcon, DownloadIcon } from '../components/icons';
import { hasRoute, type ResourceMeta } from '../resource/metadata';
import { listTitle } from '../resource/words';
import { flash } from '../util/flash';
import type { LabelledField } from './ListTable';
import type { ListQuery } from './list-state';

interface Props {
  resource: string;
  meta: ResourceMeta;
  fields: readonly LabelledField[];
  query: ListQuery;
}

const formats = ['csv', 'excel'] as const;

/** A file of all rows as the list is filtered and sorted now, with the columns that are seen. */
export function ExportMenu({ resource, meta, fields, query }: Props): ReactElement | null {
  const { t } = useTranslation();
  const offered = formats.filter((format) => hasRoute(meta, 'POST', `${resource}/export/${format}`));
  const run = useMutation({
    mutationFn: (format: (typeof formats)[number]) => {
      const title = listTitle(t, resource, meta.entity);
      const body = {
        sorting: query.sorting,
        filters: query.filters,
        fields: fields.map(({ name, label }) => ({ field: name, label })),
        filename: title,
        ...(format === 'excel' && { sheetName: title.slice(0, 30) }),
      };
      return download(`${resource}/export/${format}`, { body });
    },
    onError: (failure) => flash.show({ kind: 'error', text: describeFailure(failure, t) }),
  });
  if (offered.length === 0) return null;
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<DownloadIcon />}
          rightSection={<ChevronDownIcon />}
          loading={run.isPending}
        >
          {t('export.button')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((format) => (
          <Menu.Item key={format} onClick={() => run.mutate(format)}>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
