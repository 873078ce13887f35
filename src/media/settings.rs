//! Where the files lie, as the environment names it: `OC_MEDIA` is a folder or `s3://bucket/folder`, and the rest is for the
//! second.

use std::{fmt, path::PathBuf};

/// The place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A folder of this machine, or one that several machines share.
    Folder(PathBuf),
    /// Whoever speaks S3.
    Bucket(Bucket),
}

/// A bucket, and what opens it.
#[derive(Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Its name.
    pub name: String,
    /// A folder in it; empty for none.
    pub folder: String,
    /// Who keeps it; `None` is Amazon.
    pub endpoint: Option<String>,
    /// Where it is.
    pub region: String,
    /// Who we are there.
    pub key_id: String,
    /// What proves it.
    pub key: String,
}

impl fmt::Debug for Bucket {
    /// Without the key: settings are printed when something is wrong with them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Bucket")
            .field("name", &self.name)
            .field("folder", &self.folder)
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .finish_non_exhaustive()
    }
}

/// Reads the place, or says which variables cannot be used and why. `None` is the usual folder.
pub fn read(
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Option<Place>, Vec<(String, String)>> {
    let text = |name: &str| {
        let found = variable(name).map(|value| value.trim().to_owned());
        found.filter(|value| !value.is_empty())
    };
    let Some(place) = text("OC_MEDIA") else {
        return Ok(None);
    };
    let Some(bucket) = place.strip_prefix("s3://") else {
        return match place.contains("://") {
            true => Err(vec![(
                "OC_MEDIA".to_owned(),
                "must be a folder, or s3:// and a bucket".to_owned(),
            )]),
            false => Ok(Some(Place::Folder(PathBuf::from(place)))),
        };
    };
    let (name, folder) = bucket.split_once('/').unwrap_or((bucket, ""));
    let endpoint = text("OC_MEDIA_ENDPOINT");
    let mut wrong = Vec::new();
    let mut demand = |broken: bool, name: &str, why: &str| {
        if broken {
            wrong.push((name.to_owned(), why.to_owned()));
        }
    };
    demand(name.is_empty(), "OC_MEDIA", "names no bucket");
    let is_address = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    demand(
        endpoint.as_ref().is_some_and(|url| !is_address(url)),
        "OC_MEDIA_ENDPOINT",
        "must be https:// and a host",
    );
    let needed = ["OC_MEDIA_KEY_ID", "OC_MEDIA_KEY"].map(|name| (name, text(name)));
    for (name, given) in &needed {
        demand(given.is_none(), name, "is required for a bucket");
    }
    let [key_id, key] = needed.map(|(_, given)| given.unwrap_or_default());
    if !wrong.is_empty() {
        return Err(wrong);
    }
    Ok(Some(Place::Bucket(Bucket {
        name: name.to_owned(),
        folder: folder.trim_matches('/').to_owned(),
        endpoint: endpoint.map(|url| url.trim_end_matches('/').to_owned()),
        region: text("OC_MEDIA_REGION").unwrap_or_else(|| "us-east-1".to_owned()),
        key_id,
        key,
    })))
}
