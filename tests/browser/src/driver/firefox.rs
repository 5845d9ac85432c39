//! What Firefox is started with.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{browser::Options, session::Session};
use crate::server::Server;

/// The add-on's id, from `manifest.json`.
const ADDON: &str = "chaperone@chaperone.example";
/// The id of the add-on's pages, fixed for the throwaway profile so that tests can open them.
pub const PAGES_ID: &str = "6f2b9d6e-2c1a-4b0e-9a3f-0c5d1e7a8b90";

/// Without this Firefox does not let its remote settings be turned off by a preference.
pub const ENVIRONMENT: &[(&str, &str)] = &[("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1")];

/// The program that drives Firefox; its version is pinned by `./build.sh`.
pub fn driver() -> PathBuf {
    let cached = || {
        let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
        let pinned = home.join(".cache/chaperone/geckodriver-0.37.1/bin/geckodriver");
        if pinned.exists() {
            pinned
        } else {
            PathBuf::from("geckodriver")
        }
    };
    std::env::var_os("GECKODRIVER").map_or_else(cached, PathBuf::from)
}

/// The browser's own services, switched off: what is left on the proxy's list of refused hosts is a finding.
const SERVICES_OFF: &[&str] = &[
    "app.normandy.enabled",
    "browser.contentblocking.report.lockwise.enabled",
    "browser.discovery.enabled",
    "browser.ml.enable",
    "browser.newtabpage.enabled",
    "browser.region.update.enabled",
    "browser.safebrowsing.downloads.enabled",
    "browser.safebrowsing.malware.enabled",
    "browser.safebrowsing.phishing.enabled",
    "browser.search.update",
    "browser.topsites.contile.enabled",
    "browser.translations.enable",
    "browser.urlbar.merino.enabled",
    "datareporting.healthreport.uploadEnabled",
    "datareporting.policy.dataSubmissionEnabled",
    "dom.push.connection.enabled",
    "extensions.blocklist.enabled",
    "extensions.getAddons.cache.enabled",
    "extensions.systemAddon.update.enabled",
    "media.gmp-manager.updateEnabled",
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
    "network.predictor.enabled",
    "network.prefetch-next",
    "privacy.trackingprotection.enabled",
    "security.remote_settings.crlite_filters.enabled",
    "toolkit.telemetry.enabled",
    "toolkit.telemetry.unified",
];

/// The capabilities of one throwaway browser.
pub fn capabilities(server: &Server, options: &Options) -> Value {
    let mut preferences = json!({
        // Everything goes through the proxy, loopback included, and no name is asked for.
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": server.proxy.port(),
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": server.proxy.port(),
        "network.proxy.no_proxies_on": "",
        "network.proxy.allow_hijacking_localhost": true,
        "network.proxy.failover_direct": false,
        "network.trr.mode": 5,
        "network.dns.disablePrefetch": true,
        "app.update.disabledForTesting": true,
        "security.OCSP.enabled": 0,
        // No driver can press the button of the question.
        "extensions.webextOptionalPermissionPrompts": false,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "extensions.webextensions.uuids": json!({ ADDON: PAGES_ID }).to_string(),
    });
    for service in SERVICES_OFF {
        preferences[*service] = json!(false);
    }
    if options.is_dark {
        preferences["layout.css.prefers-color-scheme.content-override"] = json!(0);
        preferences["ui.systemUsesDarkTheme"] = json!(1);
    }
    let mut arguments = vec!["--width=1100", "--height=900"];
    if options.is_headless {
        arguments.push("-headless");
    }
    let mut firefox = json!({ "args": arguments, "prefs": preferences });
    if let Some(program) = std::env::var_os("FIREFOX") {
        firefox["binary"] = json!(program.to_string_lossy());
    } else if Path::new("/usr/bin/firefox-esr").exists() {
        firefox["binary"] = json!("/usr/bin/firefox-esr");
    }
    json!({ "browserName": "firefox", "moz:firefoxOptions": firefox })
}

