import { phrases } from '../../words.ts';
import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const es: BoilerplateSet = {
  related: phrases(`
    Lea también | Lee también | Leer también | Te puede interesar | Le puede interesar
    También te puede interesar | Noticias relacionadas | Artículos relacionados | Más información
    Relacionado | Relacionadas | Ver también | Más noticias | Lo más leído | Contenido relacionado
    Contenidos relacionados | Más sobre este tema | Más sobre el tema | Te puede gustar | Sigue leyendo
    Siga leyendo | Puedes leer | Últimas noticias | Noticias recomendadas | También le puede interesar
    Lectura recomendada | Lo más visto | Le recomendamos | Te recomendamos | Puede leer | Vea también
    Mira también | En otras noticias
  `),
  buttons: phrases(`
    Aviso legal | Privacidad | Política de privacidad | Cookies | Política de cookies | Contacto
    Publicidad | Quiénes somos | Términos y condiciones | YouTube | TikTok | Inicio | Compartir
    Compartir en Facebook | Compartir en Twitter | Facebook | Twitter | X | WhatsApp | Telegram | LinkedIn
    Enviar | Correo | Email | Imprimir | Guardar | Comentar | Comentarios | Copiar enlace | Tuitear
    Síguenos | Escuchar | Instagram
  `),
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
      /^\W{0,3}(?:seguir leyendo|sigue leyendo|leer más|siga leyendo|ver más|leer la noticia completa|continuar leyendo)\W{0,3}$/iu,
      60,
    ),
  ],
  lone: phrases(`
    Compartir | Comparte | Comentarios | Guardar | Imprimir | Escuchar | Escuchar artículo | Volver arriba
    Ver comentarios | Deja un comentario | Deja tu comentario | Copiar enlace | Archivado en | Suscríbete
  `),
  top: [
    pattern(
      'release',
      /^(?:nota de prensa|comunicado(?: de prensa)?|para (?:publicación|difusión) inmediata)\W{0,3}$/iu,
      40,
    ),
  ],
  end: [
    pattern('tags', /^(?:etiquetas?|archivado en|temas relacionados|palabras clave|tags?)\s*[:：]/iu, 200),
    pattern('related', /^(?:haz|haga) clic (?:aquí|en)|^(?:más|toda la) información (?:en|aquí)/iu, 100),
    pattern(
      'contact',
      /^(?:report(?:ar|a|e) (?:un|el) error|¿(?:ha|has) (?:encontrado|visto|detectado) (?:un|algún) error)/iu,
      120,
    ),
    pattern(
      'follow',
      /^(?:sigue|siga|sigan) (?:a |nuestr|las |toda )[^.]{1,50}(?:en|por) (?:facebook|x|twitter|instagram|whatsapp|telegram|tiktok|youtube|google)/iu,
      120,
    ),
    pattern('comments', /^(?:\d+ comentarios?|comentarios? ?\(\d+\))$/iu, 40),
    pattern(
      'share',
      /^(?:comparte|compartir|comparta) (?:(?:est[ea] |la |el )?(?:noticia|artículo|nota|contenido)(?: (?:en|con|por) [^.]{1,40})?|en (?:redes|tus redes|facebook|x|twitter|whatsapp)[^.]{0,30})$/iu,
      80,
    ),
    pattern(
      'copyright',
      /^(?:se prohíbe|está (?:expresamente )?prohibid[ao]) .{0,40}(?:reproducción|redistribución|difusión|copia)/iu,
      400,
    ),
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
    pattern(
      'follow',
      /^(?:síguenos|(?:siga|sigue) a (?:nuestr|@)|(?:suscríbete|suscríbase|únete)(?=[.!\s]*$|,? (?:a|al|en|para|ya|hoy|ahora|aquí|gratis|con)(?![\p{L}]))|descarga (?:la|nuestra) (?:app|aplicación)|recibe (?:nuestr|las noticias|en tu (?:correo|email|móvil)|la newsletter|el boletín))/iu,
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
