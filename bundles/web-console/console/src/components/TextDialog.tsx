// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './TextDialog.module.css';

interface Props {
  title: string;
  text: string;
  onClose(): void;
}

/** A text in full, to read and to copy. */
export function TextDialog({ title, text, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <Modal opened closeOnClickOutside onClose={onClose} title={title} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <pre className={classes.text} tabIndex={0} aria-label={title}>
        {text}
      </pre>
      <div className="buttons">
        <Button onClick={onClose} data-autofocus>
          {t('close')}
        </Button>
        <Button
          variant="default"
          onClick={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true), () => {})}
        >
          <span role="status">{copied ? t('copied') : t('copy')}</span>
        </Button>
      </div>
    </Modal>
  );
}
