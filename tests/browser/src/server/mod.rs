//! The local pages under the sites' real names.
//!
//! Three listeners on the loopback interface: an HTTPS server that answers for every host in [`HOSTS`], a CONNECT proxy in
//! front of it that both browsers are made to use, and the counters as JSON for people and scripts. Whatever a browser asks
//! for goes through the proxy, so nothing needs a name server, nothing leaves the machine, and every request for another
//! host is refused and counted.

mod certificate;
mod control;
mod counts;
mod headers;
mod proxy;
mod site;

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Context, Result};
use tokio::{net::TcpListener, runtime::Runtime};

pub use certificate::Certificate;
pub use counts::{Counts, Snapshot};

/// The hosts the server answers for.
pub const HOSTS: &[&str] = &[
    "www.facebook.com",
    "web.facebook.com",
    "facebook.com",
    "static.xx.fbcdn.net",
    "x.com",
    "twitter.com",
    "mobile.x.com",
    "mobile.twitter.com",
    "www.linkedin.com",
    "web.whatsapp.com",
    "www.reddit.com",
    "bsky.app",
    "www.messenger.com",
    "www.instagram.com",
    "www.threads.com",
    "rounds.example",
    "social.example",
    "doctors.example",
];

/// The address of the index of all pages.
pub const INDEX: &str = "https://doctors.example/";

/// A running server with its own threads; it ends when dropped.
pub struct Server {
    /// Where browsers must connect: the CONNECT proxy.
    pub proxy: SocketAddr,
    /// Where the counters are served as JSON, over plain HTTP.
    pub control: SocketAddr,
    /// What the pages are certified by.
    pub certificate: Certificate,
    /// What was asked for and what was reported.
    pub counts: Arc<Counts>,
    _runtime: Runtime,
}

impl Server {
    /// Starts the listeners on free ports.
    ///
    /// # Errors
    /// When the certificate cannot be made, no port is free, or the pages have not been built.
    pub fn start() -> Result<Self> {
        let certificate = Certificate::for_hosts(HOSTS)?;
        let acceptor = certificate.acceptor()?;
        let counts = Arc::new(Counts::default());
        let site = Arc::new(site::Site::load(Arc::clone(&counts))?);

        let runtime = Runtime::new().context("no threads for the server")?;
        let listen = || {
            runtime
                .block_on(TcpListener::bind("127.0.0.1:0"))
                .context("no free port on the loopback interface")
        };
        let (pages, proxy, control) = (listen()?, listen()?, listen()?);
        let (pages_address, proxy_address, control_address) =
            (pages.local_addr()?, proxy.local_addr()?, control.local_addr()?);
        runtime.spawn(site::serve(pages, acceptor, site));
        runtime.spawn(proxy::serve(proxy, pages_address, Arc::clone(&counts)));
        runtime.spawn(control::serve(control, Arc::clone(&counts)));
        Ok(Self {
            proxy: proxy_address,
            control: control_address,
            certificate,
            counts,
            _runtime: runtime,
        })
    }
}
