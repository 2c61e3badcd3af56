// SPDX-License-Identifier: Apache-2.0
import i18n from 'i18next';
import { expect, it } from 'vitest';
import { field, gadget } from '../testing/sample-metadata';
import { ago } from '../util/ago';
import { appliesTo, type Device, deviceFieldLabel, factsOf, pending, slotName } from './device';

const deviceType = {
  id: 1,
  representation: 'TK800',
  hasConfig1: true,
  nameConfig1: 'Startup config',
  hasConfig2: true,
  hasAlwaysReinstallConfig2: true,
  nameConfig2: 'Running config',
  hasFirmware1: true,
  nameFirmware1: 'Firmware',
  hasVariables: true,
  hasRequestConfig: true,
  fieldModel: 'unused',
  fieldHardwareVersion: 'optional',
};
const device: Device = { id: 7, name: 'Pump', enabled: true, deviceType };

it('knows what means something for a type', () => {
  const names = ['reinstallConfig1', 'reinstallConfig2', 'reinstallConfig3', 'firmwareVersion1', 'firmwareVersion2', 'variables', 'requestConfigData'];
  expect(names.filter((name) => appliesTo(deviceType, name))).toEqual([
    'reinstallConfig1',
    'firmwareVersion1',
    'variables',
    'requestConfigData',
  ]);
  expect(['requestDiagnoseData', 'template', 'model', 'hardwareVersion', 'name'].filter((name) => appliesTo(deviceType, name))).toEqual([
    'hardwareVersion',
    'name',
  ]);
  expect(appliesTo(undefined, 'reinstallConfig3')).toBe(true);
});

it('calls slots by the names of the type', () => {
  expect(slotName(i18n.t, deviceType, 'Config', 1)).toBe('Startup config');
  expect(slotName(i18n.t, undefined, 'Firmware', 2)).toBe('Secondary firmware');
  expect(deviceFieldLabel(i18n.t, deviceType, field('reinstallConfig1'))).toBe('Send again: Startup config');
  expect(deviceFieldLabel(i18n.t, deviceType, field('firmwareVersion1'))).toBe('Version of Firmware');
  expect(deviceFieldLabel(i18n.t, deviceType, field('imei'))).toBe('IMEI');
});

it('tells what is still to come, but not what comes with every contact', () => {
  const flags = { reinstallConfig1: true, reinstallConfig2: true, reinstallFirmware1: true, requestConfigData: true, requestDiagnoseData: true };
  expect(pending(i18n.t, { ...device, ...flags })).toEqual(['Firmware is sent', 'Startup config is sent', 'Its config is asked for']);
  expect(pending(i18n.t, device)).toEqual([]);
});

it('leaves out facts that nobody knows', () => {
  const facts = factsOf(gadget, { ...device, size: 0, secret: '', labels: [] }, ['secret', 'size', 'labels', 'name', 'nothing']);
  expect(facts.map((fact) => fact.field.name)).toEqual(['size', 'name']);
});

it('says how long ago a moment is', () => {
  const now = Date.parse('2026-01-31T10:00:00Z');
  const said = (moment: string): string => ago(i18n.t, moment, now);
  expect(said('2026-01-31T10:00:03+00:00')).toBe('0 seconds ago');
  expect(said('2026-01-31T09:59:59+00:00')).toBe('1 second ago');
  expect(said('2026-01-31T09:58:00+00:00')).toBe('2 minutes ago');
  expect(said('2026-01-31T09:00:00+00:00')).toBe('1 hour ago');
  expect(said('2026-01-28T10:00:00+00:00')).toBe('3 days ago');
  expect(said('soon')).toBe('soon');
});
