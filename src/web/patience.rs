//! How long we wait for what is sent to us: who sends a form one byte a minute keeps a place from somebody else.

use actix_web::{
    HttpMessage,
    dev::{Payload, ServiceRequest},
    error::PayloadError,
    web::Bytes,
};
use futures_util::{Stream, StreamExt};
use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::time::{Sleep, sleep};

/// How long the first piece of what is sent may take, and any pause on the way.
const BEGINNING: Duration = Duration::from_secs(10);
/// So many bytes buy another second: a slow line in the mountains is faster.
const BYTES_A_SECOND: usize = 4 * 1024;

/// What is left unread of a request keeps its line for so long, and then the line is closed.
const AFTERWARDS: Duration = Duration::from_secs(1);

/// Ends what is sent with a request when it comes too slowly; whoever reads it is told [`is_too_slow`].
pub fn limit(request: &mut ServiceRequest) {
    let body = request.take_payload();
    if matches!(body, Payload::None) {
        return;
    }
    let awaited: Pin<Box<dyn Stream<Item = Result<Bytes, PayloadError>>>> = Box::pin(Awaited {
        body: Some(body),
        alarm: Box::pin(sleep(BEGINNING)),
    });
    request.set_payload(awaited.into());
}

/// What is sent, until an alarm goes off.
struct Awaited {
    body: Option<Payload>,
    alarm: Pin<Box<Sleep>>,
}

impl Stream for Awaited {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        let Some(body) = &mut this.body else {
            return Poll::Ready(None);
        };
        match body.poll_next_unpin(context) {
            Poll::Ready(Some(Ok(piece))) => {
                let until = this.alarm.deadline() + earned(piece.len());
                this.alarm.as_mut().reset(until);
                Poll::Ready(Some(Ok(piece)))
            }
            Poll::Ready(end) => {
                this.body = None;
                Poll::Ready(end)
            }
            Poll::Pending => this
                .alarm
                .as_mut()
                .poll(context)
                .map(|()| Some(Err(too_slow()))),
        }
    }
}

impl Drop for Awaited {
    /// The server reads on for ever what comes in pieces and nobody wants any more, but closes the line when somebody still
    /// wants it and has been answered.
    fn drop(&mut self) {
        if let Some(body) = self.body.take() {
            actix_web::rt::spawn(async move {
                sleep(AFTERWARDS).await;
                drop(body);
            });
        }
    }
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
