// SPDX-License-Identifier: Apache-2.0
import type { ReactElement } from 'react';
import {
  BookmarkIcon,
  ChipIcon,
  CodeIcon,
  ImportIcon,
  ListIcon,
  LogIcon,
  RouterIcon,
  SettingsIcon,
  ShieldIcon,
  TagIcon,
  TemplateIcon,
  UsersIcon,
} from '../components/icons';
import type { GroupName } from './menu';

export const resourceIcons: Record<string, () => ReactElement> = {
  device: RouterIcon,
  template: TemplateIcon,
  config: CodeIcon,
  firmware: ChipIcon,
  user: UsersIcon,
  deviceauthentication: ShieldIcon,
  accesstag: TagIcon,
  label: BookmarkIcon,
};

export const groupIcons: Record<GroupName, () => ReactElement> = {
  logs: LogIcon,
  import: ImportIcon,
  settings: SettingsIcon,
  more: ListIcon,
};
