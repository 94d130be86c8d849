import type { TodoStore, WakeUpStore } from '../contract/feed-work.ts';
import type { WorkStore } from '../contract/stores.ts';
import type { Table } from './table.ts';
import { openTodoStore } from './todo-store.ts';
import { openWakeUpStore } from './wake-up-store.ts';
import { openWorkStore } from './work-store.ts';

/** The stores with the work of fan-out and of publish. */
export const openWorkStores = (table: Table): { work: WorkStore; todo: TodoStore; wakeUps: WakeUpStore } => ({
  work: openWorkStore(table),
  todo: openTodoStore(table),
  wakeUps: openWakeUpStore(table),
});
