//! Waiting for asynchronous work from anywhere: a plain test, a thread of it, or inside another runtime.

use std::{
    sync::{LazyLock, mpsc},
    time::Duration,
};
use tokio::runtime::{Builder, Runtime};

/// Longer than any wait that is meant, so that a test which hangs says so.
const LONGEST: Duration = Duration::from_secs(120);

/// One for the whole binary: connections of the browsers outlive single waits.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
});

/// Runs `work` to its end on the tests' own runtime and gives back what it gave.
pub fn wait_for<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let (done, answer) = mpsc::sync_channel(1);
    RUNTIME.spawn(async move {
        let value = work.await;
        // Nobody listens any more when the test has failed meanwhile.
        done.send(value).ok();
    });
    answer
        .recv_timeout(LONGEST)
        .expect("the work panicked (see above) or did not end")
}

/// Begins `work` on that runtime, beside whatever the test does.
pub fn begin(work: impl Future<Output = ()> + Send + 'static) {
    RUNTIME.spawn(work);
}
