//! How long we wait for what is sent to us: who sends a form one byte a minute keeps a place from somebody else.

use actix_web::{
    HttpMessage,
    dev::{Payload, ServiceRequest},
    error::PayloadError,
    web::Bytes,
};
use futures_util::{Stream, StreamExt, stream};
use std::{io, pin::Pin, time::Duration};
use tokio::time::{Instant, timeout_at};

/// How long the first piece of what is sent may take, and any pause on the way.
const BEGINNING: Duration = Duration::from_secs(10);
/// So many bytes buy another second: a slow line in the mountains is faster.
const BYTES_A_SECOND: usize = 4 * 1024;

/// Ends what is sent with a request when it comes too slowly; whoever reads it is told [`is_too_slow`].
pub fn limit(request: &mut ServiceRequest) {
    let body = request.take_payload();
    if matches!(body, Payload::None) {
        return;
    }
    let state = (body, Instant::now() + BEGINNING);
    let limited: Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>> =
        Box::pin(stream::unfold(Some(state), |state| async {
            let (mut body, until) = state?;
            match timeout_at(until, body.next()).await {
                Ok(Some(Ok(piece))) => {
                    let until = until + earned(piece.len());
                    Some((Ok(piece), Some((body, until))))
                }
                Ok(Some(Err(error))) => Some((Err(error), None)),
                Ok(None) => None,
                Err(_elapsed) => Some((Err(too_slow()), None)),
            }
        }));
    request.set_payload(limited.into());
}

/// How much longer we wait for such a piece.
fn earned(bytes: usize) -> Duration {
    Duration::from_micros((bytes as u64).saturating_mul(1_000_000) / BYTES_A_SECOND as u64)
}

fn too_slow() -> PayloadError {
    PayloadError::Io(io::ErrorKind::TimedOut.into())
}

/// Whether reading what was sent failed because it came too slowly.
pub fn is_too_slow(error: &actix_web::Error) -> bool {
    matches!(error.as_error::<PayloadError>(), Some(PayloadError::Io(why)) if why.kind() == io::ErrorKind::TimedOut)
}
