// SPDX-License-Identifier: Apache-2.0
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { NotFoundPage } from '../components/NotFoundPage';
import { DevicePage } from './DevicePage';

export function DetailsPage(): ReactElement {
  const { resource, id } = useParams({ from: '/web/list/$resource/$id/details' });
  return resource === 'device' ? <DevicePage key={id} id={id} /> : <NotFoundPage />;
}
