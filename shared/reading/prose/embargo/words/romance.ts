import type { HoldWords } from './hold-words.ts';

const FRENCH: Partial<HoldWords> = {
  forbid:
    '(?:ne|merci de ne|prière de ne|veuillez ne|a ne) (?:pas|jamais|point|rien) (?:publier|diffuser|utiliser|communiquer|divulguer|relayer|transmettre|mettre en ligne|partager|rendre public|être publié~|être diffusé~|imprimer)(?: (?:ni|ou) (?:publier|diffuser|utiliser|communiquer|divulguer|relayer))?|(?:ne peut|ne doit|ne peuvent|ne doivent) (?:pas )?être (?:publié~|diffusé~|utilisé~|divulgué~|communiqué~)|(?:pas|non) (?:pour|destiné~ a|destiné~ à) (?:la )?(?:publication|diffusion)|(?:publication|diffusion|divulgation) (?:est )?(?:interdite|non autorisée|prohibée|différée)|non publiable|(?:pas de|aucune) (?:publication|diffusion)(?= (?:avant|jusqu))|pas (?:publier|diffuser)|à ne pas (?:publier|diffuser)',
  embargoed:
    "sous embargo|embargo strict|(?:information|communiqué|texte|document|article) (?:strictement )?(?:sous embargo|embargoté~)|embargo (?:jusqu'au|jusqu'a|jusqu'à|jusque|levé le|presse|valable|fixé)|fin (?:de l')?embargo|levée (?:de l'|d')embargo|embargoté~|seul le prononcé fait foi|seul le texte prononcé fait foi",
  embargo: "respecter (?:l'|cet )embargo|embargo|embargos",
  release:
    '(?:pour |à |date (?:et heure )?de |heure de )(?:publication|diffusion|publier|diffuser|parution)(?: (?:le|a partir|à partir|après|dès))?|(?:publication|diffusion|parution|publiable|diffusable|utilisable)(?: (?:autorisée|possible|prévue))?(?: (?:le|a partir|à partir|dès|après))?|(?:publier|diffuser|utiliser|à paraître) (?:a partir|à partir|après|dès|le)|pas avant|au plus tôt',
  held: "(?:a |à |pour )?(?:un )?usage (?:strictement )?interne(?: (?:uniquement|seulement))?|réservé à (?:l')?usage interne|diffusion (?:restreinte|interne|limitée)|ne pas utiliser|en attente (?:de )?(?:validation|relecture|publication|feu vert|accord|confirmation)|à valider|a valider|non (?:validé~|relu~|définitif|finalisé~|corrigé~)|(?:premier|simple) (?:jet|brouillon)|garder (?:en attente|au frigo)|à conserver jusqu~|mettre en attente|(?:dépêche|article|information|texte|communiqué) (?:annulé~|est annulé~|retiré~|supprimé~|est retiré~)|annule (?:et remplace|la dépêche)|annulation (?:de|d')(?: )?(?:la )?(?:dépêche|article|information)|prière d'annuler|veuillez annuler|avis d'annulation|(?:ceci|c')(?: )?est un (?:brouillon|test|projet de texte)|brouillon (?:ne|à ne|non)|nécro préparée",
  label: 'brouillon',
  mark: 'supprimer|supprimez|annuler|annulez|annulé|annulation|annulée|retiré|interne|provisoire|confidentiel|en attente|non publié|suspendu|à annuler|pige|avant_papier|document interne|note interne|(?:strictement |document )?confidentiel(?:le)?(?: jusqu~)?|version (?:provisoire|de travail|non définitive|non corrigée)|document de travail|papier froid|interdi(?:t|ction) (?:de|à|a) (?:la )?(?:publication|diffusion|publier|diffuser)',
  until:
    "avant|jusqu'au|jusqu'à|jusqu'a|jusqu'en|jusque|jusqu|jusqu'à ce que|sans|sauf|tant que|à partir|a partir|dès|après|apres",
  self: '(?:ce|cet|cette|ces|le présent|la présente|les présentes?) (?:texte|article|communiqué|dépêche|information~|document|contenu|étude|papier|message|discours|données|résultats|rapport)(?: de presse)?|le contenu de ce',
  around:
    "respecter|attention|avertissement|important|note|rappel|aux|à|a|la|le|les|l'|l|d'|d|de|du|des|un|une|en|et|ou|par|pour|au|est|sont|soit|ce|cette|ne|pas|que|svp|s'il vous plaît|merci|prière|veuillez|rédactions?|rédacteurs?|journalistes?|presse|médias?|communiqué|dépêche|information~|texte|article|document|discours|embargo|publication|diffusion|strict|stricte|strictement|absolu|absolument|impératif|impérativement|heures?|h|heure|locale?|paris|française|date|jour|matin|midi|minuit|soir|demain|aujourd'hui|après_midi|prochain~|semaine|nouvel ordre|ordre|contraire|dès|à partir|fin|début|valable|fixé|fixée",
  ended: 'levé|levée|expiré|terminé|fini|échu|rompu',
  none: "(?:libre de publication|publiable|peut être publiée?|à publier|à diffuser|diffusable) (?:immédiatement|sans délai|dès réception|dès maintenant|dès à présent)|sans embargo|aucun embargo|pas d'embargo|pour (?:diffusion|publication) immédiate|(?:diffusion|publication) immédiate|libre de (?:diffusion|publication)|libre de droits",
  topic: 'embargo (?:commercial|pétrolier|américain)',
};

