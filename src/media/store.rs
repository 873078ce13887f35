//! Where files lie: put there whole or not at all, and given back by their name.

use super::{bucket, settings::Place};
use chrono::{DateTime, Utc};
use futures_util::{TryStreamExt, future::ready};
use object_store::{
    ObjectStore, ObjectStoreExt, PutPayload, local::LocalFileSystem, memory::InMemory, path::Path,
};
use std::{fmt, sync::Arc};

/// The place, open.
#[derive(Clone)]
pub struct Store(Arc<dyn ObjectStore>);

/// Why a file was not put or given.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The settings name no place that can be used.
    #[error("{0}")]
    Unusable(String),
    /// The place does not answer, or has no room.
    #[error("{0}")]
    Failed(String),
}

impl Default for Store {
    /// Memory: what lies there is gone with the program.
    fn default() -> Self {
        Self(Arc::new(InMemory::new()))
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// The place that the settings name. A folder is made; whether a bucket answers shows later.
    pub fn open(place: &Place) -> Result<Self, StoreError> {
        match place {
            Place::Bucket(settings) => bucket::open(settings).map(Self),
            Place::Folder(folder) => {
                let unusable =
                    |error: String| StoreError::Unusable(format!("{}: {error}", folder.display()));
                std::fs::create_dir_all(folder).map_err(|error| unusable(error.to_string()))?;
                let files = LocalFileSystem::new_with_prefix(folder)
                    .map_err(|error| unusable(error.to_string()))?;
                // A file is written beside its place and moved there, and is on the disk before anybody is told of it.
                Ok(Self(Arc::new(files.with_fsync(true))))
            }
        }
    }

    /// Puts a file there. Who reads meanwhile finds none or all of it.
    pub async fn put(&self, name: &str, bytes: Vec<u8>) -> Result<(), StoreError> {
        let put = self.0.put(&path(name)?, PutPayload::from(bytes)).await;
        put.map(|_| ()).map_err(|error| failed(&error))
    }

    /// Gives a file; `None` where there is none.
    pub async fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = match self.0.get(&path(name)?).await {
            Err(object_store::Error::NotFound { .. }) => return Ok(None),
            found => found.map_err(|error| failed(&error))?,
        };
        let bytes = found.bytes().await.map_err(|error| failed(&error))?;
        Ok(Some(bytes.into()))
    }

    /// The folders at the top.
    pub async fn folders(&self) -> Result<Vec<String>, StoreError> {
        let found = self.0.list_with_delimiter(None).await;
        let found = found.map_err(|error| failed(&error))?;
        Ok(found.common_prefixes.iter().map(Path::to_string).collect())
    }

    /// The names of all files in a folder, and in those below it, that lie there unchanged since before `until`.
    pub async fn older(
        &self,
        folder: &str,
        until: DateTime<Utc>,
    ) -> Result<Vec<String>, StoreError> {
        let folder = path(folder)?;
        let files = self.0.list(Some(&folder));
        let old = files.try_filter(|file| ready(file.last_modified < until));
        let names = old.map_ok(|file| file.location.to_string());
        names.try_collect().await.map_err(|error| failed(&error))
    }

    /// Whether a file still lies there unchanged since before `until`.
    pub async fn is_older(&self, name: &str, until: DateTime<Utc>) -> Result<bool, StoreError> {
        match self.0.head(&path(name)?).await {
            Ok(file) => Ok(file.last_modified < until),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(&error)),
        }
    }

    /// Takes a file away; that there is none is as good.
    pub async fn delete(&self, name: &str) -> Result<(), StoreError> {
        match self.0.delete(&path(name)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(&error)),
        }
    }
}

/// A name of ours. One that would lead out of the place is none.
fn path(name: &str) -> Result<Path, StoreError> {
    Path::parse(name).map_err(|error| StoreError::Failed(error.to_string()))
}

fn failed(error: &object_store::Error) -> StoreError {
    StoreError::Failed(error.to_string())
}
