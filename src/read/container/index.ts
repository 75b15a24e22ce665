import type { Archive, Container } from '../reader.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { letter } from './letter.ts';
import { mbox } from './mbox.ts';
import { msg } from './msg.ts';
import { parquet } from './parquet.ts';
import { text } from './text.ts';
import { xlsx } from './xlsx.ts';
import { xml } from './xml.ts';
import { zip } from './zip.ts';

/** Every container of one content. */
export const CONTAINERS: readonly Container[] = [mbox, msg, xlsx, parquet, letter, json, xml, csv, text];

/** Every container of other sources. */
export const ARCHIVES: readonly Archive[] = [zip];
