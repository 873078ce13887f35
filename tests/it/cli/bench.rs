//! A very short bench: the report has its shape, every operation was done, and nothing is left behind. How fast it was
//! is not judged here.

use crate::support::place;
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn bench(arguments: &[&str], data: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_omotenashi"))
        .arg("bench")
        .args(arguments)
        .env("XDG_DATA_HOME", data)
        .env_remove("DATABASE_URL")
        .current_dir(data)
        .output()
        .unwrap()
}

/// A new folder that the lesser account of a database can walk into.
fn folder() -> tempfile::TempDir {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::Builder::new()
        .prefix("oc-")
        .tempdir_in(place::root())
        .unwrap();
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
    folder
}

/// The cells of the line of a row, without the outer bars.
fn cells<'a>(report: &'a str, code: &str) -> Vec<&'a str> {
    let start = format!("| {code} |");
    let line = report.lines().find(|line| line.starts_with(&start));
    let line = line.unwrap_or_else(|| panic!("no row {code} in\n{report}"));
    line.trim_matches('|').split('|').map(str::trim).collect()
}

/// The figure that a cell begins with.
fn figure(cell: &str) -> f64 {
    let end = cell.find(|c: char| !c.is_ascii_digit() && c != '.');
    let text = &cell[..end.unwrap_or(cell.len())];
    text.parse()
        .unwrap_or_else(|_| panic!("no figure: {cell:?}"))
}

#[test]
fn a_short_bench_measures_every_kind_of_row_and_leaves_nothing_behind() {
    let data = folder();
    let only = "P1,P2w,P4,P5,P6,P9,P12,P13";
    let asked = [
        "--seconds",
        "0.2",
        "--rounds",
        "1",
        "--clients",
        "2",
        "--races",
        "4",
        "--only",
        only,
    ];
    let said = bench(&asked, data.path());
    let report = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    for (code, is_page) in [
        ("P1", true),
        ("P1z", true),
        ("P2w", true),
        ("P4", true),
        ("P5", false),
        ("P5h", false),
        ("P6", true),
        ("P6c", true),
    ] {
        let cells = cells(&report, code);
        assert_eq!(cells.len(), 12, "{cells:?}");
        assert_eq!(figure(cells[2]) > 1.0, is_page, "kilobytes: {cells:?}");
        assert!(figure(cells[3]) > 0.0, "CPU: {cells:?}");
        assert!(figure(cells[5]) > 0.0, "rate: {cells:?}");
        let (_, times) = cells[5].split_once(", ").unwrap();
        let (half, most) = times.split_once(" / ").unwrap();
        assert!(
            figure(half) > 0.0 && figure(half) <= figure(most),
            "{cells:?}"
        );
        assert!(
            figure(cells[8]) > 0.0 && figure(cells[9]) > 0.0,
            "beside pgbench: {cells:?}"
        );
        let has_file = !matches!(code, "P4" | "P5" | "P5h");
        assert_eq!(cells[6] != "-", has_file, "beside a file: {cells:?}");
    }
    assert!(
        !report.contains("| P2 |"),
        "only what was asked for: {report}"
    );
    let race = cells(&report, "P9");
    let one_each = "winners {1: 4}, claims {1: 4}, answers {303: 4, 409: 124}";
    assert!(race[2].starts_with(one_each), "{race:?}");
    assert!(figure(cells(&report, "P12")[2]) > 1.0);
    assert!(figure(cells(&report, "P13")[2]) > 1.0);
    assert_eq!(left_in(data.path()), Vec::<PathBuf>::new());
}

#[test]
fn what_cannot_be_measured_is_refused_before_anything_is_made() {
    let data = folder();
    for asked in [
        ["--only", "P99"],
        ["--rounds", "0"],
        ["--clients", "0"],
        ["--seconds", "0"],
    ] {
        let said = bench(&asked, data.path());
        assert!(
            !said.status.success() && said.stdout.is_empty(),
            "{asked:?}"
        );
        assert_eq!(left_in(data.path()), Vec::<PathBuf>::new());
    }
}

/// Folders of databases under a folder.
fn left_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with("bench-")
            {
                found.push(path);
            } else if path.is_dir() {
                folders.push(path);
            }
        }
    }
    found
}
