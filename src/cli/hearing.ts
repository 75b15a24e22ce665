import type { Settings } from '../config/settings.ts';
import { createEar } from '../judge/ear.ts';
import type { SceneSettings } from '../judge/scene.ts';
import { readModel } from '../judge/stored-model.ts';
import type { Pack } from '../model/rule.ts';

/** What scenes need: the ear made of the packs' phrases and the trained models, and the settings of the record. */
export async function sceneSettings(settings: Pick<Settings, 'judge'>, packs: readonly Pack[]): Promise<SceneSettings> {
  const phrases = packs.flatMap((pack) => pack.phrases);
  const files = new Map(packs.flatMap((pack) => [...pack.models]));
  const models = new Map([...files].map(([language, { name, bytes }]) => [language, readModel(bytes, name)]));
  return {
    ear: createEar({ phrases, models, prepared: packs.flatMap((pack) => pack.prepared) }),
    languages: [...new Set(packs.flatMap(({ languages }) => languages))].sort(),
    asOf: settings.judge.asOf,
    assumeChannel: settings.judge.assumeChannel,
  };
}
