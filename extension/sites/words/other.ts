// Words of controls and labels on sites without an adapter of their own, by interface language (en, es, fr, de, pt, ms, zh-Hans,
// zh-Hant): the publishing words of the three sites' own dictionaries, and the plain words of forms.

/** Names of controls that publish. */
export const PUBLISH = [
  ...["post", "publish", "send", "reply", "comment", "share", "submit", "answer", "post reply", "post comment"],
  ...[
    "add comment",
    "add reply",
    "send message",
    "post answer",
    "post your answer",
    "publish now",
    "save",
    "save changes",
  ],
  ...["update", "schedule", "publicar", "enviar", "responder", "comentar", "compartir", "guardar"],
  ...["publier", "envoyer", "répondre", "commenter", "partager", "enregistrer"],
  ...["posten", "veröffentlichen", "senden", "antworten", "kommentieren", "teilen", "speichern", "absenden"],
  ...[
    "postar",
    "compartilhar",
    "siarkan",
    "hantar",
    "balas",
    "发送",
    "发布",
    "回复",
    "評論",
    "发帖",
    "發送",
    "發佈",
    "回覆",
    "留言",
  ],
] as const;

/** Words in the label of a box that say what is written there. */
export const MESSAGE = ["message", "chat", "mensaje", "nachricht", "mensagem", "mesej", "消息", "訊息"] as const;
export const REPLY = ["reply", "answer", "respuesta", "répon", "antwort", "resposta", "balas", "回复", "回覆"] as const;
export const COMMENT = ["comment", "coment", "kommentar", "komen", "评论", "留言"] as const;

/** Words in the label of a box that is no composer. */
export const SEARCH = ["search", "filter", "buscar", "recherche", "suche", "pesquis", "cari", "搜索", "搜尋"] as const;
