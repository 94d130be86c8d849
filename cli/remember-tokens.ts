import {
  readEndpoints,
  readPartnerTokens,
  readTokens,
  writeEndpoints,
  writePartnerTokens,
  writeTokens,
} from './endpoints.ts';
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

/** Tokens of partners, as far as this machine made them for its local cloud. */
export function partnerTokens({ local }: Pipeline): Record<string, string> {
  return local === undefined ? {} : readPartnerTokens(local.state);
}

export function rememberPartnerTokens(pipeline: Pipeline, made: Record<string, string>): void {
  replacePartnerTokens(pipeline, { ...partnerTokens(pipeline), ...made });
}

export function forgetPartnerToken(pipeline: Pipeline, partner: string): void {
  const { [partner]: _, ...others } = partnerTokens(pipeline);
  replacePartnerTokens(pipeline, others);
}

function replacePartnerTokens({ local }: Pipeline, partners: Record<string, string>): void {
  if (local === undefined) return;
  writePartnerTokens(local.state, partners);
  const endpoints = readEndpoints(local.state);
  if (endpoints) writeEndpoints(local.state, { ...endpoints, partners });
}
