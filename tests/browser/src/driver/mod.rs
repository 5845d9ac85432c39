//! Chromium and Firefox with the extension, through WebDriver.
//!
//! [`Browser`] is a running browser with a throwaway profile; [`Page`] is what a scenario does and sees on one surface;
//! [`Session`] is the protocol underneath, for what the other two do not have.

mod altered;
mod browser;
mod chromium;
mod files;
mod firefox;
mod heap;
mod input;
mod keyboard;
mod menu;
mod ours;
mod page;
mod popup;
mod process;
mod session;
mod submits;
mod underlines;

pub use altered::{Altered, Heard};
pub use browser::{Browser, Kind, Options};
pub use chromium::{devtools, running_backgrounds};
pub use files::{Received, planted};
pub use heap::Left;
pub use menu::Checked;
pub use page::Page;
pub use popup::Popup;
pub use session::{Element, Session, Shadow, wait_until};
pub use submits::{Posted, Submit};
