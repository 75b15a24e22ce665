// An ear whose trained half never saw the source of the conversation it hears: "npm run train" leaves a model for every source
// that was held out in bench/out/held-out.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createEar } from '../src/judge/ear.ts';
import type { SceneSettings } from '../src/judge/scene.ts';
import { readModel } from '../src/judge/stored-model.ts';
import type { Pack } from '../src/model/rule.ts';
import { sourceOf } from './talk-sources.ts';

const FOLDER = 'bench/out/held-out';

/** The settings of scenes that hear by held-out models, and how to say which conversation comes next. */
export interface UnseenScene {
  readonly scene: SceneSettings;
  next(conversation: string): void;
}

/** Null where the held-out models are not there. */
export function unseenScene(shipped: SceneSettings, pack: Pack): UnseenScene | null {
  if (!existsSync(FOLDER)) {
    return null;
  }
  const files = readdirSync(FOLDER).filter((name) => /^[a-z]{2}-.*\.bin$/.test(name));
  const ears = new Map(
    files.map((name) => {
      const model = readModel(readFileSync(`${FOLDER}/${name}`), name);
      const models = new Map([[name.slice(0, 2), model]]);
      return [name.slice(0, -4), createEar({ phrases: pack.phrases, prepared: pack.prepared, models })];
    }),
  );
  let source = '';
  const ear: SceneSettings['ear'] = {
    hear(heard, act) {
      return (ears.get(`${heard.language}-${source}`) ?? shipped.ear).hear(heard, act);
    },
  };
  return {
    scene: { ...shipped, ear },
    next(conversation) {
      source = sourceOf(conversation);
    },
  };
}
