import type { Queue } from '../../../shared/contract/stores.ts';

/** A message that was handed out: it comes back unless it is deleted. */
export interface Delivery<Message> {
  message: Message;
  /** The work is done: the message is gone. */
  delete(): void;
  /** The worker has ended, or its time is over: the message is there again, in its old place. */
  putBack(): void;
}

export interface MemoryQueue<Message> extends Queue<Message> {
  /** Messages that may be handed out now. */
  waiting(): number;
  /** Hands out the waiting message at `index`, counted from the oldest. */
  receive(index: number): Delivery<Message> | undefined;
}

interface Slot<Message> {
  message: Message;
  inFlight: boolean;
}

/**
 * A queue in memory. With `groupOf` it is a FIFO queue as SQS has it: of each group only the oldest message may be
 * handed out, and none while one of the group is in flight. Without, any message at any time.
 */
export function memoryQueue<Message>(groupOf?: (message: Message) => string): MemoryQueue<Message> {
  let slots: Slot<Message>[] = [];

  function available(): Slot<Message>[] {
    if (groupOf === undefined) return slots.filter(({ inFlight }) => !inFlight);
    const oldest = new Map<string, Slot<Message>>();
    for (const slot of slots) {
      const group = groupOf(slot.message);
      if (!oldest.has(group)) oldest.set(group, slot);
    }
    return [...oldest.values()].filter(({ inFlight }) => !inFlight);
  }

  return {
    async send(messages) {
      slots.push(...messages.map((message) => ({ message: structuredClone(message), inFlight: false })));
    },
    waiting: () => available().length,
    receive(index) {
      const slot = available()[index];
      if (slot === undefined) return undefined;
      slot.inFlight = true;
      return {
        message: structuredClone(slot.message),
        delete: () => {
          slots = slots.filter((other) => other !== slot);
        },
        putBack: () => {
          slot.inFlight = false;
        },
      };
    },
  };
}
