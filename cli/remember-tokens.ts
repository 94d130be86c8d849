import { publicAddresses } from '../shared/operations/addresses.ts';
import {
  readEndpoints,
  readPartnerTokens,
  readTokens,
  writeEndpoints,
  writePartnerTokens,
  writeTokens,
} from './endpoints.ts';
import type { OpenPipeline } from './pipeline.ts';

/** New tokens of sources, and where the public channels are read. */
interface NewAddresses {
  newTokens: Record<string, string>;
  channels: readonly string[];
  feedsUrl: string | undefined;
}

/** Writes new tokens and channels of the local cloud to its state directory, for other commands and scripts. */
export function rememberTokens(
  { local, outputs }: OpenPipeline,
  { newTokens, channels, feedsUrl = outputs.feedsUrl }: NewAddresses,
): void {
  if (local === undefined) return;
  rememberSourceTokens({ local }, newTokens);
  const endpoints = readEndpoints(local.state);
  const feeds = Object.fromEntries(channels.map((id) => [id, publicAddresses(id, feedsUrl)]));
  if (endpoints) writeEndpoints(local.state, { ...endpoints, feeds });
}

/** Writes new tokens of the local cloud's sources to its state directory. */
export function rememberSourceTokens(
  { local }: Pick<OpenPipeline, 'local'>,
  newTokens: Record<string, string>,
): void {
  if (local === undefined) return;
  const tokens = { ...readTokens(local.state), ...newTokens };
  writeTokens(local.state, tokens);
  const endpoints = readEndpoints(local.state);
  if (endpoints) writeEndpoints(local.state, { ...endpoints, tokens });
}

/** The tokens of the local cloud's partners, by partner. Empty for a deployed stack. */
export function partnerTokens({ local }: OpenPipeline): Record<string, string> {
  return local === undefined ? {} : readPartnerTokens(local.state);
}

export function rememberPartnerTokens(pipeline: OpenPipeline, made: Record<string, string>): void {
  replacePartnerTokens(pipeline, { ...partnerTokens(pipeline), ...made });
}

export function removePartnerToken(pipeline: OpenPipeline, partner: string): void {
  const { [partner]: _, ...others } = partnerTokens(pipeline);
  replacePartnerTokens(pipeline, others);
}

function replacePartnerTokens({ local }: OpenPipeline, partners: Record<string, string>): void {
  if (local === undefined) return;
  writePartnerTokens(local.state, partners);
  const endpoints = readEndpoints(local.state);
  if (endpoints) writeEndpoints(local.state, { ...endpoints, partners });
}
