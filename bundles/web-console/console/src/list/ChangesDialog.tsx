// SPDX-License-Identifier: Apache-2.0
import { Button, Modal } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel, humanise } from '../resource/words';
import classes from './ChangesDialog.module.css';
import { type Change, inView, type View, views } from './changes';

interface Props {
  title: string;
  changes: readonly Change[];
  onClose(): void;
}

/** What somebody changed: the whole difference, the changes alone, or the values of one side. */
export function ChangesDialog({ title, changes, onClose }: Props): ReactElement {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('difference');
  const rows = inView(changes, view);
  const sides = (['before', 'after'] as const).filter((side) => view === side || view === 'difference' || view === 'changes');
  return (
    <Modal opened closeOnClickOutside onClose={onClose} title={title} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes.views} role="group" aria-label={t('changes.views')}>
        {views.map((one) => (
          <Button key={one} size="xs" variant={one === view ? 'filled' : 'default'} aria-pressed={one === view} onClick={() => setView(one)}>
            {t(`changes.${one}`)}
          </Button>
        ))}
      </div>
      {rows.length === 0 ? (
        <p>{t('changes.none')}</p>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t(`changes.${view}`)}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('changes.field')}</th>
                {sides.map((side) => (
                  <th key={side} scope="col">
                    {t(`changes.${side}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.name} data-changed={(row.changed && view === 'difference') || undefined}>
                  <th scope="row">
                    {fieldLabel(t, '', { name: row.name, label: humanise(row.name) })}
                    {row.changed && view === 'difference' && <span className="visually-hidden"> ({t('changes.changed')})</span>}
                  </th>
                  {sides.map((side) => (
                    <td key={side} data-side={row.changed ? side : undefined}>
                      {row[side] || '–'}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="buttons">
        <Button onClick={onClose} data-autofocus>
          {t('close')}
        </Button>
      </div>
    </Modal>
  );
}
