import type { Mentions } from './row.ts';

/** Stories that only mention embargoes, drafts, holds, kills, releases and publishing: English. */
export const MENTIONS_ENGLISH: Mentions = {
  en: [
    [
      'Leaked report angers the cabinet',
      'Every page of the leaked report carried the words “Embargoed until Friday”, a minister said.',
    ],
    [
      'Trade embargo until 2027: what it means for the harbour',
      'The trade embargo stays in force until 1 March 2027, the ministry said.',
    ],
    [
      'Embargo on arms sales lifted after nine years',
      'The council lifted the arms embargo on Tuesday after nine years.',
    ],
    [
      'Draft law would hold landlords to new rules',
      'The draft law is not final and will be debated in parliament on Friday.',
    ],
    [
      'Draft picks: who goes first in the NBA this year',
      'The first round of the draft begins on Thursday at 8 p.m. in Brooklyn.',
    ],
    [
      'Army draft returns after a decade',
      'Young people born in 2008 will receive their draft letters in May.',
    ],
    [
      'Killed in action: a village remembers',
      'Two soldiers were killed near the bridge in 1944, and the village remembers them every March.',
    ],
    [
      'Kill switch law goes before the senate',
      'The bill would require a kill switch in every electric scooter.',
    ],
    [
      'Hold the front page, says the retiring editor',
      'In forty years she shouted hold the front page only twice.',
    ],
    [
      'Hold for ransom: hackers lock hospital files',
      'The hackers hold the files for ransom and have set a deadline of Friday.',
    ],
    [
      'Bridge works on hold until spring',
      'The works were put on hold in November and will resume when the river falls.',
    ],
    [
      'Release of two sailors expected on Friday',
      'The two sailors are to be released on Friday at 6 a.m. local time.',
    ],
    [
      'For release on bail, the judge asks 5,000 pounds',
      'The judge set conditions for release on bail and adjourned the case until Monday.',
    ],
    [
      'Album released a day early by mistake',
      'The label had planned the release for Friday and apologised to shops.',
    ],
    [
      'Concert cancelled after storm damage',
      'The concert was cancelled on Wednesday, and tickets remain valid.',
    ],
    [
      'Withdrawn from sale: baby food recalled',
      'The product was withdrawn from sale after a customer found glass in a jar.',
    ],
    [
      'Deleted posts cost the mayor her seat',
      'The mayor deleted the posts, but screenshots had been published by then.',
    ],
    [
      'Publish or perish: young researchers tell their stories',
      'Journals decide what to publish, and researchers wait for years.',
    ],
    [
      'Newspaper told: do not publish the photos',
      '“Do not publish these pictures,” the lawyer wrote to the editor in 1998.',
    ],
    [
      'How embargoes work in medical journals',
      'Reporters receive the paper under embargo several days before it appears.',
    ],
    [
      'Confidential files left on a train',
      'The files were marked confidential and not for publication, a passenger said.',
    ],
    ['Pending cases pile up in the courts', 'More than 9,000 cases were pending at the end of the year.'],
    ['Private beach must stay open to all', 'The private owner had fenced off the beach in January.'],
    [
      'Scheduled flights resume between the islands',
      'Scheduled flights resume on 20 March 2026 with two departures a day.',
    ],
    ['Expired vaccines thrown away', 'The vaccines had expired in February and were thrown away.'],
  ],
};
