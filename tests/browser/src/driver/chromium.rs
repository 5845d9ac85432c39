//! What Chromium is started with.

use std::{
    collections::HashMap,
    fs,
    os::unix::fs::MetadataExt,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    browser::Options,
    session::{Session, wait_until},
};
use crate::server::Server;

/// The browser's own services, switched off: what is left on the proxy's list of refused hosts is a finding.
const SERVICES_OFF: &[&str] = &[
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-field-trial-config",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--password-store=basic",
    // These two know no switch of their own: they are sent to a port where nothing listens.
    "--component-updater=test-request,url-source=http://127.0.0.1:9/",
    "--gaia-url=http://127.0.0.1:9/",
    "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,DialMediaRouteProvider,\
     InterestFeedContentSuggestions,MediaRouter,NetworkTimeServiceQuerying,OptimizationGuideModelDownloading,\
     OptimizationHints,PreconnectToSearch,Translate",
];

/// The program that drives Chromium.
pub fn driver() -> PathBuf {
    std::env::var_os("CHROMEDRIVER").map_or_else(|| PathBuf::from("chromedriver"), PathBuf::from)
}

/// The capabilities of one throwaway browser.
pub fn capabilities(server: &Server, profile: &Path, options: &Options) -> Value {
    let mut arguments: Vec<String> = SERVICES_OFF.iter().map(|&flag| flag.to_owned()).collect();
    arguments.extend([
        format!("--user-data-dir={}", profile.display()),
        format!("--proxy-server={}", server.proxy),
        // Loopback addresses go through the proxy as well: nothing is asked for unseen.
        "--proxy-bypass-list=<-loopback>".to_owned(),
        format!(
            "--ignore-certificate-errors-spki-list={}",
            server.certificate.public_key_hash()
        ),
        "--window-size=1100,900".to_owned(),
        "about:blank".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--enable-logging".to_owned(),
    ]);
    if options.is_headless {
        arguments.extend(["--headless=new".to_owned(), "--disable-gpu".to_owned()]);
    }
    if options.is_dark {
        arguments.push("--force-dark-mode".to_owned());
    }
    if is_root() {
        // Chromium refuses its sandbox to the superuser, as whom containers run.
        arguments.push("--no-sandbox".to_owned());
    }
    if let Some(extension) = &options.extension {
        arguments.push(format!("--load-extension={}", extension.display()));
        arguments.push(format!("--disable-extensions-except={}", extension.display()));
    }
    let mut chrome =
        json!({ "args": arguments, "excludeSwitches": ["enable-automation"], "prefs": preferences(options) });
    if let Some(program) = std::env::var_os("CHROMIUM") {
        chrome["binary"] = json!(program.to_string_lossy());
    }
    json!({ "browserName": "chrome", "goog:chromeOptions": chrome, "goog:loggingPrefs": { "browser": "ALL" } })
}

/// Services that are switched off by a preference, not by a switch.
fn preferences(options: &Options) -> Value {
    let mut preferences = json!({
        "browser.enable_spellchecking": false,
        "session.restore_on_startup": 4,
        "session.startup_urls": ["about:blank"],
        "homepage": "about:blank",
        "homepage_is_newtabpage": false,
        // 2: no page, no name and no connection is fetched ahead of need.
        "net.network_prediction_options": 2,
        "search.suggest_enabled": false,
        "signin.allowed": false,
        "spellcheck.dictionaries": [],
        "spellcheck.dictionary": "",
    });
    if let Some(extension) = &options.extension {
        // What the browser notes when its user says yes to `permissions.request`, which no driver can do.
        let allowed =
            json!({ "api": [], "manifest_permissions": [], "scriptable_host": [], "explicit_host": options.allowed });
        for kind in [
            "active_permissions",
            "granted_permissions",
            "runtime_granted_permissions",
        ] {
            preferences[format!("extensions.settings.{}.{kind}", extension_id(extension))] = allowed.clone();
        }
    }
    preferences
}

/// The errors in the console since the last time.
///
/// # Errors
/// When the browser is gone.
pub fn complaints(session: &Session) -> Result<Vec<String>> {
    let entries = session.post("/se/log", &json!({ "type": "browser" }))?;
    let is_error = |entry: &&Value| entry["level"] == "SEVERE";
    let message = |entry: &Value| entry["message"].as_str().unwrap_or_default().to_owned();
    Ok(entries
        .as_array()
        .into_iter()
        .flatten()
        .filter(is_error)
        .map(message)
        .collect())
}

