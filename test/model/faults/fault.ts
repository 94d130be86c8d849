import type { PlantedText } from '../planted-text.ts';
import type { Planting } from '../stage-services.ts';

/** A fault planted in the product. The model test must fail with it. */
export interface Fault {
  name: string;
  /**
   * Returns the methods to replace. It is called once for each simulation. A fault that leaves out the condition of a
   * write must replace the method of the store (`cloud`), where reading and writing are one call. In the services of
   * a worker they would be two calls, and the worker may be paused between any two of its calls.
   */
  plant?: () => Planting;
  /** A piece of the product's code to replace. A fault has either this or `plant`. */
  text?: PlantedText;
  /** Set if the fault is caught within a hundred histories. Then `npm test` plants it too. */
  isQuick?: true;
}

/** The services with some methods of one store replaced. */
export function replace<Services, Name extends keyof Services>(
  services: Services,
  store: Name,
  change: (methods: Services[Name]) => Partial<Services[Name]>,
): Services {
  return { ...services, [store]: { ...services[store], ...change(services[store]) } };
}
