// SPDX-License-Identifier: Apache-2.0
import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useId } from 'react';

interface Props extends ButtonProps {
  /** Why it cannot be done now. */
  reason: string | undefined;
  children: string;
  'aria-label'?: string;
  /** An address within the console. */
  to?: string;
  onClick?(): void;
}

/** A button of a page: what is refused can be reached all the same, and says why to everybody. */
export function ToolButton({ reason, to, onClick, ...props }: Props): ReactElement {
  const id = useId();
  if (reason === undefined) {
    return to === undefined ? <Button variant="default" {...props} onClick={onClick} /> : <Button variant="default" {...props} component={Link} to={to} />;
  }
  return (
    <>
      <Tooltip label={reason} events={{ hover: true, focus: true, touch: true }}>
        {/* not disabled: it would lose the focus and the words with it */}
        <Button variant="default" {...props} data-disabled aria-disabled aria-describedby={id} />
      </Tooltip>
      <span id={id} hidden>
        {reason}
      </span>
    </>
  );
}