const SPANISH: Partial<HoldWords> = {
  forbid: `(?:no|aún no|nunca)(?: se)?(?: (?:puede|debe|pueden|deben|podrá|podrán))? ?(?:ser )?(?:publicar~|publicad~|publique~|publíqu~|difund~|divulg~|emitir|emitid~|usar antes|utilizar antes|compart~ antes|para publicación|para su publicación|para publicar|para difusión|para su difusión|apto para publicar|distribu~)(?: (?:ni|o) (?:publicar|difundir|divulgar|emitir|distribuir|compartir))?|prohibid[ao] (?:su |la )?(?:publicación|difusión|publicar|difundir|divulgación|reproducción antes)|(?:publicación|difusión) (?:prohibida|no autorizada)|no publicable|abstenerse de publicar`,
  embargoed:
    'embargad[ao]s? (?:hasta|para)|(?:información|noticia|nota|comunicado|contenido|texto|material|nota de prensa) embargad[ao]|bajo embargo|con embargo|embargo (?:hasta|informativo|periodístico|de prensa|estricto)|fin (?:del )?embargo|levantamiento (?:del )?embargo',
  embargo: 'embargo|embargos|embargad[ao]s?',
  release:
    '(?:para |fecha de |hora de |fecha y hora de )(?:su )?(?:publicación|difusión|publicar|difundir|divulgación)(?: (?:el|a partir|después|desde))?|(?:publicación|difusión|publicable|publicar|difundir|publíquese)(?: (?:el|a partir|desde|después|no antes))?|no antes|a partir del?|antes no',
  held: '(?:sólo |solo |únicamente |exclusivamente )?(?:para |de )?uso (?:exclusivamente |estrictamente )?interno|no (?:usar|utilizar|utilice|use)|retener(?: hasta)?|mantener en espera|en espera de (?:aprobación|autorización|confirmación)|pendiente de (?:aprobación|revisión|confirmación|publicación|autorización|visto bueno)|sin (?:revisar|editar|aprobar|confirmar)|no (?:definitivo|aprobado|revisado)|(?:primer|este es un|simple) borrador|(?:noticia|nota|despacho|información|texto) (?:anulad[ao]|queda anulad[ao]|retirad[ao]|eliminad[ao]|suprimid[ao])|(?:anula|anulen|anular|eliminar|eliminen|retiren) (?:la |el |esta |este )?(?:noticia|nota|despacho|información|texto)|anulación (?:de la|de)?_?(?:noticia|nota|información)|aviso de anulación|borrador no',
  label: 'borrador',
  mark: 'anulada?|anulación|anulado|retenid[ao]|provisional|interno|confidencial|no publicad[ao]|retirada|en espera|documento interno|(?:estrictamente |información )?confidencial(?: hasta)?|versión (?:preliminar|provisional|no definitiva)|documento de trabajo',
  until:
    'antes del?|antes de las?|antes|hasta|hasta el|hasta que|sin|salvo|desde|a partir|después|mientras|previo',
  self: '(?:est[ae]|la presente|el presente|est[ao]s) (?:noticia|nota|artículo|texto|comunicado|información~|contenido~|documento|estudio|material|despacho|informe|datos)(?: de prensa)?|el contenido de (?:est[ae])',
  around:
    'respeten|respetar|respeto|atención|aviso|ojo|importante|nota|nota de prensa|comunicado|comunicado de prensa|a los?|las?|el|los|un|una|de|del|en|y|o|por|para|al|se|es|está|sea|con|que|ruego|rogamos|por favor|favor|redacción|redacciones|editores?|periodistas|medios|prensa|noticia|información|texto|artículo|documento|contenido|publicación|difusión|estricto|estrictamente|absoluto|total|horas?|h|hora|local|peninsular|española|fecha|día|mañana|mediodía|medianoche|tarde|noche|hoy|próximo|próxima|semana|nuevo aviso|nueva orden|aviso|informativo|periodístico|no|su|este|esta|hs|hrs',
  ended: 'levantado|finalizado|expirado|terminado|vencido|concluido',
  none: '(?:publicable|libre para publicar|se puede publicar|puede publicarse|publicar|difundir) (?:de inmediato|inmediatamente|ya mismo|desde ya)|para (?:su )?(?:publicación|difusión) inmediata|(?:publicación|difusión) inmediata|no hay embargo|libre de embargo',
  topic:
    'sin embargo|embargo (?:comercial|petrolero|económico|preventivo|judicial|estadounidense|de bienes|de armas|a cuba)',
};

