//! Payloads.

use crate::{base::ids::FileExportId, queue::Job};
use serde::{Deserialize, Serialize};

/// Make the file with everything that somebody asked for.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MakeExport {
    /// Which.
    pub export: FileExportId,
}

impl Job for MakeExport {
    const NAME: &'static str = "make_export";
    const ATTEMPTS: i32 = 4;
    // Letters and ways in come first.
    const PRIORITY: i16 = -10;
}
