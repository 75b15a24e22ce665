import type { Settings } from '../config/settings.ts';
import type { ReadyModel, StoredModel } from '../judge/act-model.ts';
import { createEar } from '../judge/ear.ts';
import { openReadyModel } from '../judge/ready-model.ts';
import type { SceneSettings } from '../judge/scene.ts';
import { readModel } from '../judge/stored-model.ts';
import type { Language } from '../model/language.ts';
import type { ModelFile, Pack } from '../model/rule.ts';

/** The parts of a pack that the ear is made of. */
type HeardPack = Pick<Pack, 'phrases' | 'prepared' | 'asPrepared' | 'models' | 'languages'>;

/** What scenes need: the ear made of the packs' phrases and the trained models, and the settings of the record. */
export async function sceneSettings(
  settings: Pick<Settings, 'judge'>,
  packs: readonly HeardPack[],
): Promise<SceneSettings> {
  const asPrepared = packs.every((pack) => pack.asPrepared === true);
  const phrases = asPrepared ? 'as prepared' : packs.flatMap((pack) => pack.phrases);
  const files = new Map(packs.flatMap((pack) => [...pack.models]));
  return {
    ear: createEar({ phrases, models: modelsOf(files), prepared: packs.flatMap((pack) => pack.prepared) }),
    languages: [...new Set(packs.flatMap(({ languages }) => languages))].sort(),
    asOf: settings.judge.asOf,
    assumeChannel: settings.judge.assumeChannel,
  };
}

/** Models of users' packs are read at once, so that a damaged one is told before the work; ours when they are asked for. */
function modelsOf(
  files: ReadonlyMap<Language, ModelFile>,
): Pick<ReadonlyMap<Language, StoredModel | ReadyModel>, 'get'> {
  const read = new Map(
    [...files].flatMap(([language, file]) =>
      file.ready === undefined ? [[language, readModel(file.bytes, file.name)]] : [],
    ),
  );
  return {
    get(language) {
      const file = files.get(language);
      return file?.ready === undefined
        ? read.get(language)
        : (openReadyModel(file.ready()) ?? readModel(file.bytes, file.name));
    },
  };
}