const ITALIAN: Partial<HoldWords> = {
  forbid: `(?:non|si prega di non|vietato|divieto di|non si può|da non)(?: (?:deve|devono|può|possono|essere|ancora))*? (?:essere )?(?:pubblic~|diffond~|diffus~|divulg~|trasmett~|utilizz~ prima|usare prima|per la pubblicazione|per pubblicazione|per la diffusione|destinato alla pubblicazione)(?: (?:o|né) (?:pubblicare|diffondere|divulgare))?|(?:pubblicazione|diffusione|divulgazione) (?:vietata|proibita|non autorizzata|non consentita)|vietat[ao] la (?:pubblicazione|diffusione)|non pubblicabile|nessuna pubblicazione`,
  embargoed:
    'sotto embargo|embargo (?:fino|stampa|assoluto|sino|totale fino)|embargat[oa] (?:fino|sino)|fine (?:dell.)?embargo|notizia sotto embargo',
  embargo: 'embargo|embarghi|embargat[oa]',
  release:
    '(?:per la |per |data di |data e ora di |ora di )(?:pubblicazione|diffusione|rilascio)(?: (?:il|dal|dalle|dopo))?|(?:pubblicazione|diffusione|pubblicabile|diffondere|pubblicare|rilascio|diffondibile|utilizzabile)(?: (?:consentita|possibile|autorizzata))?(?: (?:il|dal|dalle|dopo|a partire|non prima))?|non prima|a partire dal',
  held: '(?:solo |esclusivamente )?(?:per |ad |a )?uso (?:esclusivamente |esclusivo )?interno|non (?:usare|utilizzare)|in attesa di (?:approvazione|conferma|autorizzazione|revisione|pubblicazione|via libera)|trattenere|da approvare|da rivedere|non (?:definitivo|approvato|revisionato)|(?:prima|questa è una) bozza|bozza (?:non|di lavoro|provvisoria)|versione (?:provvisoria|non definitiva|di lavoro)|(?:notizia|articolo|testo|lancio) (?:annullat[ao]|ritirat[ao]|da annullare|è annullat[ao])|annulla(?:re|te)? (?:la |il |questa )?(?:notizia|lancio)|annullamento(?: (?:della )?notizia)?|si prega di annullare',
  label: 'bozza|bozze',
  mark: 'annullata|annullato|annullamento|ritirato|riservato|provvisorio|interno|confidenziale|in sospeso|sospeso|in attesa|documento interno|(?:strettamente )?riservato|(?:strettamente )?confidenziale(?: fino)?',
  until:
    'prima del|prima delle|prima di|prima|fino al|fino alle|fino a|fino|sino|senza|salvo|dopo|dal|dalle|finché',
  self: "(?:questo|questa|quest'|il presente|la presente|queste) (?:testo|articolo|comunicato|notizia|informazion~|contenut~|documento|studio|materiale|lancio|dati)(?: stampa)?|il contenuto di questo",
  around:
    "rispettare|attenzione|avviso|importante|nota|comunicato|comunicato stampa|alle|ai|agli|al|alla|il|lo|la|le|gli|i|un|una|di|del|della|dell'|in|e|o|per|è|sia|con|si|prega|pregasi|gentilmente|cortesemente|redazion~|giornalisti|stampa|media|notizia|notizie|testo|articolo|documento|pubblicazione|diffusione|strettamente|stretto|rigoroso|assoluto|totale|ore|ora|italiana|locale|data|giorno|domani|oggi|mattina|mezzogiorno|mezzanotte|pomeriggio|sera|prossim~|settimana|nuovo avviso|avviso|ordine|fino|non",
  ended: 'revocato|scaduto|tolto|terminato|decaduto|rimosso',
  none: '(?:pubblicabile|libero per la pubblicazione|si può pubblicare|da pubblicare|diffondibile) (?:subito|da subito|immediatamente)|senza embargo|nessun embargo|per (?:la )?(?:pubblicazione|diffusione) immediata|(?:pubblicazione|diffusione) immediata',
  topic: 'embargo (?:commerciale|petrolifero|sulle armi)',
};

