//! The edge to the browser: the same check, with plain objects in and out.
//!
//! Shapes are those of `extension/contract.ts`. A string arrives as UTF-16; lone surrogates become U+FFFD, which is one unit too, so
//! every offset stays true.

use crate::{Draft, Profile};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use std::panic::PanicHookInfo;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Sets the panic hook. Runs once, when the module starts.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(on_panic));
}

/// Builds every table that is built on first use, so that the first check is as fast as the next.
#[wasm_bindgen]
pub fn warm() {
    let draft = Draft {
        text: "warm".into(),
        ..Draft::default()
    };
    let _ = crate::check(&draft, &Profile::default());
}

/// Checks a draft.
///
/// # Errors
/// Names the field that is not as `contract.ts` says. It never quotes the draft.
#[wasm_bindgen]
pub fn check(draft: &JsValue, profile: &JsValue) -> Result<JsValue, JsValue> {
    let draft: Draft = read(draft, "draft")?;
    let profile: Option<Profile> = read(profile, "profile")?;
    #[cfg(feature = "stopping")]
    assert!(!draft.text.contains("STOP-HERE"), "stopped on {:?}", draft.text);
    written(&crate::check(&draft, &profile.unwrap_or_default()))
}

/// The passages that a closer look reads, each as its sentences, in UTF-16 code units.
///
/// # Errors
/// Never: spans are plain objects.
#[wasm_bindgen]
pub fn passages(text: &str) -> Result<JsValue, JsValue> {
    written(&crate::scorer::to_read(text))
}

/// What a rule has to say where no words are at hand: a finding about nothing, or `null` for an id that no rule has.
///
/// # Errors
/// When the profile is not as `contract.ts` says.
#[wasm_bindgen]
pub fn rule(id: &str, profile: &JsValue) -> Result<JsValue, JsValue> {
    let profile: Option<Profile> = read(profile, "profile")?;
    written(&crate::rules::by_id(id).map(|rule| rule.in_general(&profile.unwrap_or_default())))
}

/// As a plain object.
fn written(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let plain = Serializer::new()
        .serialize_missing_as_null(true)
        .serialize_maps_as_objects(true);
    value.serialize(&plain).map_err(JsValue::from)
}

/// What a field should have been, without the value that it was: the value may be the draft.
fn read<T: for<'a> Deserialize<'a>>(value: &JsValue, what: &str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value.clone())
        .map_err(|_| js_sys::TypeError::new(&format!("the {what} is not as contract.ts says")).into())
}

/// In development the whole panic is shown. In release only its place: its message can quote the draft.
fn on_panic(info: &PanicHookInfo<'_>) {
    if cfg!(debug_assertions) {
        console_error_panic_hook::hook(info);
    } else if let Some(place) = info.location() {
        web_sys::console::error_1(&format!("Chaperone's checker stopped at {}:{}", place.file(), place.line()).into());
    }
}
