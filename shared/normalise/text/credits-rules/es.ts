import type { LatinCredits } from './rule.ts';

export const es: LatinCredits = {
  openers: ['Por', 'Escrito por', 'Texto de', 'Redactado por'],
  labels: [
    ...['Texto', 'Textos', 'Texto y fotos', 'Foto', 'Fotos', 'Fotografía', 'Fotografías', 'Edición', 'Editor', 'Editora'],
    ...['Redacción', 'Redactor', 'Redactora', 'Autor', 'Autora', 'Vídeo', 'Video', 'Imagen', 'Imágenes', 'Ilustración'],
    ...['Ilustraciones', 'Infografía', 'Gráficos', 'Diseño', 'Traducción', 'Producción', 'Reportaje', 'Información', 'Cámara'],
    ...['Corrección', 'Coordinación', 'Realización', 'Reportero', 'Reportera', 'Maquetación', 'Documentación', 'Montaje'],
  ],
  verbs: ['Editado', 'Escrito', 'Traducido', 'Reportaje', 'Información', 'Fotos', 'Fotografías', 'Reporte'],
  conjunctions: ['y', 'e', '&'],
  places: ['en', 'desde'],
  titles: [
    ...['corresponsal', 'enviado', 'enviada', 'redactor', 'redactora', 'redacción', 'periodista', 'EFE', 'Europa', 'agencia'],
    ...['agencias', 'AFP', 'AP', 'Reuters', 'especial', 'diario', 'editor', 'editora', 'columnista', 'noticias', 'colaborador'],
  ],
  desks: ['Redacción', 'La Redacción', 'Agencias', 'EFE', 'Agencia EFE', 'Europa Press', 'AFP', 'Reuters', 'AP'],
  notNames: [
    ...['El', 'La', 'Los', 'Las', 'Un', 'Una', 'Eso', 'Esto', 'Ello', 'Lo', 'Qué', 'Ejemplo', 'Ahora', 'Fin', 'Favor', 'Otra'],
    ...['Otro', 'Su', 'Mi', 'Tanto', 'Primera', 'Segunda', 'Tercera', 'Cada', 'Todo', 'Todos', 'Supuesto', 'Siempre'],
  ],
};