const PORTUGUESE: Partial<HoldWords> = {
  forbid: `(?:não|nao|favor não|ainda não|nunca)(?: (?:se|deve|devem|pode|podem|ser|é|para))* (?:ser )?(?:public~|publiqu~|divulg~|difund~|veicul~|para publicação|para divulgação|transmit~|compartilhe antes|distribu~|reproduz~ antes|usar antes)(?: (?:nem|ou) (?:divulgar|publicar|difundir))?|proibid[ao] (?:a |sua )?(?:publicação|divulgação|difusão|publicar|divulgar|veiculação)|(?:publicação|divulgação|difusão) (?:proibida|não autorizada)|não publicável`,
  embargoed:
    'embargad[ao]s? até|sob embargo|com embargo|embargo (?:até|jornalístico|de imprensa|noticioso)|fim do embargo',
  embargo: 'embargo|embargos|embargad[ao]s?',
  release:
    '(?:para |data de |hora de |horário de |data e hora de )(?:publicação|divulgação|difusão|publicar|divulgar)(?: (?:em|no dia|a partir|após|dia))?|(?:publicação|divulgação|publicável|publicar|divulgar|liberação|liberado)(?: (?:autorizada|permitida|liberada|prevista))?(?: (?:em|a partir|após|dia|para|somente|só))?|não antes|só a partir|a partir d[eoa]s?',
  held: '(?:apenas |somente |só |exclusivamente )?(?:para |de )?uso (?:exclusivamente |exclusivo )?interno|não (?:usar|utilizar|use|utilize)|reter(?: até)?|segurar até|aguardar (?:aprovação|liberação|confirmação|autorização)|aguardando (?:aprovação|liberação|confirmação|revisão|autorização)|pendente de (?:aprovação|revisão|confirmação)|à espera de (?:aprovação|confirmação)|sem revisão|não (?:revisado|aprovado|finalizado|revisto)|(?:primeiro|isto é um|este é um) rascunho|(?:notícia|nota|matéria|texto|despacho) (?:anulad[ao]|cancelad[ao]|retirad[ao]|eliminad[ao])|(?:anular|anulem|cancelar|cancelem|eliminar) (?:a |esta |o |este )?(?:notícia|nota|matéria|texto|despacho)|anulação|rascunho não',
  label: 'rascunho|minuta',
  mark: 'anulada|anulado|cancelada|provisório|retirada|confidencial|interno|pendente|não publicado|esboço|documento interno|(?:estritamente )?confidencial(?: até)?|versão (?:preliminar|provisória)|documento de trabalho',
  until: 'antes das?|antes do|antes de|antes|até|até às|até ao|sem|salvo|após|a partir|depois|desde|enquanto',
  self: '(?:est[ae]|ess[ae]|o presente|a presente) (?:notícia|nota|matéria|artigo|texto|comunicado|informaç~|conteúdo|documento|estudo|material|despacho|reportagem)(?: (?:de|à) imprensa)?|o conteúdo dest[ea]',
  around:
    'respeitar|respeitem|segunda|terça|quarta|quinta|sexta|atenção|aviso|importante|nota|nota à imprensa|nota de imprensa|comunicado|comunicado de imprensa|press release|aos?|às?|a|o|os|as|um|uma|de|do|da|dos|das|em|no|na|e|ou|por|para|se|é|está|com|que|por favor|favor|redação|redações|redacção|editores?|jornalistas|imprensa|mídia|media|notícia|informação|texto|matéria|artigo|conteúdo|publicação|divulgação|estrito|estritamente|rigoroso|total|absoluto|horas?|h|hora|horário|brasília|lisboa|local|data|dia|amanhã|hoje|manhã|meio_dia|meia_noite|tarde|noite|próxim[ao]|semana|segunda ordem|novo aviso|aviso|não|só|somente|feira',
  ended: 'levantado|suspenso|encerrado|expirado|terminado|caiu',
  none: '(?:publicável|livre para publicação|pode ser publicad[oa]|publicar|divulgar) (?:de imediato|imediatamente|desde já)|sem embargo|não há embargo|para (?:publicação|divulgação) imediata|(?:publicação|divulgação) imediata|livre de embargo',
  topic: 'embargo (?:comercial|econômico|económico|petrolífero|de armas|judicial|da obra)',
};

