// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../components/Notice';
import { useLeaveForm } from './use-leave-form';

interface Props {
  resource: string;
  template: string | undefined;
  children: string;
}

/** In place of a form that would only be refused: why, and the way back. */
export function Refused({ resource, template, children }: Props): ReactElement {
  const { t } = useTranslation();
  const leave = useLeaveForm(resource, template);
  return (
    <>
      <Notice kind="info">{children}</Notice>
      <div className="buttons">
        <Button variant="default" onClick={leave}>
          {t('back')}
        </Button>
      </div>
    </>
  );
}
