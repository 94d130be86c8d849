import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

export const es: LatinCredits = {
  openers: phrases(`
    Por | Escrito por | Texto de | Redactado por | Un reportaje de | Una crónica de | Un análisis de
    Publicado por | De nuestro corresponsal | De nuestra corresponsal | De nuestro enviado especial
    De nuestra enviada especial
  `),
  phrases: ['Entrevista de', 'Con información de', 'Traducción de', 'Colaboró', 'Colaboraron'],
  closings: [
    '(?:contribuyó|contribuyeron|colaboró|colaboraron) (?:a|en|con) (?:este|esta) (?:reportaje|informe|nota|artículo|información)',
  ],
  labels: phrases(`
    Texto | Textos | Texto y fotos | Texto y foto | Fotos y texto | Foto | Fotos | Fotografía | Fotografías
    Edición | Editor | Editora | Redacción | Redactor | Redactora | Autor | Autora | Vídeo | Video | Imagen
    Imágenes | Ilustración | Ilustraciones | Infografía | Gráficos | Diseño | Traducción | Producción
    Reportaje | Información | Cámara | Corrección | Crédito | Créditos | Crédito de la foto
    Foto de portada | Reporte | Coordinación | Realización | Reportero | Reportera | Maquetación
    Documentación | Montaje
  `),
  verbs: phrases(`
    Editado | Editado en español | Traducido y editado | Reporte adicional | Escrito | Traducido | Reportaje
    Información | Fotos | Fotografías | Reporte
  `),
  sources: ['Fuente', 'Fuentes'],
  positions: phrases(`
    corresponsal | enviado especial | enviada especial | redactor | redactora | periodista | editor
    editora | columnista | EFE | AFP | Europa Press
  `),
  placeSigns: ['/', '|'],
  conjunctions: ['y', 'e', '&'],
  places: ['en', 'desde'],
  titles: phrases(`
    corresponsal | enviado | enviada | redactor | redactora | redacción | periodista | EFE | Europa
    agencia | agencias | AFP | AP | Reuters | especial | diario | editor | editora | columnista | noticias
    colaborador
  `),
  desks: phrases(`
    Redacción | La Redacción | la Redacción | Redacción Central | Redacción Digital | Agencias | EFE
    Agencia EFE | Europa Press | AFP | Reuters | AP
  `),
  notNames: phrases(`
    El | La | Los | Las | Un | Una | Eso | Esto | Ello | Lo | Qué | Ejemplo | Ahora | Fin | Favor | Otra
    Otro | Su | Mi | Tanto | Primera | Segunda | Tercera | Cada | Todo | Todos | Supuesto | Siempre
  `),
};
