import { phrases } from '../../words.ts';
import type { LatinCredits } from './rule.ts';

export const pt: LatinCredits = {
  openers: phrases(`
    Por | Escrito por | Texto de | Redigido por | Publicado por | Postado por | Uma reportagem de
    Reportagem de | Uma análise de | Uma crónica de | Uma crônica de | Artigo de | Do nosso correspondente
    Da nossa correspondente | Do enviado especial | Da enviada especial | Do nosso enviado especial
    Da nossa enviada especial
  `),
  phrases: ['Entrevista de', 'Tradução de', 'Colaborou', 'Colaboraram', 'Edição de', 'Com reportagem de'],
  closings: [
    '(?:contribuiu|contribuíram|colaborou|colaboraram) (?:para|com|nesta|neste) (?:esta|este )?(?:reportagem|matéria|artigo|texto)',
  ],
  labels: phrases(`
    Texto | Textos | Texto e fotos | Texto e foto | Texto e fotografia | Fotos e texto | Reportagem
    Reportagens | Reportagem e fotos | Reportagem e imagens | Edição | Edição de texto | Edição de imagem
    Edição de vídeo | Editor | Editora | Foto | Fotos | Fotografia | Fotografias | Fotógrafo | Fotógrafa
    Imagem | Imagens | Vídeo | Vídeos | Autor | Autora | Autores | Redação | Redator | Redatora | Repórter
    Repórteres | Jornalista | Ilustração | Ilustrações | Arte | Artes | Infografia | Infográfico | Gráficos
    Tradução | Produção | Revisão | Crédito | Créditos | Crédito da foto | Crédito das fotos
    Foto de capa | Colaboração | Supervisão | Coordenação | Pesquisa | Apuração | Direção | Roteiro
    Montagem | Entrevista | Diagramação | Câmara | Câmera | Grafismo | Realização
  `),
  verbs: phrases(`
    Reportagem | Reportagem adicional | Edição | Texto | Fotos | Foto | Traduzido | Editado | Escrito
    Fotografias | Entrevista | Ilustração | Redação
  `),
  sources: ['Fonte', 'Fontes'],
  positions: phrases(`
    repórter | correspondente | enviado especial | enviada especial | redator | redatora | jornalista
    editor | editora | colunista | Lusa | Agência Brasil | AFP
  `),
  placeSigns: ['/', '|'],
  conjunctions: ['e', 'com', '&'],
  places: ['em'],
  titles: phrases(`
    correspondente | enviado | enviada | redator | redatora | redação | jornalista | repórter | agência
    Lusa | Folhapress | AFP | AP | Reuters | EFE | especial | diário | jornal | editor | editora
    colunista | notícias | colaborador | colaboradora | colaboração | estagiário | estagiária
  `),
  desks: phrases(`
    Redação | Da redação | Da Redação | A redação | Redação Digital | Agências | Agência Lusa | Lusa
    Agência Brasil | Estadão Conteúdo | Folhapress | AFP | Reuters | AP | EFE
  `),
  notNames: phrases(`
    O | A | Os | As | Um | Uma | Isso | Isto | Aqui | Exemplo | Agora | Fim | Favor | Outra | Outro | Seu
    Sua | Meu | Minha | Tanto | Primeira | Segunda | Cada | Todo | Todos | Toda | Sempre | Enquanto | Acaso
    Conta | Causa | Volta | Hoje
  `),
};
