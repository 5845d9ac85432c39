//! Real browsers, real editors.
//!
//! * [`surfaces`] – the table of composers: one entry for each site, surface and editor;
//! * [`requests`] – the pages on which requests to connect are accepted and sent;
//! * [`server`] – the local pages under the sites' real names, over HTTPS, with the sites' own headers;
//! * [`driver`] – Chromium and Firefox with the extension, and what a scenario can do and see in them.

pub mod driver;
pub mod requests;
pub mod server;
pub mod surfaces;
