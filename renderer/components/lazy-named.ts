import { type ComponentType, type LazyExoticComponent, lazy } from 'react';

type PropsOf<Component> = Component extends ComponentType<infer Props> ? Props : never;

/** A component whose code is loaded on first render, or ahead of it. */
export type LazyComponent<Props> = LazyExoticComponent<ComponentType<Props>> & {
  readonly loadAhead: () => Promise<void>;
};

/** Makes a named export lazy. Once loaded it renders synchronously, so that the next key press reaches it. */
export function lazyNamed<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
): LazyComponent<PropsOf<Module[Name]>> {
  type Loaded = { readonly default: ComponentType<PropsOf<Module[Name]>> };
  let loaded: Loaded | null = null;
  const loading = async (): Promise<Loaded> => {
    loaded = { default: (await load())[name] as Loaded['default'] };
    return loaded;
  };
  const component = lazy(() => (loaded === null ? loading() : settled(loaded)));
  return Object.assign(component, { loadAhead: async () => void (await loading()) });
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
