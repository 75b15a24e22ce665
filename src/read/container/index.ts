import type { Archive, Container } from '../reader.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';

/** Every container of one content. */
export const CONTAINERS: readonly Container[] = [json, csv];

/** Every container of other sources. */
export const ARCHIVES: readonly Archive[] = [];
