// SPDX-License-Identifier: Apache-2.0
import type { DeviceType } from '../device/device';
import type { Thing } from '../resource/metadata';

export interface Named {
  id: number;
  representation: string;
  content?: string;
}

type PerSlot<K extends string> = { [name in `${K}${1 | 2 | 3}`]?: Named };

export interface Version extends PerSlot<'config'>, PerSlot<'firmware'> {
  id: number;
  name: string;
  description?: string;
  variables?: { name: string; variableValue: string }[];
  deviceLabels?: Named[];
  accessTags?: Named[];
  createdAt?: string;
  updatedAt?: string;
  createdBy?: Named;
  updatedBy?: Named;
}

export type Template = Thing & {
  name: string;
  deviceType?: DeviceType;
  stagingTemplate?: Version;
  productionTemplate?: Version;
};
