//! A running browser with a throwaway profile, the extension in it and nothing else.

use std::{fmt, path::PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tempfile::TempDir;

use super::{chromium, firefox, page::Page, popup::Popup, process::DriverProcess, session::Session};
use crate::{
    server::Server,
    surfaces::{self, Surface, repository},
};

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Kind {
    /// Both browsers.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];
}

impl fmt::Display for Kind {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        })
    }
}

/// How a browser is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Without a window.
    pub is_headless: bool,
    /// With the dark colour scheme.
    pub is_dark: bool,
    /// The folder of the unpacked extension; `None` for a browser without it.
    pub extension: Option<PathBuf>,
    /// The sites beyond the built-in ones that its user has allowed, as origin patterns.
    pub allowed: Vec<String>,
}

impl Options {
    /// Headless, light, with the extension that was built last and every site of the table allowed.
    ///
    /// # Errors
    /// When no extension has been built.
    pub fn with_extension() -> Result<Self> {
        let folder = repository().join("dist/extension");
        ensure!(
            folder.join("manifest.json").exists(),
            "the extension is not built: run ./build.sh build first"
        );
        Ok(Self {
            is_headless: true,
            is_dark: false,
            extension: Some(folder),
            allowed: surfaces::allowed_origins()?,
        })
    }

    /// Headless, light, the browser alone.
    #[must_use]
    pub fn without_extension() -> Self {
        Self {
            is_headless: true,
            is_dark: false,
            extension: None,
            allowed: Vec::new(),
        }
    }
}

/// A running browser; it and its driver end when dropped, after a panic too.
pub struct Browser {
    /// The protocol underneath.
    pub session: Session,
    kind: Kind,
    extension: Option<PathBuf>,
    // Dropped in this order: first the processes, then the profile they use.
    _driver: DriverProcess,
    profile: TempDir,
}

impl Browser {
    /// Starts a browser that reaches nothing but `server`.
    ///
    /// # Errors
    /// When the driver or the browser is missing or refuses to start.
    pub fn start(kind: Kind, server: &Server, options: &Options) -> Result<Self> {
        let profile = TempDir::with_prefix("chaperone-profile-").context("no folder for a throwaway profile")?;
        let (driver, capabilities) = match kind {
            Kind::Chromium => (
                DriverProcess::start(&chromium::driver(), &[], &[])?,
                chromium::capabilities(server, profile.path(), options),
            ),
            Kind::Firefox => {
                let profile_root = profile.path().to_string_lossy();
                // System access lets the driver import our certificate and open the extension's own pages.
                let arguments = [
                    "--allow-system-access",
                    "--websocket-port=0",
                    "--log=fatal",
                    "--profile-root",
                    &*profile_root,
                ];
                (
                    DriverProcess::start(&firefox::driver(), &arguments, firefox::ENVIRONMENT)?,
                    firefox::capabilities(server, options),
                )
            }
        };
        let session = Session::start(&driver.address, &capabilities).with_context(|| format!("starting {kind}"))?;
        let browser = Self {
            session,
            kind,
            extension: options.extension.clone(),
            _driver: driver,
            profile,
        };
        if kind == Kind::Firefox {
            firefox::prepare(&browser.session, server, options)?;
        }
        Ok(browser)
    }

    /// Which browser it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Opens a surface in a variant and its composer in it.
    ///
    /// # Errors
    /// When the page or the composer does not come.
    pub fn open<'b>(&'b self, surface: &'b Surface, variants: &[(&str, &str)]) -> Result<Page<'b>> {
        Page::open(self, surface, variants)
    }

    /// Opens the popup of the tab that is shown, in a tab of its own.
    ///
    /// # Errors
    /// When the browser was started without the extension.
    pub fn popup(&self) -> Result<Popup<'_>> {
        Popup::open(self)
    }

    /// Stops the extension's background, as browsers do whenever they like.
    ///
    /// # Errors
    /// When it cannot be stopped.
    pub fn stops_background(&self) -> Result<()> {
        match self.kind {
            Kind::Chromium => chromium::stop_background(&self.session),
            Kind::Firefox => firefox::stop_background(&self.session),
        }
    }

    /// Loads the extension anew under the pages that are open, as an update does.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub fn reloads_extension(&self) -> Result<()> {
        match self.kind {
            Kind::Chromium => {
                let popup = self.popup()?;
                // The popup's own tab goes with the reload.
                popup.session.run("chrome.runtime.reload()", &[]).ok();
                popup.left_behind()
            }
            Kind::Firefox => firefox::reload_extension(&self.session),
        }
    }

    /// Takes away, or gives back, what the extension may do on its built-in sites, as the browser's own pages let the user do.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn lets_into_sites(&self, is_let: bool) -> Result<()> {
        let folder = self.extension.as_ref().context("this browser has no extension")?;
        match self.kind {
            Kind::Chromium => chromium::let_into_sites(&self.session, folder, is_let),
            Kind::Firefox => firefox::let_into_sites(&self.session, is_let),
        }
    }

    /// The errors in the console since the last time it was asked: of the pages, of the content script, of the background.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn complaints(&self) -> Result<Vec<String>> {
        match self.kind {
            Kind::Chromium => chromium::complaints(&self.session),
            Kind::Firefox => firefox::complaints(&self.session),
        }
    }

    /// Everything in the console since the browser was started, whatever its level.
    ///
    /// # Errors
    /// When the browser is gone.
    pub fn console(&self) -> Result<Vec<String>> {
        match self.kind {
            Kind::Chromium => chromium::console(self.profile.path()),
            Kind::Firefox => firefox::console(&self.session),
        }
    }

    /// Makes the view as narrow as a phone's, or what it was again. Firefox has no narrower window than 450 pixels: there the page is tripled
    /// in size.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn is_narrow(&self, narrow: bool) -> Result<()> {
        let session = &self.session;
        match self.kind {
            Kind::Chromium if narrow => {
                let size = json!({ "width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": false });
                chromium::devtools(session, "Emulation.setDeviceMetricsOverride", &size).map(drop)
            }
            Kind::Chromium => chromium::devtools(session, "Emulation.clearDeviceMetricsOverride", &json!({})).map(drop),
            Kind::Firefox => {
                let (height, zoom) = if narrow { (2000, 3) } else { (900, 1) };
                session.post("/window/rect", &json!({ "width": 1100, "height": height }))?;
                firefox::zoom(session, zoom)
            }
        }
    }

    /// Does what the browser does when the shortcut of one of the extension's commands is pressed, which no driver can press.
    ///
    /// # Errors
    /// When the extension is not there.
    pub fn commands(&self, name: &str) -> Result<()> {
        match self.kind {
            Kind::Chromium => {
                // No driver can speak for the browser to the background either: the tab is told what the background would tell it.
                let popup = self.popup()?;
                let told = popup.tells_its_tab(&json!({ "kind": "command", "command": name }));
                popup.close()?;
                told
            }
            Kind::Firefox => firefox::command(&self.session, name),
        }
    }

    /// The address of one of the extension's own pages: `popup/popup.html`.
    ///
    /// # Errors
    /// When the browser was started without the extension.
    pub fn extension_url(&self, path: &str) -> Result<String> {
        let folder = self.extension.as_ref().context("this browser has no extension")?;
        Ok(match self.kind {
            Kind::Chromium => format!("chrome-extension://{}/{path}", chromium::extension_id(folder)),
            Kind::Firefox => format!("moz-extension://{}/{path}", firefox::PAGES_ID),
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.session.end();
    }
}
