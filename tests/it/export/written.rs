//! Pages as files of every format: the same in another process, another zone and another home; and where they are put for other
//! programs to look at (`.ci/office`).

use super::sheets;
use breachbook::export::{docx, html, markdown};
use breachbook::report::Sheet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Names a folder for the files. Set, the test below writes them there and nothing else.
const FOLDER: &str = "BREACHBOOK_PAGES";

fn pages() -> Vec<(&'static str, Sheet)> {
    vec![
        ("action-record", sheets::action_record(60)),
        ("everything", sheets::everything()),
        ("hostile-page", sheets::hostile_page()),
        ("hostile-letter", sheets::hostile_letter()),
    ]
}

/// Where files stay for other programs when the tests have ended.
pub(crate) fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("office");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A page in each format for people and offices.
pub(crate) fn write(folder: &Path, name: &str, sheet: &Sheet) {
    fs::write(folder.join(format!("{name}.md")), markdown::write(sheet)).unwrap();
    fs::write(folder.join(format!("{name}.html")), html::write(sheet)).unwrap();
    fs::write(folder.join(format!("{name}.docx")), docx::write(sheet).unwrap()).unwrap();
}

fn write_into(folder: &Path) {
    for (name, sheet) in pages() {
        write(folder, name, &sheet);
    }
}

#[test]
fn pages_are_the_same_in_another_process_zone_and_home() {
    if let Some(folder) = env::var_os(FOLDER) {
        return write_into(Path::new(&folder));
    }
    let here = folder();
    let there = tempfile::tempdir().unwrap();
    write_into(&here);
    let again = Command::new(env::current_exe().unwrap())
        .args(["--exact", "export::written::pages_are_the_same_in_another_process_zone_and_home"])
        .env(FOLDER, there.path())
        .env("HOME", there.path())
        .env("TZ", "Pacific/Kiritimati")
        .env("LANG", "de_DE.UTF-8")
        .output()
        .unwrap();
    assert!(again.status.success(), "{again:?}");
    let mut compared = 0;
    for entry in fs::read_dir(there.path()).unwrap() {
        let path = entry.unwrap().path();
        let other = fs::read(here.join(path.file_name().unwrap())).unwrap();
        assert!(fs::read(&path).unwrap() == other, "{}", path.display());
        compared += 1;
    }
    assert!(compared >= 3 * pages().len(), "{compared}");
}
