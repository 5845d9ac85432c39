//! A driver process and everything it started; all of it ends with the value, after a panic too.

use std::{
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::process::CommandExt,
    path::Path,
    process::{self, Child, Command, Stdio},
    sync::{Mutex, MutexGuard, Once, PoisonError},
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
        end_all_when_interrupted();
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
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
        running().push(child.id());
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
        running().retain(|&group| group != self.child.id());
        end(self.child.id());
        self.child.wait().ok();
    }
}

/// The groups that are running, for the moment when this process is interrupted and nothing is dropped.
fn running() -> MutexGuard<'static, Vec<u32>> {
    static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

fn end_all_when_interrupted() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Fails only where another handler was set; then that one is in charge.
        ctrlc::set_handler(|| {
            running().iter().copied().for_each(end);
            process::exit(130);
        })
        .ok();
    });
}

fn end(group: u32) {
    // What is gone already needs no ending.
    Command::new("kill")
        .args(["-KILL", "--", &format!("-{group}")])
        .stderr(Stdio::null())
        .status()
        .ok();
}
