//! The security headers of each site, as recorded in public captures, and a stricter set that a site could send tomorrow.

/// Which headers a page is served with (`?policy=`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// What the site was seen to send.
    Recorded,
    /// Nothing but the page's own script, and Trusted Types enforced.
    Strict,
}

/// Where pages report breaches of their policy to.
pub const REPORT_PATH: &str = "/csp/reporting";

/// Where the pages' own script tells of breaches that it saw.
pub const SEEN_PATH: &str = "/csp/seen";

/// The content security policy of a page on `host`; `nonce` is the page's own.
pub fn content_security_policy(host: &str, policy: Policy, nonce: &str) -> String {
    // Quill 1 writes style attributes.
    let style_attributes = if host == "www.linkedin.com" {
        "style-src-attr 'unsafe-inline'; "
    } else {
        ""
    };
    let rules = match (policy, host) {
        (Policy::Strict, _) => format!(
            "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'nonce-{nonce}'; {style_attributes}\
             img-src 'self' data: https://static.xx.fbcdn.net; connect-src 'self'; frame-src 'self'; base-uri 'none'; \
             require-trusted-types-for 'script'; trusted-types default"
        ),
        // Captured in March 2024; evaluation, and with it WebAssembly, is allowed.
        (_, "www.facebook.com" | "web.facebook.com" | "facebook.com") => {
            "default-src data: blob: 'self' https://*.fbsbx.com 'unsafe-inline' *.facebook.com *.fbcdn.net 'unsafe-eval'; \
             script-src *.facebook.com *.fbcdn.net *.facebook.net 127.0.0.1:* 'unsafe-inline' blob: data: 'self' \
             connect.facebook.net 'unsafe-eval'; style-src *.fbcdn.net data: *.facebook.com 'unsafe-inline'; \
             connect-src *.facebook.com facebook.com *.fbcdn.net wss://*.facebook.com:*; block-all-mixed-content; \
             upgrade-insecure-requests"
                .to_owned()
        }
        // The shape seen in 2024 and again in 2026: the nonce makes 'unsafe-inline' void; no word about WebAssembly.
        (_, "x.com" | "twitter.com" | "mobile.x.com" | "mobile.twitter.com") => format!(
            "default-src 'self'; connect-src 'self' blob: https://api.x.ai https://api.x.com https://*.twimg.com; \
             font-src 'self' https://*.twimg.com; frame-src 'self'; img-src 'self' blob: data: https://*.twimg.com; \
             object-src 'none'; script-src 'self' 'unsafe-inline' https://*.twimg.com 'nonce-{nonce}'; \
             style-src 'self' 'unsafe-inline' https://accounts.google.com/gsi/style https://*.twimg.com; \
             worker-src 'self' blob:"
        ),
        // The last public captures are of 2020; today's is not on record.
        (_, "www.linkedin.com") => {
            "default-src 'none'; base-uri 'self'; form-action 'self'; connect-src 'self' wss: https://*.licdn.com; \
             img-src data: blob: *; font-src data: *; frame-src 'self'; child-src blob: *; \
             style-src 'unsafe-inline' 'self' static.licdn.com; \
             script-src 'report-sample' 'unsafe-inline' 'self' static.licdn.com platform.linkedin.com"
                .to_owned()
        }
        _ => format!("default-src 'self'; img-src 'self' data:; script-src 'nonce-{nonce}'; style-src 'self'"),
    };
    format!("{rules}; report-uri {REPORT_PATH}")
}

/// The other headers a page on `host` comes with.
pub fn others(host: &str) -> &'static [(&'static str, &'static str)] {
    if host.ends_with("facebook.com") {
        &[
            ("cross-origin-opener-policy", "same-origin-allow-popups"),
            (
                "permissions-policy",
                "clipboard-read=(self), camera=(self), microphone=(self)",
            ),
            ("x-content-type-options", "nosniff"),
            ("strict-transport-security", "max-age=15552000; preload"),
        ]
    } else {
        &[
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "SAMEORIGIN"),
            (
                "strict-transport-security",
                "max-age=31536000; includeSubDomains; preload",
            ),
        ]
    }
}
