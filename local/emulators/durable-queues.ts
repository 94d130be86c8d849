/** The parts of fauxqs's database that its queues use. */
export interface QueueDatabase {
  db: {
    exec(sql: string): void;
    prepare(sql: string): { run(...values: string[]): unknown };
  };
  updateMessageReady(messageId: string): void;
  transaction(work: () => void): void;
}

/** A queue of fauxqs. */
export interface Queue {
  dequeue(...values: unknown[]): unknown;
}

/** The queues of fauxqs. It creates each queue with `createQueue`, also those that it loads. */
export interface Queues {
  createQueue(...values: unknown[]): Queue;
}

/**
 * Makes the queues of fauxqs 2.4.1 keep every message when the process ends at any moment. Call it before fauxqs loads
 * its queues.
 */
export function makeDurable(queues: Queues, database: QueueDatabase): void {
  giveBack(database);
  receiveAtOnce(queues, database);

  // fauxqs writes NULL into a NOT NULL column when a receiver sets the visibility timeout of a message to 0.
  const ready = database.db.prepare(
    'UPDATE sqs_messages SET receipt_handle = NULL, visibility_deadline = NULL WHERE message_id = ?',
  );
  database.updateMessageReady = (messageId) => void ready.run(messageId);
}

/**
 * Makes the messages visible that were in flight when the process ended: every receiver ended with it, so nobody can
 * finish them. Otherwise they would wait for their visibility timeout, up to three minutes. The last receive is not
 * counted. Otherwise a message that is in flight each time the process ends would become a dead letter, although no
 * function failed. (A message that failed and waits for its next try looks the same in the file and gets one more try.)
 */
function giveBack({ db }: QueueDatabase): void {
  db.exec(`
    UPDATE sqs_messages
    SET receipt_handle = NULL, visibility_deadline = NULL,
      approximate_receive_count = max(0, approximate_receive_count - 1)
    WHERE receipt_handle IS NOT NULL`);
}

/**
 * Makes each receive one transaction. A receive moves a message that was received too often to the dead-letter queue:
 * fauxqs deletes its row first and then inserts it again, and a process that ends in between would lose it.
 */
function receiveAtOnce(queues: Queues, database: QueueDatabase): void {
  const createQueue = queues.createQueue.bind(queues);
  queues.createQueue = (...values) => {
    const queue = createQueue(...values);
    const dequeue = queue.dequeue.bind(queue);
    queue.dequeue = (...request) => {
      let received: unknown;
      database.transaction(() => {
        received = dequeue(...request);
      });
      return received;
    };
    return queue;
  };
}
