//! A driver process and everything it started; all of it ends with the value, after a panic too.

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result};

use super::session::wait_until;

/// A running chromedriver or geckodriver.
pub struct DriverProcess {
    child: Child,
    /// Where it listens: `http://127.0.0.1:port`.
    pub address: String,
}

impl DriverProcess {
    /// Starts `program` on a free port and waits until it listens.
    ///
    /// # Errors
    /// When the program is missing or does not listen.
    pub fn start(program: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
            .local_addr()?
            .port();
        let child = Command::new(program)
            .arg(format!("--port={port}"))
            .args(arguments)
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // A group of its own, so that the browser it starts can be ended with it.
            .process_group(0)
            .spawn()
            .with_context(|| {
                format!(
                    "cannot start {}: ./build.sh test installs what is missing",
                    program.display()
                )
            })?;
        let process = Self {
            child,
            address: format!("http://127.0.0.1:{port}"),
        };
        wait_until(&format!("{} to listen", program.display()), || {
            Ok(TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        })?;
        Ok(process)
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        let group = format!("-{}", self.child.id());
        // What is gone already needs no ending.
        Command::new("kill")
            .args(["-KILL", "--", &group])
            .stderr(Stdio::null())
            .status()
            .ok();
        self.child.wait().ok();
    }
}
