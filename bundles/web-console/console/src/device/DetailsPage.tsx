// SPDX-License-Identifier: Apache-2.0
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '../components/NotFoundPage';
import { DevicePage } from './DevicePage';

const FirmwarePage = lazy(async () => ({ default: (await import('../firmware/FirmwarePage')).FirmwarePage }));
const TemplatePage = lazy(async () => ({ default: (await import('../template/TemplatePage')).TemplatePage }));

export function DetailsPage(): ReactElement {
  const { t } = useTranslation();
  const { resource, id } = useParams({ from: '/web/list/$resource/$id/details' });
  if (resource === 'device') return <DevicePage key={id} id={id} />;
  if (resource === 'template') {
    return (
      <Suspense fallback={<p role="status">{t('loading')}</p>}>
        <TemplatePage key={id} id={id} />
      </Suspense>
    );
  }
  if (resource === 'firmware') {
    return (
      <Suspense fallback={<p role="status">{t('loading')}</p>}>
        <FirmwarePage key={id} id={id} />
      </Suspense>
    );
  }
  return <NotFoundPage />;
}
