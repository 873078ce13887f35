//! Copies of a running server, and bringing one back to a moment. A copy alone is the state at its end; with the changes that were
//! archived since, it is any state after that.

use super::{
    Settings,
    account::Account,
    error::{ClusterError, at},
    home::{Home, make_private},
    making::succeeded,
    programs::Programs,
};
use std::{
    fs::{self, File},
    io::Write,
    path::Path,
};

/// Characters that a folder of the archive must not have: three programs would each read them in their own way.
const UNSAFE: [char; 6] = ['\'', '"', '\\', '%', '$', '`'];

/// Makes a folder that the server's account writes to and nobody else opens.
pub fn private_folder(folder: &Path) -> Result<(), ClusterError> {
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(at("make", parent))?;
    }
    make_private(folder, &Account::find()?)
}

/// What PostgreSQL runs for each piece of changes to keep it in this folder (`archive_command`): whole or not at all, never in the
/// place of another, and content with what it has kept before.
pub fn archive_command(folder: &Path) -> Result<String, ClusterError> {
    let folder = safe(folder)?;
    Ok(format!(
        "cmp -s '%p' '{folder}/%f' || (test ! -e '{folder}/%f' && cp '%p' '{folder}/%f.part' && sync '{folder}/%f.part' \
         && mv '{folder}/%f.part' '{folder}/%f')"
    ))
}

/// Copies the running server at `url`, as a role that may replicate, into a new folder, and checks every file of the copy against its
/// hash.
pub fn copy(settings: &Settings, url: &str, to: &Path) -> Result<(), ClusterError> {
    let account = Account::find()?;
    let programs = Programs::find(settings.programs.as_deref(), None)?;
    let copying = account
        .command(&programs.path("pg_basebackup"))
        .args(["--checkpoint=fast", "--wal-method=stream", "--no-password"])
        .args(["--manifest-checksums=SHA256", "-d", url, "-D"])
        .arg(to)
        .output();
    succeeded("pg_basebackup", copying.map_err(at("run", to))?)?;
    let checking = account
        .command(&programs.path("pg_verifybackup"))
        .arg("--quiet")
        .arg(to)
        .output();
    succeeded("pg_verifybackup", checking.map_err(at("run", to))?)
}

/// Makes the data of a new server from a copy and the archive: to the moment `until`, as PostgreSQL reads times, or as far as the
/// archive goes. It is brought up like any other (`Cluster::start`), archives nothing, and touches neither the copy nor the archive.
pub fn restore(
    settings: &Settings,
    copy: &Path,
    archive: &Path,
    until: Option<&str>,
) -> Result<(), ClusterError> {
    let account = Account::find()?;
    let home = Home::choose(&settings.homes, &account)?;
    let (data, new) = (home.data(), home.folder.join("data.new"));
    if data.exists() || new.exists() {
        return Err(at("restore over", &data)(
            std::io::ErrorKind::AlreadyExists.into(),
        ));
    }
    let copying = account
        .command(Path::new("cp"))
        .arg("-a")
        .arg(copy)
        .arg(&new)
        .output();
    succeeded("cp", copying.map_err(at("copy", copy))?)?;
    let settings = new.join("postgresql.auto.conf");
    let mut text = format!(
        "\nrestore_command = 'cp ''{}/%f'' ''%p'''\nrecovery_target_action = 'promote'\narchive_mode = off\n",
        safe(archive)?
    );
    if let Some(until) = until {
        let until = until.replace('\'', "''");
        text.push_str(&format!("recovery_target_time = '{until}'\n"));
    }
    let mut file = File::options()
        .append(true)
        .create(true)
        .open(&settings)
        .map_err(at("open", &settings))?;
    file.write_all(text.as_bytes())
        .map_err(at("write", &settings))?;
    account.give(&settings)?;
    let signal = new.join("recovery.signal");
    File::create(&signal).map_err(at("make", &signal))?;
    account.give(&signal)?;
    fs::rename(&new, &data).map_err(at("make", &data))
}

fn safe(folder: &Path) -> Result<&str, ClusterError> {
    match folder.to_str() {
        Some(text) if folder.is_absolute() && !text.contains(UNSAFE) => Ok(text),
        _ => Err(at("archive to", folder)(
            std::io::ErrorKind::InvalidInput.into(),
        )),
    }
}
