import { phrases } from '../../words.ts';
import { pattern } from './rule.ts';
import type { BoilerplateSet } from './rule.ts';

export const pt: BoilerplateSet = {
  related: phrases(`
    Leia também | Leia mais | Leia ainda | Veja também | Veja mais | Veja ainda | Saiba mais | Confira também
    Ler também | Leia a seguir | Ouça também | Assista também | Notícias relacionadas | Artigos relacionados
    Matérias relacionadas | Conteúdo relacionado | Conteúdos relacionados | Relacionadas | Relacionados | Relacionado
    Mais lidas | Mais lidos | As mais lidas | Mais vistas | Mais notícias | Últimas notícias | Recomendados
    Recomendado para você | Recomendadas | Outras notícias
    Pode gostar também de | Você pode gostar | Você também pode gostar | Talvez lhe interesse | Mais sobre o assunto
    Mais sobre este tema | Artigos semelhantes | Continue a ler | Próxima notícia | Notícia anterior
  `),
  buttons: phrases(`
    Partilhar | Compartilhar | Compartilhe | Partilhe | Compartilhar no Facebook | Partilhar no Facebook
    Compartilhar no Twitter | Compartilhar no WhatsApp | Facebook | Twitter | X | WhatsApp | Telegram | LinkedIn
    Instagram | YouTube | E-mail | Email | Imprimir | Guardar | Salvar | Comentar | Comentários | Copiar link
    Copiar ligação | Seguir | Ouvir | Início | Contacto | Contato | Publicidade | Termos de uso | Privacidade
    Política de privacidade | Política de cookies | Quem somos | Anuncie | Assine | Expediente | Ficha técnica
  `),
  lone: phrases(`
    Partilhar | Compartilhar | Compartilhe | Partilhe | Partilhar artigo | Partilhe este artigo | Compartilhe esta notícia
    Compartilhe este artigo | Compartilhar notícia | Comentários | Comentar | Deixe um comentário | Deixe seu comentário
    Deixe o seu comentário | Ver comentários | Imprimir | Guardar | Salvar | Ouvir | Ouvir artigo | Ouvir notícia
    Voltar ao topo | Copiar link | Assine já | Assine | Subscrever | Siga-nos | Fale connosco | Fale conosco
    Contacte-nos | Reportar erro | Comunicar erro | Termos de uso | Política de privacidade
  `),
  anywhere: [
    pattern(
      'disclaimer',
      /^\W{0,3}(?:aviso legal|isenção de responsabilidade|termo de responsabilidade|nota legal)\s*[:.–—-]/iu,
      1200,
    ),
    pattern(
      'copyright',
      /^(?:©|\(c\)\s|copyright\b|(?:são )?todos os direitos reservados|(?:é )?proibida a reprodução|reprodução (?:total ou parcial )?proibida|é (?:expressamente )?proibid[ao] (?:a|qualquer) (?:reprodução|cópia|distribuição|divulgação))/iu,
      300,
    ),
    pattern(
      'advertisement',
      /^\W{0,4}(?:publicidade|anúncio|pub|conteúdo patrocinado|continua (?:após|depois d)a publicidade)\W{0,4}$/iu,
      60,
    ),
    pattern(
      'continue',
      /^\W{0,3}(?:continue (?:a ler|lendo)|continuar (?:a ler|lendo)|ler mais|leia (?:a|o) (?:matéria|artigo|notícia|texto) (?:completa|completo|na íntegra))\W{0,3}$/iu,
      60,
    ),
  ],
  top: [
    pattern(
      'release',
      /^(?:comunicado(?: de imprensa| à imprensa)?|nota (?:de|à) imprensa|press release|para (?:publicação|divulgação) imediata)\W{0,3}$/iu,
      50,
    ),
  ],
  end: [
    pattern(
      'tags',
      /^(?:tags?|etiquetas?|palavras[- ]chave|tópicos|assuntos|mais sobre|arquivado em|temas)\s*[:：]/iu,
      200,
    ),
    pattern(
      'follow',
      /^(?:siga(?:-nos| o | a | os | as )|segue[- ]nos|acompanhe (?:o |a |as |nossas? |tudo )|inscreva[- ]se|subscreva|assine (?:a |o |já|agora|nossa|nosso)|receba (?:as |a |o |nossa|todas|no seu)|baixe o (?:app|aplicativo)|descarregue a (?:app|aplicação)|cadastre-se|entre no (?:grupo|canal)|participe do (?:grupo|canal)|clique aqui)[^.]{0,160}[.!]?$/iu,
      200,
    ),
    pattern('share', /^(?:partilhe|compartilhe) (?:est[ea] |a |o |n[oa] |com )[^.]{0,60}[.!]?$/iu, 90),
    pattern(
      'contact',
      /^(?:contactos?|contatos?|assessoria de (?:imprensa|comunicação)|gabinete de (?:imprensa|comunicação)|informações (?:à|para a) imprensa|mais informações|fale (?:connosco|conosco)|sugestões de pauta|envie (?:a )?(?:sua )?(?:denúncia|sugestão))\s*[:：|].{0,200}$/iu,
      240,
    ),
    pattern(
      'contact',
      /^(?:encontrou (?:um|algum) erro|viu algum erro|tem (?:uma|alguma) (?:história|denúncia|informação))/iu,
      160,
    ),
    pattern('comments', /^(?:\d+ comentários?|comentários? ?\(\d+\))$/iu, 40),
    pattern(
      'disclaimer',
      /^(?:as opiniões (?:expressas|expressadas|emitidas)|os artigos? (?:de opinião|assinados?)|(?:este|o) (?:texto|artigo) (?:não reflete|reflete|é da (?:inteira )?responsabilidade))/iu,
      400,
    ),
    pattern(
      'source note',
      /^(?:este |esta |o |a )?(?:artigo|texto|matéria|notícia|conteúdo) (?:foi )?(?:originalmente |inicialmente )?(?:publicad[oa]|apareceu) (?:originalmente |primeiro |em primeiro lugar )?(?:em|no|na|por)\b/iu,
      240,
    ),
    pattern('end mark', /^lusa ?\/ ?fim\.?$/iu, 20),
    pattern('related', /^[?▶►▷➤→»👉]\s*(?![^:：]{1,14}[:：])\S.*[^.;]$/u, 140),
  ],
};
