import { sceneSettings } from '../src/cli/hearing.ts';
import { KINDS_BY_NAME } from '../src/cli/kinds.ts';
import { packFinder } from '../src/cli/pack-files.ts';
import type { SceneSettings } from '../src/judge/scene.ts';
import type { Pack } from '../src/model/rule.ts';
import { loadPack } from '../src/packs/load.ts';

/** The core pack as users get it, and the settings of scenes by which labelled conversations are judged: no calendar, UTC. */
export async function coreAtWork(): Promise<{ readonly pack: Pack; readonly scene: SceneSettings }> {
  const pack = await loadPack('core', packFinder(process.cwd()), KINDS_BY_NAME);
  const judge = { asOf: null, assumeChannel: 'other' as const, calendar: null, zone: 'UTC' };
  return { pack, scene: await sceneSettings({ judge }, [pack]) };
}
