import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

interface Loaded<Props> {
  readonly default: ComponentType<Props>;
}

/** A part of the window whose code comes when it is first drawn, or ahead of that. */
export type LazyPart<Props> = LazyExoticComponent<ComponentType<Props>> & {
  readonly loadAhead: () => Promise<void>;
};

/** Makes a part lazy. Once its code is there it is drawn at once, also for the first time: the next key finds it. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: Loaded<Props> | null = null;
  const loading = async (): Promise<Loaded<Props>> => {
    loaded = { default: await load() };
    return loaded;
  };
  const part = lazy(() => (loaded === null ? loading() : settled(loaded)));
  return Object.assign(part, { loadAhead: async () => void (await loading()) });
}

// Of a real promise React hears only later, and draws nothing until then.
function settled<Value>(value: Value): Promise<Value> {
  const told: PromiseLike<Value> = {
    // biome-ignore lint/suspicious/noThenProperty: a promise is what React asks for.
    then: (tell) => {
      tell?.(value);
      return told as never;
    },
  };
  return told as Promise<Value>;
}