/// Imports our authority into the throwaway profile (no error of any other certificate is ignored) and installs the add-on.
///
/// # Errors
/// When Firefox refuses either.
pub fn prepare(session: &Session, server: &Server, options: &Options) -> Result<()> {
    session.post("/moz/context", &json!({ "context": "chrome" }))?;
    session.run(
        r#"const store = Components.classes["@mozilla.org/security/x509certdb;1"].getService(Components.interfaces.nsIX509CertDB);
        store.addCertFromBase64(arguments[0], "CT,,");"#,
        &[json!(server.certificate.authority_base64())],
    )?;
    session.post("/moz/context", &json!({ "context": "content" }))?;
    if let Some(extension) = &options.extension {
        session.post("/moz/addon/install", &json!({ "path": extension, "temporary": true }))?;
        allow(session, &options.allowed)?;
    }
    Ok(())
}

/// Gives the add-on the permission for these origins, as its user would by a yes to `permissions.request`.
///
/// # Errors
/// When Firefox refuses.
fn allow(session: &Session, origins: &[String]) -> Result<()> {
    let script = format!(
        r#"const [done] = arguments;
        const {{ ExtensionPermissions }} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const {{ extension }} = WebExtensionPolicy.getByID("{ADDON}");
        ExtensionPermissions.add("{ADDON}", {{ permissions: [], origins: {} }}, extension).then(() => done());"#,
        json!(origins)
    );
    in_browser(session, &script).map(drop)
}

/// The switches under "Permissions" on the add-on's page.
///
/// # Errors
/// When Firefox refuses.
pub fn let_into_sites(session: &Session, is_let: bool) -> Result<()> {
    let change = if is_let { "add" } else { "remove" };
    let script = format!(
        r#"const [done] = arguments;
        const {{ ExtensionPermissions }} = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
        const {{ extension }} = WebExtensionPolicy.getByID("{ADDON}");
        const origins = extension.manifest.host_permissions;
        ExtensionPermissions.{change}("{ADDON}", {{ permissions: [], origins }}, extension).then(() => done());"#
    );
    in_browser(session, &script).map(drop)
}

/// The errors in the console since the last time, the browser's own left out.
///
/// # Errors
/// When the browser is gone.
pub fn complaints(session: &Session) -> Result<Vec<String>> {
    let script = r#"const errors = Services.console.getMessageArray()
            .filter((message) => message instanceof Components.interfaces.nsIScriptError && !(message.flags & 1))
            .filter(({ sourceName }) => /^(https|moz-extension):/.test(sourceName));
        Services.console.reset();
        arguments[0](errors.map(({ errorMessage, sourceName, lineNumber }) => `${errorMessage} (${sourceName}:${lineNumber})`));"#;
    Ok(serde_json::from_value(in_browser(session, script)?)?)
}

/// Everything that scripts of the shown page's process wrote to the console.
///
/// # Errors
/// When the browser is gone.
pub fn console(session: &Session) -> Result<Vec<String>> {
    let lines = in_page_s_process(
        session,
        r#"const storage = Components.classes["@mozilla.org/consoleAPI-storage;1"].getService(Components.interfaces.nsIConsoleAPIStorage);
        done(storage.getEvents().map((event) => event.arguments.map(String).join(" ")));"#,
        &json!(null),
    )?;
    Ok(serde_json::from_value(lines)?)
}

/// Composes words in the focused editor as an input method does: the browser's own text input processor, driven by script.
///
/// # Errors
/// When nothing has the focus.
pub fn compose(session: &Session, words: &str) -> Result<()> {
    in_page_s_process(
        session,
        r#"const window = Services.focus.focusedContentBrowsingContext?.window ?? content;
        const method = Components.classes["@mozilla.org/text-input-processor;1"].createInstance(Components.interfaces.nsITextInputProcessor);
        if (!method.beginInputTransactionForTests(window)) throw new Error("no input transaction");
        for (let length = 1; length <= given.length; length += 1) {
            method.setPendingCompositionString(given.slice(0, length));
            method.appendClauseToPendingComposition(length, method.ATTR_RAW_CLAUSE);
            method.setCaretInPendingComposition(length);
            method.flushPendingComposition();
        }
        const enter = new window.KeyboardEvent("", { key: "Enter", code: "Enter", keyCode: 13 });
        method.commitCompositionWith(given, enter);
        method.keyup(enter);
        done(null);"#,
        &json!(words),
    )
    .map(drop)
}

