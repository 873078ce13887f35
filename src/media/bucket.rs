//! Opening a bucket: its keeper is asked in bounded time and never on to where it sends.

use super::{settings::Bucket, store::StoreError};
use object_store::{
    ClientOptions, ObjectStore, RetryConfig,
    aws::AmazonS3Builder,
    client::{HttpClient, HttpConnector},
    prefix::PrefixStore,
};
use reqwest::{Client, redirect::Policy};
use rustls::crypto::{CryptoProvider, ring};
use std::{sync::Arc, time::Duration};

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is asked again, and for how long in all.
const RETRIES: usize = 2;

/// Our own way of asking, in the place of the library's.
#[derive(Debug)]
struct Ours(Client);

impl HttpConnector for Ours {
    fn connect(&self, _options: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.0.clone()))
    }
}

pub(super) fn open(bucket: &Bucket) -> Result<Arc<dyn ObjectStore>, StoreError> {
    let unusable = |error: String| StoreError::Unusable(error);
    // Where somebody has chosen one already, that is as good.
    if CryptoProvider::get_default().is_none() {
        ring::default_provider().install_default().ok();
    }
    let client = Client::builder()
        .redirect(Policy::none())
        .timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        // Each worker has a runtime of its own, and a connection belongs to the one that opened it.
        .pool_max_idle_per_host(0)
        .user_agent("omotenashi-connect")
        .build()
        .map_err(|error| unusable(error.to_string()))?;
    let mut builder = AmazonS3Builder::new()
        .with_bucket_name(&bucket.name)
        .with_region(&bucket.region)
        .with_access_key_id(&bucket.key_id)
        .with_secret_access_key(&bucket.key)
        .with_retry(RetryConfig {
            max_retries: RETRIES,
            retry_timeout: PATIENCE,
            ..RetryConfig::default()
        })
        .with_http_connector(Ours(client));
    if let Some(endpoint) = &bucket.endpoint {
        builder = builder
            .with_endpoint(endpoint)
            .with_allow_http(endpoint.starts_with("http://"));
    }
    let store = builder
        .build()
        .map_err(|error| unusable(error.to_string()))?;
    Ok(match bucket.folder.as_str() {
        "" => Arc::new(store),
        folder => Arc::new(PrefixStore::new(store, folder)),
    })
}
