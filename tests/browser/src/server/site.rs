//! What the server answers: the shell of a page, its script and style sheet, reports of broken policies, an icon.

use std::{collections::HashMap, convert::Infallible, path::PathBuf, sync::Arc};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use http_body_util::{BodyExt, Full};
use hyper::{
    Method, Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HOST, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::{
    counts::Counts,
    headers::{Policy, REPORT_PATH, SEEN_PATH, content_security_policy, others},
};
use crate::requests::{self, Requests};
use crate::surfaces::{self, pages_folder};

const ASSETS: &str = "/_page/";
const INDEX_PAGE: &str = "index/index";
/// A transparent picture of one pixel, for the icons whose names say the audience.
const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
/// What LinkedIn's page does for the editors that need a parser: a policy that lets everything of its own through.
const TRUSTED_TYPES: &str = r#"<script nonce="{{nonce}}">
window.trustedTypes?.createPolicy("default", { createHTML: (html) => html, createScript: (script) => script, createScriptURL: (url) => url });
</script>"#;

/// The pages and what they are made of.
pub struct Site {
    shell: String,
    dist: PathBuf,
    /// By `host/path`.
    pages: HashMap<String, String>,
    titles: HashMap<String, String>,
    counts: Arc<Counts>,
}

impl Site {
    /// Reads the shell and the table of surfaces.
    ///
    /// # Errors
    /// When the pages have not been built.
    pub fn load(counts: Arc<Counts>) -> Result<Self> {
        let folder = pages_folder();
        let dist = folder.join("dist");
        ensure!(
            dist.join("index/index.js").exists(),
            "the local pages are not built: run ./build.sh build first"
        );
        let shell = std::fs::read_to_string(folder.join("shell.html")).context("reading shell.html")?;
        let mut pages = HashMap::new();
        let mut titles = HashMap::new();
        let asking = requests::all()?;
        for surface in surfaces::all()?.into_iter().chain(asking.iter().map(Requests::surface)) {
            let (host, path) = surface.host_and_path();
            for alias in aliases(host) {
                pages.insert(format!("{alias}{path}"), surface.page.clone());
                if let Some(frame) = &surface.frame {
                    pages.insert(format!("{alias}{}", frame.path), frame.page.clone());
                }
            }
            titles.insert(surface.page.clone(), format!("{} · local page", surface.title));
        }
        pages.insert("doctors.example/".to_owned(), INDEX_PAGE.to_owned());
        titles.insert(INDEX_PAGE.to_owned(), "Composers to try".to_owned());
        Ok(Self {
            shell,
            dist,
            pages,
            titles,
            counts,
        })
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let host = request
            .headers()
            .get(HOST)
            .and_then(|host| host.to_str().ok())
            .unwrap_or_default()
            .to_owned();
        let (path, query) = (
            request.uri().path().to_owned(),
            request.uri().query().unwrap_or_default().to_owned(),
        );
        self.counts.request(&host, &path);

        if request.method() == Method::POST && (path == REPORT_PATH || path == SEEN_PATH) {
            let body = request
                .into_body()
                .collect()
                .await
                .map(|body| body.to_bytes())
                .unwrap_or_default();
            let words = String::from_utf8_lossy(&body).into_owned();
            if path == SEEN_PATH {
                self.counts.violation(words);
            } else {
                self.counts.policy_report(&host, words);
            }
            return plain(StatusCode::NO_CONTENT, "text/plain", Bytes::new());
        }
        if host == "static.xx.fbcdn.net" {
            let pixel = STANDARD.decode(PIXEL).unwrap_or_default();
            return plain(StatusCode::OK, "image/png", pixel.into());
        }
        if let Some(asset) = path.strip_prefix(ASSETS) {
            return self.asset(asset);
        }
        match self.pages.get(&format!("{host}{path}")) {
            Some(page) => self.page(&host, page, &query),
            None => plain(
                StatusCode::NOT_FOUND,
                "text/plain",
                Bytes::from_static(b"There is no local page here."),
            ),
        }
    }

    fn asset(&self, asset: &str) -> Response<Full<Bytes>> {
        let kind = if asset.ends_with(".css") {
            "text/css; charset=utf-8"
        } else {
            "text/javascript; charset=utf-8"
        };
        let is_inside = !asset.contains("..");
        match std::fs::read(self.dist.join(asset)) {
            Ok(bytes) if is_inside => {
                let mut response = plain(StatusCode::OK, kind, bytes.into());
                // The browser's profile is thrown away with it: what it keeps is never older than the pages.
                let kept = HeaderValue::from_static("max-age=3600");
                response.headers_mut().insert(CACHE_CONTROL, kept);
                response
            }
            _ => plain(StatusCode::NOT_FOUND, "text/plain", Bytes::new()),
        }
    }

    fn page(&self, host: &str, page: &str, query: &str) -> Response<Full<Bytes>> {
        let value = |name: &str| {
            query
                .split('&')
                .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
        };
        let policy = if value("policy") == Some("strict") {
            Policy::Strict
        } else {
            Policy::Recorded
        };
        let lang: String = value("lang")
            .unwrap_or("en")
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .collect();
        // Quill and Tiptap cannot start under Trusted Types without a policy of the page's; Lexical and Draft can.
        let trusted_types = if policy == Policy::Strict
            && ["linkedin/", "networks/bluesky"]
                .iter()
                .any(|start| page.starts_with(start))
        {
            TRUSTED_TYPES
        } else {
            ""
        };
        let nonce = nonce();
        let html = self
            .shell
            .replace("{{trusted-types}}", trusted_types)
            .replace("{{nonce}}", &nonce)
            .replace("{{lang}}", &lang)
            .replace("{{title}}", self.titles.get(page).map_or("Local page", String::as_str))
            .replace("{{page}}", page);
        let mut response = plain(StatusCode::OK, "text/html; charset=utf-8", html.into());
        let headers = response.headers_mut();
        if let Ok(rules) = content_security_policy(host, policy, &nonce).parse() {
            headers.insert(CONTENT_SECURITY_POLICY, rules);
        }
        for (name, value) in others(host) {
            if let Ok(value) = value.parse() {
                headers.insert(*name, value);
            }
        }
        response
    }
}

/// The names one site goes by.
fn aliases(host: &str) -> Vec<&str> {
    match host {
        "www.facebook.com" => vec!["www.facebook.com", "web.facebook.com", "facebook.com"],
        "x.com" => vec!["x.com", "twitter.com", "mobile.x.com", "mobile.twitter.com"],
        _ => vec![host],
    }
}

fn nonce() -> String {
    use std::hash::{BuildHasher, RandomState};
    format!("{:016x}", RandomState::new().hash_one("nonce"))
}

fn plain(status: StatusCode, kind: &'static str, body: Bytes) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(body));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// Accepts TLS connections until the task is ended.
pub async fn serve(listener: TcpListener, acceptor: TlsAcceptor, site: Arc<Site>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, site) = (acceptor.clone(), Arc::clone(&site));
        tokio::spawn(async move {
            // A browser that hangs up in the middle is no fault of the server's.
            let stream = acceptor.accept(stream).await.ok()?;
            let service = service_fn(|request| async { Ok::<_, Infallible>(site.answer(request).await) });
            http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await
                .ok()
        });
    }
}
