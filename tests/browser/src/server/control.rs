//! The counters as JSON, for people and scripts beside the tests.

use std::{convert::Infallible, sync::Arc};

use http_body_util::Full;
use hyper::{Response, body::Bytes, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

use super::counts::Counts;

/// Answers every request with the counters of that moment.
pub async fn serve(listener: TcpListener, counts: Arc<Counts>) {
    while let Ok((stream, _)) = listener.accept().await {
        let counts = Arc::clone(&counts);
        tokio::spawn(async move {
            let service = service_fn(|_| async {
                let json = serde_json::to_vec_pretty(&counts.snapshot()).unwrap_or_default();
                Ok::<_, Infallible>(Response::new(Full::new(Bytes::from(json))))
            });
            http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await
                .ok()
        });
    }
}
