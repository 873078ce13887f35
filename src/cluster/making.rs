//! Makes the data directory, and writes the settings it runs with.

use super::{
    error::{ClusterError, at},
    running::Server,
};
use std::{
    fs::{self, File},
    io::Write,
    path::Path,
    process::{Output, Stdio},
};

/// Run once, by the server in single-user mode: nobody ever has to connect as the superuser. One command a line.
/// The owner may make roles (a migration makes the one that requests take) and databases (tests clone one each).
const FIRST_WORDS: &str = "\
CREATE ROLE omotenashi LOGIN NOSUPERUSER NOBYPASSRLS NOREPLICATION CREATEDB CREATEROLE
CREATE DATABASE omotenashi OWNER omotenashi
";

/// For tests, where a crash of the machine only means making the server again.
const FORGETFUL: &str = "\
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
checkpoint_timeout = 1h
autovacuum = off
shared_buffers = 128MB
";

/// Said although they are the defaults, because promises rest on them.
const DURABLE: &str = "\
fsync = on
synchronous_commit = on
full_page_writes = on
shared_buffers = 256MB
";

/// What both kinds share. Texts of errors are matched, so they are English; values people typed stay out of the log.
const ALWAYS: &str = "\
listen_addresses = ''
port = 5432
unix_socket_permissions = 0700
cluster_name = 'omotenashi'
lc_messages = 'C'
timezone = 'UTC'
log_timezone = 'UTC'
log_parameter_max_length = 0
log_parameter_max_length_on_error = 0
log_error_verbosity = terse
jit = off
";

impl Server<'_> {
    /// Makes the data beside its place and moves it there when it is whole, so that half-made data is never found.
    pub(super) fn make(&self) -> Result<(), ClusterError> {
        let new = self.home.folder.join("data.new");
        if new.exists() {
            fs::remove_dir_all(&new).map_err(at("remove", &new))?;
        }
        let mut initdb = self.account.command(&self.programs.path("initdb"));
        initdb
            .args(["--username=postgres", "--auth=trust", "--encoding=UTF8"])
            // Plain C would find no trigrams in Japanese and fold no full-width letters.
            .args(["--locale=C.UTF-8", "--data-checksums"])
            .arg("-D")
            .arg(&new)
            .stdin(self.start_lock_for_child()?);
        if !self.settings.durable {
            initdb.arg("--no-sync");
        }
        succeeded("initdb", initdb.output().map_err(at("run", &new))?)?;
        let configuration = new.join("postgresql.conf");
        File::options()
            .append(true)
            .open(&configuration)
            .and_then(|mut file| file.write_all(b"\ninclude_if_exists = 'omotenashi.conf'\n"))
            .map_err(at("write", &configuration))?;
        self.say_first_words(&new)?;
        let data = self.home.data();
        fs::rename(&new, &data).map_err(at("make", &data))
    }

    /// Writes the settings anew, as every start does: they are the program's, not the data's.
    pub(super) fn configure(&self) -> Result<(), ClusterError> {
        let path = self.home.data().join("omotenashi.conf");
        let sockets = self.home.sockets.to_string_lossy().replace('"', "\"\"");
        let text = format!(
            "{ALWAYS}{}max_connections = {}\nunix_socket_directories = '\"{}\"'\n",
            if self.settings.durable {
                DURABLE
            } else {
                FORGETFUL
            },
            self.settings.max_connections,
            sockets.replace('\\', "\\\\").replace('\'', "''"),
        );
        fs::write(&path, text).map_err(at("write", &path))?;
        self.account.give(&path)
    }

    fn say_first_words(&self, data: &Path) -> Result<(), ClusterError> {
        let postgres = self.programs.path("postgres");
        let mut child = self
            .account
            .command(&postgres)
            .args(["--single", "-c", "exit_on_error=true", "-D"])
            .arg(data)
            .arg("postgres")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(at("run", &postgres))?;
        if let Some(mut stdin) = child.stdin.take() {
            // When it ended early it says why below, which is worth more than the broken pipe.
            drop(stdin.write_all(FIRST_WORDS.as_bytes()));
        }
        succeeded(
            "postgres --single",
            child.wait_with_output().map_err(at("run", &postgres))?,
        )
    }
}

/// Turns what a program said into an error, if it failed.
pub(super) fn succeeded(program: &str, output: Output) -> Result<(), ClusterError> {
    if output.status.success() {
        return Ok(());
    }
    Err(ClusterError::Failed {
        program: program.to_owned(),
        said: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
    })
}
