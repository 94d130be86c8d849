import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const es: BoilerplateSet = {
  related: [
    ...[
      'Lea también',
      'Lee también',
      'Leer también',
      'Te puede interesar',
      'Le puede interesar',
      'También te puede interesar',
    ],
    ...[
      'Noticias relacionadas',
      'Artículos relacionados',
      'Más información',
      'Relacionado',
      'Relacionadas',
      'Ver también',
      'Más noticias',
    ],
    ...[
      'Lo más leído',
      'Lo más visto',
      'Le recomendamos',
      'Te recomendamos',
      'Puede leer',
      'Vea también',
      'Mira también',
      'En otras noticias',
    ],
  ],
  buttons: [
    ...[
      'Compartir',
      'Compartir en Facebook',
      'Compartir en Twitter',
      'Facebook',
      'Twitter',
      'X',
      'WhatsApp',
      'Telegram',
      'LinkedIn',
      'Enviar',
    ],
    ...[
      'Correo',
      'Email',
      'Imprimir',
      'Guardar',
      'Comentar',
      'Comentarios',
      'Copiar enlace',
      'Tuitear',
      'Síguenos',
      'Escuchar',
      'Instagram',
    ],
  ],
  anywhere: [
    pattern(
      'disclaimer',
      /^\W{0,3}(?:aviso legal|descargo de responsabilidad|advertencia legal)\s*[:.–—-]/iu,
      1200,
    ),
    pattern(
      'copyright',
      /^(?:©|\(c\)\s|copyright\b|todos los derechos reservados|prohibida (?:su|la) reproducción|queda prohibida (?:la|su|toda) (?:reproducción|difusión|distribución|copia))/iu,
      300,
    ),
    pattern('advertisement', /^\W{0,4}(?:publicidad|anuncio|contenido patrocinado)\W{0,4}$/iu, 60),
    pattern(
      'continue',
      /^\W{0,3}(?:seguir leyendo|sigue leyendo|leer más|leer la noticia completa|continuar leyendo)\W{0,3}$/iu,
      60,
    ),
  ],
  end: [
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
    pattern(
      'follow',
      /^(?:síguenos|(?:siga|sigue) a (?:nuestr|@)|suscríbete|suscríbase|únete|descarga (?:la|nuestra) (?:app|aplicación)|recibe (?:nuestr|las noticias|en tu (?:correo|email|móvil)|la newsletter|el boletín))/iu,
      200,
    ),
    pattern(
      'contact',
      /^(?:contacto\s*:|contáctenos|¿has encontrado un error|¿tienes una historia|envíanos|escríbenos)/iu,
      200,
    ),
    pattern('disclaimer', /^las opiniones (?:expresadas|vertidas)/iu, 400),
  ],
};
