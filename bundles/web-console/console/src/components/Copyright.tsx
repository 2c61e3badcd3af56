// SPDX-License-Identifier: Apache-2.0
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { brand } from '../brand/brand';

export function Copyright({ className }: { className?: string | undefined }): ReactElement {
  const { t } = useTranslation();
  return <footer className={className}>{t('copyright', { year: new Date().getFullYear(), owner: brand.owner })}</footer>;
}
