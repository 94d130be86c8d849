import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

/** Languages of which only the labels of credits are known: `Bài và ảnh: …`, `Haber: …`, `Autor: …`. */
const labelled = (labels: string, more: Partial<LatinCredits> = {}): LatinCredits => ({
  openers: [],
  labels: phrases(labels),
  verbs: [],
  sources: [],
  positions: [],
  placeSigns: [],
  conjunctions: ['&'],
  places: [],
  titles: [],
  desks: [],
  notNames: [],
  ...more,
});

/** Swedish, Danish and Norwegian. */
export const nordic = labelled(
  `Text | Texter | Text och foto | Text & foto | Foto | Foton | Bild | Tekst | Tekst og foto | Tekst og foto
   Foto og tekst | Journalist | Fotograf | Illustration | Illustrasjon | Grafik | Grafikk | Redaktör | Redaktør
   Reporter | Översättning | Oversettelse | Oversættelse | Video | Redigering`,
  {
    openers: ['Av', 'Af', 'Skrevet av', 'Skrevet af', 'Skriven av'],
    conjunctions: ['och', 'og', '&'],
    desks: ['TT', 'NTB', 'Ritzau'],
    sources: ['Källa', 'Kilde'],
    notNames: ['De', 'Det', 'Den', 'En', 'Et', 'Ett', 'Alla', 'Alle'],
  },
);

export const pl = labelled(
  `Autor | Autorka | Autorzy | Tekst | Tekst i zdjęcia | Zdjęcia | Zdjęcie | Foto | Fot. | Opracowanie
   Opracował | Opracowała | Opr. | Redakcja | Redaktor | Tłumaczenie | Rozmawiał | Rozmawiała | Wideo
   Ilustracje | Montaż`,
  { conjunctions: ['i', 'oraz', '&'], sources: ['Źródło'], desks: ['PAP', 'Redakcja'] },
);

export const tr = labelled(
  `Haber | Haber ve fotoğraf | Haber-fotoğraf | Haber - Foto | Haber-Kamera | Muhabir | Fotoğraf | Fotoğraflar
   Foto | Yazar | Yazan | Yazı | Editör | Kamera | Çeviri | Çeviren | Röportaj | Hazırlayan | Derleyen
   Görüntü | Kurgu`,
  { conjunctions: ['ve', '&'], sources: ['Kaynak'], desks: ['AA', 'DHA', 'İHA', 'Anadolu Ajansı'] },
);

export const vi = labelled(
  `Bài và ảnh | Bài, ảnh | Bài | Ảnh | Tin | Tin và ảnh | Tin, ảnh | Tin, bài | Tác giả | Biên tập | Biên tập viên
   Thực hiện | Người dịch | Phóng viên | Video | Đồ họa | Nội dung`,
  { conjunctions: ['và', '&'], sources: ['Nguồn'] },
);

export const el = labelled(
  `Κείμενο | Κείμενα | Φωτογραφίες | Φωτογραφία | Φωτό | Φωτο | Ρεπορτάζ | Επιμέλεια | Συντάκτης | Συντάκτρια
   Μετάφραση | Συνέντευξη | Βίντεο | Γράφει | Γράφει ο | Γράφει η`,
  { conjunctions: ['και', '&'], sources: ['Πηγή'] },
);

export const cs = labelled(
  `Autor | Autorka | Autoři | Text | Foto | Fotografie | Redaktor | Redaktorka | Překlad | Video | Preklad`,
  { conjunctions: ['a', '&'], sources: ['Zdroj'], desks: ['ČTK', 'TASR'] },
);

export const hu = labelled(
  `Szerző | Szöveg | Fotó | Fotók | Fénykép | Írta | Szerkesztő | Fordította | Fordítás | Riporter | Kép | Képek`,
  { conjunctions: ['és', '&'], sources: ['Forrás'], desks: ['MTI'] },
);

export const ro = labelled(
  `Autor | Autoare | Text | Foto | Fotografii | Redactor | Reporter | Traducere | Editor | Video`,
  { conjunctions: ['și', '&'], sources: ['Sursa', 'Sursă'], desks: ['Agerpres'] },
);

export const id = labelled(
  `Penulis | Reporter | Editor | Foto | Teks | Teks dan foto | Fotografer | Pewarta | Redaktur | Penerjemah`,
  { conjunctions: ['dan', '&'], sources: ['Sumber'], desks: ['ANTARA', 'Antara'] },
);
