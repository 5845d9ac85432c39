//! What is left in a page's process when everything that can be collected has been.

use std::fmt;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{
    browser::{Browser, Kind},
    chromium::devtools,
    firefox,
};

/// What is left, after a forced collection.
#[derive(Debug, Clone, Copy)]
pub struct Left {
    /// Bytes: of the JavaScript heap of page and content script in Chromium, of all that the page's process has allocated in Firefox.
    pub bytes: i64,
    /// Listeners: all of the process in Chromium, those of window and document in Firefox.
    pub listeners: i64,
    /// Nodes, attached or not. Chromium only.
    pub nodes: Option<i64>,
}

impl Left {
    /// What is there more than there was before.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self {
            bytes: self.bytes - before.bytes,
            listeners: self.listeners - before.listeners,
            nodes: self.nodes.zip(before.nodes).map(|(now, then)| now - then),
        }
    }
}

impl fmt::Display for Left {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:+} KiB, {:+} listeners", self.bytes / 1024, self.listeners)?;
        self.nodes.map_or(Ok(()), |nodes| write!(to, ", {nodes:+} nodes"))
    }
}

impl Browser {
    /// Collects what can be collected in the shown page's process, and counts what is left.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub fn left_after_collection(&self) -> Result<Left> {
        match self.kind() {
            Kind::Chromium => in_chromium(self),
            Kind::Firefox => in_firefox(self),
        }
    }
}

fn in_chromium(browser: &Browser) -> Result<Left> {
    let session = &browser.session;
    for command in [
        "Performance.enable",
        "HeapProfiler.enable",
        "HeapProfiler.collectGarbage",
    ] {
        devtools(session, command, &json!({}))?;
    }
    let told = devtools(session, "Performance.getMetrics", &json!({}))?;
    let metrics: Vec<Value> = told["metrics"].as_array().cloned().unwrap_or_default();
    let metric = |name: &str| {
        let found = metrics.iter().find(|metric| metric["name"] == name);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "counts and bytes, far below two to the power of 53"
        )]
        let value = found
            .and_then(|metric| metric["value"].as_f64())
            .map(|value| value as i64);
        value.with_context(|| format!("no {name} among the browser's figures"))
    };
    Ok(Left {
        bytes: metric("JSHeapUsedSize")?,
        listeners: metric("JSEventListeners")?,
        nodes: Some(metric("Nodes")?),
    })
}

fn in_firefox(browser: &Browser) -> Result<Left> {
    let told = firefox::in_page_s_process(
        &browser.session,
        r#"const memory = Components.classes["@mozilla.org/memory-reporter-manager;1"].getService(Components.interfaces.nsIMemoryReporterManager);
        const listeners = (target) => Services.els.getListenerInfoFor(target).length;
        memory.minimizeMemoryUsage(() => done([memory.heapAllocated, listeners(content) + listeners(content.document)]));"#,
        &json!(null),
    )?;
    let figure = |index: usize| told[index].as_i64().context("a figure of the browser's memory");
    Ok(Left {
        bytes: figure(0)?,
        listeners: figure(1)?,
        nodes: None,
    })
}
