import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

export const en: LatinCredits = {
  openers: phrases(`
    By | Written by | Story by | Words by | Text by | From our correspondent | Analysis by | A report by
    Posted by | Published by
  `),
  labels: phrases(`
    Reporting | Additional reporting | Writing | Editing | Editing and writing | Writing and editing
    Reporter | Reporters | Editor | Editors | Author | Authors | Writer | Writers | Words | Text | Photo
    Photos | Photo credit | Photo credits | Image | Images | Image credit | Credit | Cover photo
    Words and photos | Text and photos | Text and photo | Photos and text | Photography | Photographer | Photographs | Pictures | Picture | Video
    Videography | Illustration | Illustrations | Graphics | Graphic | Design | Data | Translation | Translator
    Producer | Producers | Production | Copy editor | Copy editing | Sub-editor | Fact-checking | Fact check
    Research | Story | Compiled | Contributors | Contributor | Managing editor | Executive editor
    Photo editor | News editor
  `),
  phrases: ['(?:As|as) told to', '(?:Interview|Interviewed|Transcribed) by'],
  closings: [
    'contributed (?:reporting|research|to this (?:report|story|article)|reporting to this (?:report|story|article))',
    'reported (?:this story )?from \\p{Lu}[\\p{L} ,.]{1,40}',
  ],
  verbs: phrases(`
    Reporting | Additional reporting | Writing | Editing | Writing and editing | Reporting and writing
    Reporting and editing | Additional writing | Additional editing | Photography | Photo | Photos
    Photographs | Pictures | Video | Illustration | Illustrations | Graphics | Graphic | Design | Translation
    Translated | Edited | Written | Compiled | Reported | Produced | Production | Research | Fact-checking
    Compiled and edited | With reporting | With additional reporting | Words | Story | Story and photos
    Words and photos | Words and pictures | Text and photos | Interviewed | Photographed | Illustrated | Image
    Images | Fact-checked | Filmed | Writing and additional reporting | Reporting, writing and editing
    Copy editing | Text
  `),
  sources: ['Source', 'Sources'],
  positions: phrases(`
    writer | reporter | correspondent | editor | columnist | contributor | photographer | producer
    freelancer
  `),
  placeSigns: [],
  conjunctions: ['and', '&', 'with'],
  places: ['in', 'at', 'for'],
  titles: phrases(`
    writer | reporter | correspondent | editor | press | news | staff | times | post | bureau | columnist
    contributor | AP | AFP | Reuters | Bloomberg | chief | service | photographer | Guardian | journal
    herald | producer | magazine | special | BBC | CNN | gazette | tribune | chronicle | freelance | agency
    desk | intern
  `),
  desks: [
    'Staff',
    'Staff Reporter',
    'Staff Reporters',
    'Staff Writer',
    'Staff Writers',
    'AFP',
    'Reuters',
    'Associated Press',
  ],
  notNames: phrases(`
    The | A | An | This | That | These | Those | Our | My | Your | His | Her | Their | Its | Popular | Land
    Sea | Air | Numbers | Now | Then | All | Any | No | Contrast | Comparison | Midnight | Design | January
    February | March | April | May | June | July | August | September | October | November | December | Monday
    Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday | Early | Late | Mid | Next | Last
  `),
};
