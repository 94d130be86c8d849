/**
 * Han characters that exist in one script only. Two national standards serve as the table: GB 2312 contains the
 * characters of simplified text, Big5 those of traditional text, and TextDecoder has both. A character in only one of
 * them shows the script.
 */

type Range = readonly [first: number, last: number];

/** The ranges of the two bytes that encode Han characters. */
const GB2312 = { label: 'gbk', lead: [0xb0, 0xf7] as Range, trail: [[0xa1, 0xfe]] as readonly Range[] };
const BIG5_TRAIL: readonly Range[] = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
];
const BIG5_FREQUENT = { label: 'big5', lead: [0xa4, 0xc6] as Range, trail: BIG5_TRAIL };
const BIG5_RARE = { label: 'big5', lead: [0xc9, 0xf9] as Range, trail: BIG5_TRAIL };

/**
 * Characters that both scripts use, although one standard may lack them. For example, traditional text from Hong Kong
 * has 着 and 户, and simplified text has 堃 and 珮 in names.
 */
const BOTH = new Set('着户强峰群为裏台吃秘床痴唇布梁汙沖決佈姊妳珮瑤堃喆彥昇豔兇');

/** The characters that an encoding has in these ranges. */
function inventory({ label, lead, trail }: typeof GB2312): Set<string> {
  const decoder = new TextDecoder(label);
  const found = new Set<string>();
  for (let first = lead[0]; first <= lead[1]; first++) {
    for (const [from, to] of trail) {
      for (let second = from; second <= to; second++) {
        const character = decoder.decode(new Uint8Array([first, second]));
        if (character.length === 1 && character !== '\uFFFD') found.add(character);
      }
    }
  }
  return found;
}

const without = (characters: Iterable<string>, ...others: ReadonlySet<string>[]): Set<string> =>
  new Set([...characters].filter((character) => !others.some((other) => other.has(character))));

/** Characters that Japan has simplified in its own way. */
const SHINJITAI = new Set(
  '働込畑峠枠榊渋沢桜図駅円広発売読験権検険気経済歴浜辺児顔仏払拡択訳駆戦単弾黒毎姫収悪圧囲壱栄応価拝楽観顕郷暁駄実写渉焼乗譲醸触嘱粋穂随髄瀬摂銭繊禅双挿騒蔵続堕対帯滝団遅昼鋳庁聴勅鎮逓鉄転伝徳独届弐脳覇廃髪抜卍瓶辺変勉弁宝豊没翻万満黙薬与揺様謡頼覧竜両猟緑涙塁励礼隷霊齢恋炉労楼湾',
);

/** The characters that exist in one script only. */
export interface HanScripts {
  /** Simplified only: 国 学 这. */
  simplified: ReadonlySet<string>;
  /**
   * Traditional only: 國 學 這. Made from Big5's frequent characters alone, because its rare characters include some
   * that both scripts use in names.
   */
  traditional: ReadonlySet<string>;
  /** The characters of `SHINJITAI` that neither Chinese script uses. */
  japanese: ReadonlySet<string>;
}

let scripts: HanScripts | undefined;

/** Decodes the two standards at its first use, which takes some milliseconds. */
export function hanScripts(): HanScripts {
  if (scripts !== undefined) return scripts;
  const gb2312 = inventory(GB2312);
  const frequent = inventory(BIG5_FREQUENT);
  const rare = inventory(BIG5_RARE);
  scripts = {
    simplified: without(gb2312, frequent, rare, BOTH),
    traditional: without(frequent, gb2312, BOTH),
    japanese: without(SHINJITAI, gb2312, frequent, rare),
  };
  return scripts;
}
