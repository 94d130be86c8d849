import type { Queue } from '../../../shared/contract/stores.ts';

/** A message that was received. It can be received again unless it is deleted. */
export interface Delivery<Message> {
  message: Message;
  /** Deletes the message, after its work is done. */
  delete(): void;
  /** Makes the message available again at its old place in the queue, as after a crash of the function. */
  putBack(): void;
}

export interface MemoryQueue<Message> extends Queue<Message> {
  /** How many messages can be received now. */
  waiting(): number;
  /** Receives one of the messages that can be received now: `index` 0 is the oldest of them. */
  receive(index: number): Delivery<Message> | undefined;
}

interface Slot<Message> {
  message: Message;
  inFlight: boolean;
}

/**
 * A queue in memory. With `groupOf` it is a FIFO queue as in SQS: only the oldest message of a group can be received,
 * and no message while another message of the group is in flight. Without `groupOf` any message can be received.
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
