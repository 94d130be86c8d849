import type { ConfigurationFile } from '../../shared/contract/configuration.ts';
import type { Model } from './model.ts';

/** The configuration file of the model's sources and channels. */
export const configurationOf = ({ channels, senders }: Model): ConfigurationFile => ({
  publisher: { name: 'The Test Desk', url: 'https://desk.example/', language: 'en' },
  sources: senders.map(({ id, order, territory, zone }) => ({
    ...{ id, order, language: 'en', boilerplate: [] },
    ...(zone !== undefined && { timeZone: zone }),
    ...(territory.length > 0 && { territory: [...territory] }),
  })),
  channels: channels.map(({ id, items, select }) => ({
    ...{ id, items, select, title: id, link: `https://desk.example/${id}`, language: 'en', public: true },
  })),
});
