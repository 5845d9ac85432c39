// The classic sharebox in the page itself: groups, company pages and the frame at /preload/sharebox/.

import "../app/samples";
import { element } from "../app/dom";
import { pageRoot, variant } from "../app/page";
import "./linkedin.css";
import { openSharebox } from "./sharebox";

const kind = location.pathname.startsWith("/groups/") ? "group-post" : "post";
const start = element("button", { class: "share-box-feed-entry__trigger" }, "Start a post");
start.addEventListener("click", () => openSharebox(document.body, kind, variant("quill", "1", "2")));
pageRoot().append(element("div", { class: "sheet" }, start));
