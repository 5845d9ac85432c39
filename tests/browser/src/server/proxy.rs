//! A CONNECT proxy that knows one destination. Every other host is refused and counted.

use std::{net::SocketAddr, sync::Arc};

use anyhow::{Result, bail};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, copy_bidirectional},
    net::{TcpListener, TcpStream},
};

use super::{HOSTS, counts::Counts};

/// Accepts connections until the task is ended.
pub async fn serve(listener: TcpListener, pages: SocketAddr, counts: Arc<Counts>) {
    while let Ok((stream, _)) = listener.accept().await {
        let counts = Arc::clone(&counts);
        // A browser that hangs up in the middle is no fault of the server's.
        tokio::spawn(async move { tunnel(stream, pages, &counts).await.ok() });
    }
}

async fn tunnel(stream: TcpStream, pages: SocketAddr, counts: &Counts) -> Result<()> {
    let mut browser = BufReader::new(stream);
    let mut request = String::new();
    if browser.read_line(&mut request).await? == 0 {
        // Opened ahead of need and closed again: nothing was asked for.
        return Ok(());
    }
    let mut header = String::new();
    while browser.read_line(&mut header).await? > 2 {
        header.clear();
    }

    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_ours = method == "CONNECT" && HOSTS.iter().any(|host| target == format!("{host}:443"));
    if !is_ours {
        counts.refuse(target);
        browser
            .write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")
            .await?;
        bail!("refused {method} {target}");
    }
    browser
        .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
        .await?;
    copy_bidirectional(&mut browser, &mut TcpStream::connect(pages).await?).await?;
    Ok(())
}