const ROMANIAN: Partial<HoldWords> = {
  forbid:
    '(?:a nu se|nu|a nu fi|nu se)(?: (?:va|poate|trebuie))? (?:fi )?(?:public~|difuz~|distribu~|folosi înainte|divulg~)|(?:nu este|nu e) (?:destinat|pentru) (?:publicării|publicare|difuzare)|nu pentru publicare|(?:publicarea|difuzarea) (?:este )?interzisă|interzis(?:ă)? (?:publicarea|difuzarea)',
  embargoed: 'sub embargo|embargo (?:până|pana)|material embargat|informație sub embargo',
  embargo: 'embargo|embargoul',
  release:
    '(?:pentru |data )(?:publicării|publicare|difuzare)(?: (?:în|la|după|din))?|(?:publicare|difuzare)(?: (?:după|de la|la))?|nu înainte',
  held: '(?:doar |numai )?(?:pentru |de )?uz intern|în așteptarea (?:aprobării|confirmării)|știre (?:anulată|retrasă)|anularea știrii|anulați știrea|versiune (?:provizorie|de lucru)|document de lucru',
  label: 'ciornă|schiță',
  mark: 'anulat|anulată|retras|confidential|confidențial',
  until: 'înainte de|înainte|până la|până|pana|după|fără',
  self: '(?:acest|această|acestui|aceste) (?:text|articol|comunicat|știre|informați~|material|document)|(?:conținutul) acestui',
  around:
    'atenție|important|notă|comunicat|comunicat de presă|presă|către|redacți~|jurnaliști|vă rugăm|rugăm|să|se|a|al|ale|la|de|din|în|și|sau|pentru|este|ora|orele|data|mâine|azi|astăzi|dimineață|prânz|seara|strict|noi ordine|României|nu',
  ended: 'ridicat|ridicată|expirat|încheiat',
  none: 'fără embargo|niciun embargo|pentru publicare imediată|(?:publicare|difuzare) imediată',
  topic: 'embargo (?:comercial|petrolier)',
};

export const ROMANCE: readonly Partial<HoldWords>[] = [FRENCH, SPANISH, ITALIAN, PORTUGUESE, ROMANIAN];