/// Does what the browser does when a command's shortcut is pressed.
///
/// # Errors
/// When the add-on is not there.
pub fn command(session: &Session, name: &str) -> Result<()> {
    let script = format!(
        r#"const [done] = arguments;
        WebExtensionPolicy.getByID("{ADDON}").extension.shortcuts.onCommand("{name}");
        done();"#
    );
    in_browser(session, &script).map(drop)
}

/// Shows the page so many times its size.
///
/// # Errors
/// When there is no window.
pub fn zoom(session: &Session, times: u32) -> Result<()> {
    let script = format!(
        r#"const [done] = arguments;
        Services.wm.getMostRecentWindow("navigator:browser").ZoomManager.zoom = {times};
        done();"#
    );
    in_browser(session, &script).map(drop)
}

/// Chooses an entry of the menu that is open over the page. Says whether it is there.
///
/// # Errors
/// When there is no window.
pub fn choose_in_menu(session: &Session, label: &str) -> Result<bool> {
    let script = format!(
        r#"const [done] = arguments;
        const menu = Services.wm.getMostRecentWindow("navigator:browser").document.getElementById("contentAreaContextMenu");
        const entry = [...menu.querySelectorAll("menuitem")].find(({{ label, hidden }}) => label === {} && !hidden);
        const isThere = menu.state === "open" && entry !== undefined;
        if (isThere) menu.activateItem(entry);
        done(isThere);"#,
        json!(label)
    );
    Ok(in_browser(session, &script)? == true)
}

/// Runs a script with the browser's own rights in the process of the shown page: `given` is its argument, `done` takes its answer.
///
/// # Errors
/// When the script throws.
pub fn in_page_s_process(session: &Session, script: &str, given: &Value) -> Result<Value> {
    let frame_script = format!(
        "(() => {{
            const given = {given};
            const done = (value) => sendAsyncMessage('chaperone-tests', {{ value }});
            try {{ {script} }} catch (error) {{ sendAsyncMessage('chaperone-tests', {{ failed: String(error) }}); }}
        }})()"
    );
    let script = format!(
        "const [done] = arguments;
        const {{ messageManager }} = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
        const answered = ({{ data }}) => {{
            messageManager.removeMessageListener('chaperone-tests', answered);
            done(data);
        }};
        messageManager.addMessageListener('chaperone-tests', answered);
        messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent({}), false);",
        json!(frame_script)
    );
    let mut answer = in_browser(session, &script)?;
    ensure!(answer["failed"].is_null(), "{}", answer["failed"]);
    Ok(answer["value"].take())
}

/// The number extensions know the shown tab by.
///
/// # Errors
/// When there is no window.
pub fn shown_tab(session: &Session) -> Result<i64> {
    let script = r#"const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
        const { gBrowser } = Services.wm.getMostRecentWindow("navigator:browser");
        arguments[0](ExtensionParent.apiManager.global.tabTracker.getId(gBrowser.selectedTab));"#;
    in_browser(session, script)?.as_i64().context("the tab has no number")
}

/// Ends the extension's background page.
///
/// # Errors
/// When it does not end.
pub fn stop_background(session: &Session) -> Result<()> {
    let script = format!(
        r#"const [done] = arguments;
        WebExtensionPolicy.getByID("{ADDON}").extension.terminateBackground({{ ignoreDevToolsAttached: true }}).then(() => done());"#
    );
    in_browser(session, &script).map(drop)
}

/// Loads the add-on anew.
///
/// # Errors
/// When it is not installed.
pub fn reload_extension(session: &Session) -> Result<()> {
    let script = format!(
        r#"const [done] = arguments;
        const {{ AddonManager }} = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
        AddonManager.getAddonByID("{ADDON}").then((addon) => addon.reload()).then(() => done());"#
    );
    in_browser(session, &script).map(drop)
}

/// Runs a script with the browser's own rights; it answers by calling its last argument.
fn in_browser(session: &Session, script: &str) -> Result<Value> {
    session.post("/moz/context", &json!({ "context": "chrome" }))?;
    let answer = session.run_async(script, &[]);
    session.post("/moz/context", &json!({ "context": "content" }))?;
    answer
}