/// Everything that pages, content scripts and the background wrote to the console, from the browser's own log in its profile: the
/// driver's has nothing of the background.
///
/// # Errors
/// When there is no log.
pub fn console(profile: &Path) -> Result<Vec<String>> {
    let log = profile.join("chrome_debug.log");
    let bytes = fs::read(&log).with_context(|| format!("reading {}", log.display()))?;
    let lines = String::from_utf8_lossy(&bytes);
    Ok(lines
        .lines()
        .filter(|line| line.contains(":CONSOLE:"))
        .map(str::to_owned)
        .collect())
}

/// Sends a command of the browser's own protocol.
///
/// # Errors
/// When the browser refuses it.
pub fn devtools(session: &Session, command: &str, parameters: &Value) -> Result<Value> {
    session.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
}

/// The extension's service workers that are running, by target.
///
/// # Errors
/// When the browser is gone.
pub fn running_backgrounds(session: &Session) -> Result<Vec<String>> {
    let targets = devtools(session, "Target.getTargets", &json!({}))?;
    let is_background = |target: &&Value| {
        target["type"] == "service_worker"
            && target["url"]
                .as_str()
                .unwrap_or_default()
                .starts_with("chrome-extension:")
    };
    let id = |target: &Value| target["targetId"].as_str().unwrap_or_default().to_owned();
    let all = targets["targetInfos"].as_array().cloned().unwrap_or_default();
    Ok(all.iter().filter(is_background).map(id).collect())
}

/// Evaluates an expression in the extension's service worker, which must be running. What it gives is not told.
///
/// # Errors
/// When there is no such worker.
pub fn in_background(session: &Session, expression: &str) -> Result<()> {
    let running = running_backgrounds(session)?;
    let target = running.first().context("no background is running")?;
    let attached = devtools(
        session,
        "Target.attachToTarget",
        &json!({ "targetId": target, "flatten": false }),
    )?;
    let order = json!({ "id": 1, "method": "Runtime.evaluate", "params": { "expression": expression } });
    devtools(
        session,
        "Target.sendMessageToTarget",
        &json!({ "sessionId": attached["sessionId"], "message": order.to_string() }),
    )?;
    devtools(
        session,
        "Target.detachFromTarget",
        &json!({ "sessionId": attached["sessionId"] }),
    )
    .map(drop)
}

/// Ends the extension's service worker.
///
/// # Errors
/// When it does not end.
pub fn stop_background(session: &Session) -> Result<()> {
    /// To close one twice at once keeps it from ending; one that was just being started may not have heard the first time.
    const ENDS_WITHIN: Duration = Duration::from_secs(3);
    let mut closed: HashMap<String, Instant> = HashMap::new();
    wait_until("the background to stop", || {
        let running = running_backgrounds(session)?;
        // A message that was under way may start another one.
        for target in &running {
            if closed.get(target).is_none_or(|since| since.elapsed() > ENDS_WITHIN) {
                devtools(session, "Target.closeTarget", &json!({ "targetId": target }))?;
                closed.insert(target.clone(), Instant::now());
            }
        }
        Ok(running.is_empty().then_some(()))
    })
}

/// The id Chromium gives an extension loaded from a folder: the first half of the SHA-256 of its path, in letters a to p.
pub fn extension_id(folder: &Path) -> String {
    let hash = Sha256::digest(folder.as_os_str().as_encoded_bytes());
    let letter = |nibble: u8| char::from(b'a' + nibble);
    hash.iter()
        .take(16)
        .flat_map(|byte| [letter(byte >> 4), letter(byte & 15)])
        .collect()
}

/// "Site access" on the browser's page of extensions.
///
/// # Errors
/// When that page does not answer.
pub fn let_into_sites(session: &Session, extension: &Path, is_let: bool) -> Result<()> {
    let shown = session.get("/window")?;
    let opened = session.post("/window/new", &json!({ "type": "tab" }))?;
    session.post("/window", &json!({ "handle": opened["handle"] }))?;
    session.go("chrome://extensions")?;
    let script = "const [extensionId, hostAccess, done] = arguments;
        chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess }).then(() => done());";
    let access = if is_let { "ON_ALL_SITES" } else { "ON_CLICK" };
    session.run_async(script, &[json!(extension_id(extension)), json!(access)])?;
    session.delete("/window")?;
    session.post("/window", &json!({ "handle": shown })).map(drop)
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}
