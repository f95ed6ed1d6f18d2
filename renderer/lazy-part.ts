import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

interface Loaded<Props> {
  readonly default: ComponentType<Props>;
}

/** A component whose code is loaded on first render, or ahead of it. */
export type LazyPart<Props> = LazyExoticComponent<ComponentType<Props>> & {
  readonly loadAhead: () => Promise<void>;
};

/** Makes a component lazy. Once loaded it renders synchronously, so that the next key press reaches it. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: Loaded<Props> | null = null;
  const loading = async (): Promise<Loaded<Props>> => {
    loaded = { default: await load() };
    return loaded;
  };
  const part = lazy(() => (loaded === null ? loading() : settled(loaded)));
  return Object.assign(part, { loadAhead: async () => void (await loading()) });
}

// With a real promise React would suspend for a tick and render nothing.
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
