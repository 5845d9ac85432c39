//! Keyboard and mouse, as a person has them.

use anyhow::Result;
use serde_json::{Value, json};

use super::session::{Element, Session};

impl Session {
    /// Clicks an element with the mouse, after bringing it into view.
    ///
    /// # Errors
    /// When it is not shown or something lies over it.
    pub fn click(&self, target: &Element) -> Result<()> {
        self.post(&format!("/element/{}/click", target.0), &json!({})).map(drop)
    }

    /// Types into an element, key by key; the driver may move the caret to the end first.
    ///
    /// # Errors
    /// When it cannot take the keyboard.
    pub fn type_into(&self, target: &Element, text: &str) -> Result<()> {
        self.post(&format!("/element/{}/value", target.0), &json!({ "text": text }))
            .map(drop)
    }

    /// Types where the focus is, key by key, without moving the caret first.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn type_keys(&self, text: &str) -> Result<()> {
        self.post("/actions", &json!({ "actions": [keyboard(strokes(text))] }))
            .map(drop)
    }

    /// Clicks an element and types on in the same breath, so that the first keys come while the click is still being answered.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn click_and_type(&self, target: &Element, text: &str) -> Result<()> {
        let click = [moved_to(target, 0.0, 0.0), button("pointerDown"), button("pointerUp")];
        let pauses = click.iter().map(|_| json!({ "type": "pause", "duration": 0 }));
        let keys = pauses.chain(strokes(text)).collect();
        self.post("/actions", &json!({ "actions": [mouse(&click), keyboard(keys)] }))
            .map(drop)
    }

    /// Presses keys together where the focus is, in order, and lets them go in reverse: `['Control', 'Enter']`.
    ///
    /// # Errors
    /// When the driver cannot.
    pub fn press(&self, chord: &[char]) -> Result<()> {
        let key = |kind: &str, key: &char| json!({ "type": kind, "value": key.to_string() });
        let down = chord.iter().map(|pressed| key("keyDown", pressed));
        let up = chord.iter().rev().map(|pressed| key("keyUp", pressed));
        self.post("/actions", &json!({ "actions": [keyboard(down.chain(up).collect())] }))
            .map(drop)
    }

    /// Moves the mouse to a point, given from the middle of an element; from the corner of the viewport, since a mouse that is
    /// there already would not move.
    ///
    /// # Errors
    /// When the point is outside the viewport.
    pub fn move_mouse(&self, from: &Element, x: f64, y: f64) -> Result<()> {
        let corner = json!({ "type": "pointerMove", "duration": 0, "x": 1, "y": 1, "origin": "viewport" });
        self.moves(&[corner, moved_to(from, x, y)])
    }

    /// Clicks a point, given from the middle of an element.
    ///
    /// # Errors
    /// When the point is outside the viewport.
    pub fn click_at(&self, from: &Element, x: f64, y: f64) -> Result<()> {
        self.moves(&[moved_to(from, x, y), button("pointerDown"), button("pointerUp")])
    }

    /// Presses the right button of the mouse on an element.
    ///
    /// # Errors
    /// When it is outside the viewport.
    pub fn click_right(&self, target: &Element) -> Result<()> {
        let press = |kind: &str| json!({ "type": kind, "button": 2 });
        self.moves(&[moved_to(target, 0.0, 0.0), press("pointerDown"), press("pointerUp")])
    }

    fn moves(&self, actions: &[Value]) -> Result<()> {
        self.post("/actions", &json!({ "actions": [mouse(actions)] })).map(drop)
    }
}

fn moved_to(from: &Element, x: f64, y: f64) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "x": x.round(), "y": y.round(), "origin": from.argument() })
}

fn button(kind: &str) -> Value {
    json!({ "type": kind, "button": 0 })
}

fn strokes(text: &str) -> Vec<Value> {
    let stroke = |key: char| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }));
    text.chars().flat_map(stroke).collect()
}

fn keyboard(actions: Vec<Value>) -> Value {
    json!({ "type": "key", "id": "keyboard", "actions": actions })
}

fn mouse(actions: &[Value]) -> Value {
    json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions })
}
