// Facebook's words by interface language, for what the page does not say in a language-free way.
// Gathered from public extensions, recorded pages and translations of 2019 to 2026; languages without a public record are left out, and their
// audiences read as unknown. The Malay audience words are the interface's usual ones and have no recorded page.

import type { Audience } from "../../contract";

/** Controls that publish: post, schedule, share, and save after editing. */
export const PUBLISH = [
  ...["Post", "Publish", "Share now", "Schedule", "Schedule post", "Update", "Save"],
  ...["Publicar", "Publier", "Posten", "Veröffentlichen", "Опубликовать"],
  ...["Đăng", "Chia sẻ ngay", "Lưu"],
  ...["發佈", "發布", "发布", "貼文"],
] as const;

/** Controls that lead to a further step of the same composer. */
export const NEXT = ["Next", "Tiếp", "下一頁", "下一步", "Siguiente", "Suivant", "Weiter", "Далее"] as const;

/** Controls that send a comment, where the language-free wrapper is missing. */
export const SEND_COMMENT = ["Comment", "Post comment", "Comentar", "Bình luận", "Đăng bình luận"] as const;

/** What the label of a reply's editor starts with. */
export const REPLY_STARTS = ["Reply to ", "Answer as ", "Trả lời "] as const;

/** Labels and placeholders of a message's editor. */
export const MESSAGE_LABELS = ["Message", "Aa", "Thread composer"] as const;

/** What the label of the audience control starts with, before the audience's own word. */
export const PRIVACY_STARTS = [
  "Edit privacy. Sharing with ",
  "Chỉnh sửa quyền riêng tư. Đang chia sẻ với ",
  "編輯隱私設定。分享對象：",
  "編輯私隱設定。分享對象：",
  "编辑隐私设置。分享对象：",
] as const;

/** The row of the second step that names the audience. */
export const AUDIENCE_ROWS = ["Post audience", "Đối tượng của bài viết"] as const;

/** What the label of a published post's audience icon starts with. */
export const SHARED_STARTS = [
  ...["Shared with ", "Partagé avec ", "Mit ", "Это видят: ", "Compartilhado com ", "Conteúdo partilhado com: "],
  ...["Podijeljeno s ", "Contenuto condiviso con: ", "Distribuit pentru: ", "プライバシー設定: ", "Grono odbiorców: "],
  "分享對象：",
] as const;

/** The audience's own word. A word that a longer one starts with comes after it. */
export const AUDIENCES: readonly (readonly [word: string, audience: Audience])[] = [
  ["Your friends of friends", "public"],
  ["Friends of friends", "public"],
  ["Friends except", "friends"],
  ["Specific friends", "friends"],
  ["Custom", "friends"],
  ["Personnalisé", "friends"],
  ["Your friends", "friends"],
  ["Friends", "friends"],
  ["Bạn bè của bạn", "friends"],
  ["Only me", "only-me"],
  ["只限本人", "only-me"],
  ["Public", "public"],
  ["Público", "public"],
  ["Öffentlich", "public"],
  ["Tutti", "public"],
  ["所有人", "public"],
  ["公开", "public"],
  ["公開", "public"],
  ["Công khai", "public"],
  ["Publik", "public"],
  ["Umum", "public"],
  ["Awam", "public"],
  ["Доступно всем", "public"],
  ["Publiczne", "public"],
  ["Publicului", "public"],
  ["Publikom", "public"],
];

/** File names of the audience icons: the same in every language. "Friends" has no recorded one. */
export const AUDIENCE_ICONS: Readonly<Record<string, Audience>> = {
  "qop9rFQ_Ys1.png": "public",
  "H8GWr17BZ_T.png": "friends",
  "JSmL99pVrUz.png": "only-me",
};

/** How a group says that anyone, or only members, can read it. Recorded in English only. */
export const PUBLIC_GROUP = ["Public group"] as const;
export const PRIVATE_GROUP = ["Private group"] as const;

/** How an event says that anyone can see it. Recorded in English only; of other events no page is on record, and they read as unknown. */
export const PUBLIC_EVENT = ["Public · Anyone on or off Facebook"] as const;

/**
 * Labels of controls that send a friend request, alone or before a name. German, French, Spanish, Portuguese, Korean and Japanese as seen
 * by a public extension in July 2026, Chinese and Malay as listed by two; words that other controls share ("Ajouter") are left out.
 */
export const ADD_FRIEND = [
  ...["Add friend", "Thêm bạn bè", "Tambah rakan"],
  ...["Freund/in hinzufügen", "Ajouter ami(e)", "Añadir como amigo(a)", "Adicionar à lista de amigos"],
  ...["加朋友", "加為朋友", "加为好友", "友達になる", "친구 추가"],
] as const;

/** Of a friend request: the control that accepts it, and the one that does not. The Vietnamese "Delete" is the interface's usual word. */
export const CONFIRM = ["Confirm", "Xác nhận"] as const;
export const DELETE = ["Delete", "Delete request", "Remove", "Xóa", "Xoá", "Gỡ"] as const;
