//! The few WebDriver commands the tests need (<https://www.w3.org/TR/webdriver2/>), blocking, so that a scenario reads from
//! top to bottom. "Get Element Shadow Root" is one of them: it answers for closed roots too, and our surfaces live in one.

use std::{
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use ureq::Agent;

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const SHADOW: &str = "shadow-6066-11e4-a52e-4f735466cecf";
/// How long a state may take to come. Generous: the machine may be busy; nothing waits this long when all is well.
const PATIENCE: Duration = Duration::from_secs(30);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// An element of the page, as the driver names it.
#[derive(Debug, Clone)]
pub struct Element(pub(super) String);

/// A shadow root, open or closed.
#[derive(Debug, Clone)]
pub struct Shadow(String);

impl Element {
    /// The element a script returned.
    ///
    /// # Errors
    /// When it returned something else.
    pub fn from_argument(value: &Value) -> Result<Self> {
        Ok(Self(
            value[ELEMENT]
                .as_str()
                .context("the driver named no element")?
                .to_owned(),
        ))
    }

    /// The element as an argument of [`Session::run`].
    #[must_use]
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// One browser session.
pub struct Session {
    agent: Agent,
    address: String,
}

impl Session {
    /// Starts a session with the driver at `driver` (`http://127.0.0.1:port`).
    ///
    /// # Errors
    /// When the driver refuses the capabilities or cannot start its browser.
    pub fn start(driver: &str, capabilities: &Value) -> Result<Self> {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .build()
            .into();
        let mut session = Self {
            agent,
            address: format!("{driver}/session"),
        };
        let answer = session.post("", &json!({ "capabilities": { "alwaysMatch": capabilities } }))?;
        let id = answer["sessionId"].as_str().context("the driver named no session")?;
        session.address = format!("{driver}/session/{id}");
        Ok(session)
    }

    /// Ends the session and with it the browser.
    pub(super) fn end(&self) {
        // A browser that is gone already is what we want.
        self.agent.delete(&self.address).call().ok();
    }

    /// Sends a command that has a body.
    ///
    /// # Errors
    /// What the driver says went wrong, in its own words.
    pub fn post(&self, command: &str, body: &Value) -> Result<Value> {
        let sent = self.agent.post(format!("{}{command}", self.address)).send_json(body);
        answer(sent).with_context(|| format!("POST {command}"))
    }

    /// Sends a command that has none.
    ///
    /// # Errors
    /// What the driver says went wrong, in its own words.
    pub fn get(&self, command: &str) -> Result<Value> {
        answer(self.agent.get(format!("{}{command}", self.address)).call()).with_context(|| format!("GET {command}"))
    }

    /// Sends a command that ends something.
    ///
    /// # Errors
    /// What the driver says went wrong, in its own words.
    pub fn delete(&self, command: &str) -> Result<Value> {
        answer(self.agent.delete(format!("{}{command}", self.address)).call())
            .with_context(|| format!("DELETE {command}"))
    }

    /// Goes to an address and waits until it has loaded.
    ///
    /// # Errors
    /// When the page cannot be loaded, a certificate that is not ours included.
    pub fn go(&self, url: &str) -> Result<()> {
        self.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs the body of a function in the page with `arguments` and gives what it returns.
    ///
    /// # Errors
    /// When the script throws.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs the body of a function in the page and gives what it calls its last argument with.
    ///
    /// # Errors
    /// When the script throws or does not answer in time.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// The first element that fits a selector.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, selector: &str) -> Result<Element> {
        Element::from_argument(&self.post("/element", &by(selector))?)
    }

    /// The first element that fits a selector inside a shadow root.
    ///
    /// # Errors
    /// When there is none.
    pub fn find_in(&self, root: &Shadow, selector: &str) -> Result<Element> {
        Element::from_argument(&self.post(&format!("/shadow/{}/element", root.0), &by(selector))?)
    }

    /// All elements that fit a selector inside a shadow root.
    ///
    /// # Errors
    /// When the root is gone.
    pub fn find_all_in(&self, root: &Shadow, selector: &str) -> Result<Vec<Element>> {
        let found = self.post(&format!("/shadow/{}/elements", root.0), &by(selector))?;
        found
            .as_array()
            .into_iter()
            .flatten()
            .map(Element::from_argument)
            .collect()
    }

    /// The first element along a path: every selector but the last names the host of a shadow root.
    ///
    /// # Errors
    /// When a step of the path is not there.
    pub fn find_along(&self, path: &[String]) -> Result<Element> {
        let (last, hosts) = path.split_last().context("an empty path of selectors")?;
        let mut root: Option<Shadow> = None;
        for host in hosts {
            let host = root
                .as_ref()
                .map_or_else(|| self.find(host), |root| self.find_in(root, host))?;
            root = Some(self.shadow(&host)?);
        }
        root.map_or_else(|| self.find(last), |root| self.find_in(&root, last))
    }

    /// The shadow root of an element, closed ones too.
    ///
    /// # Errors
    /// When it has none.
    pub fn shadow(&self, host: &Element) -> Result<Shadow> {
        let found = self.get(&format!("/element/{}/shadow", host.0))?;
        Ok(Shadow(
            found[SHADOW]
                .as_str()
                .context("the driver named no shadow root")?
                .to_owned(),
        ))
    }

    /// What an element shows.
    ///
    /// # Errors
    /// When it is gone.
    pub fn text(&self, target: &Element) -> Result<String> {
        Ok(self
            .get(&format!("/element/{}/text", target.0))?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// The words of an element and what is in it, those for screen readers too, line by line.
    ///
    /// # Errors
    /// When it is gone.
    pub fn inner_text(&self, target: &Element) -> Result<String> {
        let words = self.run("return arguments[0].innerText", &[target.argument()])?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Whether a person would see an element.
    ///
    /// # Errors
    /// When it is gone.
    pub fn is_shown(&self, target: &Element) -> Result<bool> {
        Ok(self
            .get(&format!("/element/{}/displayed", target.0))?
            .as_bool()
            .unwrap_or_default())
    }

    /// Looks into a frame; `None` goes back to the page itself.
    ///
    /// # Errors
    /// When the element is no frame.
    pub fn look_into(&self, frame: Option<&Element>) -> Result<()> {
        self.post("/frame", &json!({ "id": frame.map(Element::argument) }))
            .map(drop)
    }

    /// A picture of the viewport, PNG.
    ///
    /// # Errors
    /// When the driver cannot take one.
    pub fn screenshot(&self) -> Result<Vec<u8>> {
        let picture = self.get("/screenshot")?;
        STANDARD
            .decode(picture.as_str().unwrap_or_default())
            .context("the driver's picture is not base 64")
    }
}

/// Looks at something again and again until it is there, and says what was missing when it never came.
///
/// # Errors
/// After thirty seconds, with `what` and the last thing that went wrong.
pub fn wait_until<T>(what: &str, mut look: impl FnMut() -> Result<Option<T>>) -> Result<T> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let seen = look();
        if let Ok(Some(value)) = seen {
            return Ok(value);
        }
        if Instant::now() >= deadline {
            let Err(error) = seen else {
                bail!("waited in vain for {what}")
            };
            return Err(error.context(format!("waited in vain for {what}")));
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}

fn by(selector: &str) -> Value {
    json!({ "using": "css selector", "value": selector })
}

fn answer(sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value> {
    let mut body: Value = sent
        .context("the driver does not answer")?
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()?;
    let value = body["value"].take();
    ensure!(
        value["error"].is_null(),
        anyhow!("{}: {}", value["error"], value["message"])
    );
    Ok(value)
}
