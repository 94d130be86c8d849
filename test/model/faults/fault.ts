import type { PlantedText } from '../planted-text.ts';
import type { Planting } from '../stage-services.ts';

/** A fault of the product that the newsroom's property has to catch. */
export interface Fault {
  name: string;
  /**
   * In what a worker is given, or in the stores themselves where a condition is left out: a worker may stand still
   * between any two of its calls, so that what it read before the write would be a condition all the same. Anew for
   * each world.
   */
  plant?: () => Planting;
  /** In the product's text. */
  text?: PlantedText;
  /** Caught within so few runs that it is planted at every `npm test`. */
  isQuick?: true;
}

/** Services with some methods of one of their stores replaced. */
export function replace<Services, Name extends keyof Services>(
  services: Services,
  store: Name,
  change: (methods: Services[Name]) => Partial<Services[Name]>,
): Services {
  return { ...services, [store]: { ...services[store], ...change(services[store]) } };
}
