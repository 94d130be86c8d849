import { readEndpoints, readTokens, writeEndpoints, writeTokens } from './endpoints.ts';
import { addressesOf } from './feed.ts';
import type { Pipeline } from './pipeline.ts';

/** On the local cloud new tokens and channels are written where the other commands and scripts find them. */
export function rememberTokens(
  { local, outputs }: Pipeline,
  newTokens: Record<string, string>,
  channels: string[],
  feedsUrl?: string,
): void {
  if (local === undefined) return;
  const tokens = { ...readTokens(local.state), ...newTokens };
  writeTokens(local.state, tokens);
  const endpoints = readEndpoints(local.state);
  const base = feedsUrl ?? outputs.feedsUrl;
  const feeds = Object.fromEntries(channels.map((id) => [id, addressesOf(id, base)]));
  if (endpoints) writeEndpoints(local.state, { ...endpoints, tokens, feeds });
}
