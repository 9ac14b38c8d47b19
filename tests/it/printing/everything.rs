//! What a case has, in each kind of file; where the case cannot be written to; and under names that nobody would choose.

use super::{export, run};
use crate::support::program::Home;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const PAGES: [&str; 7] = ["action-record", "log", "decisions", "calls", "briefing", "incident-report", "review"];

/// How a file of each kind begins; Markdown is any text.
const BEGINS: [(&str, &[u8]); 5] =
    [("md", b""), ("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-1.7"), ("docx", b"PK\x03\x04"), ("json", b"{")];

#[test]
fn every_page_of_a_case_leaves_as_each_kind_of_file() {
    let (home, case) = Home::with_case();
    home.record(&case, &["note", "The list lies in the wrong folder"]);
    home.record(&case, &["row", "affected_individuals", "Ann Lee"]);
    let mut of_each = Vec::new();
    for (format, begins) in BEGINS {
        let files = if format == "json" {
            PAGES.iter().flat_map(|page| export(&home, &case, &["--what", page, "--as", format])).collect()
        } else {
            export(&home, &case, &["--what", "all", "--as", format])
        };
        for path in &files {
            let bytes = fs::read(path).unwrap();
            assert!(bytes.starts_with(begins) && bytes.len() > 100, "{}: {} bytes", path.display(), bytes.len());
        }
        let names = files.iter().map(|path| path.file_stem().unwrap().to_string_lossy().into_owned());
        let names: BTreeSet<_> = names.collect();
        assert_eq!(names.len(), files.len(), "{names:?}");
        for page in PAGES {
            assert!(names.iter().any(|name| name.ends_with(page)), "{page} as {format}: {names:?}");
        }
        of_each.push(names);
    }
    assert!(of_each[..4].windows(2).all(|two| two[0] == two[1]), "{of_each:#?}");
}

/// The names of every file below a folder.
fn below(folder: &Path) -> BTreeSet<std::path::PathBuf> {
    let mut all = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(below(&path));
        }
        all.insert(path);
    }
    all
}

#[cfg(unix)]
#[test]
fn a_case_that_takes_no_entry_gives_its_file_all_the_same() {
    use std::os::unix::fs::PermissionsExt;
    let (home, case) = Home::with_case();
    let folder = home.cases().join(&case);
    let journals = folder.join("journals");
    let mode = |mode| fs::set_permissions(&journals, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o500);
    // Whoever may write in spite of that, as the superuser may, cannot see what is meant here.
    if fs::write(journals.join("probe"), "").is_ok() {
        fs::remove_file(journals.join("probe")).unwrap();
        mode(0o700);
        return;
    }
    let before = below(&folder);
    let out = home.path().join("log.md");
    let ran = run(&home, &case, &["--what", "log", "--as", "md", "--out", out.to_str().unwrap()]);
    mode(0o700);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert_eq!(ran.out.trim_end(), out.canonicalize().unwrap().to_str().unwrap());
    assert!(!fs::read(&out).unwrap().is_empty());
    assert!(ran.err.contains("The file is whole, but the record of"), "{ran:?}");
    assert!(!home.run(&["log", &case]).out.contains("Printed"), "what is not recorded is not said to be");
    assert_eq!(below(&folder), before);
}

#[cfg(unix)]
#[test]
fn whatever_a_case_is_called_its_files_have_safe_names() {
    let names = ["my case", "it's \"q\" `x`", "a\u{202e}fdp.exe", "-rf", "..hidden", "...", "$(id)&;|", "l\u{e9}a\nb"];
    let (home, case) = Home::with_case();
    for name in names {
        let folder = home.cases().join(name);
        fs::rename(home.cases().join(&case), &folder).unwrap();
        let ran = home.run(&["export", "--what", "log", "--as", "md", "--", folder.to_str().unwrap()]);
        assert_eq!(ran.code, 0, "{name:?}: {ran:?}");
        assert!(!ran.err.contains(['\u{202e}', '\u{1b}']), "{ran:?}");
        for path in below(&folder.join("documents")) {
            let file = path.file_name().unwrap().to_str().unwrap();
            let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '.');
            assert!(file.chars().all(plain) && !file.starts_with(['-', '.']), "{name:?}: {file}");
            assert!(file.len() < 120 && !file.contains(".."), "{name:?}: {file}");
        }
        fs::rename(&folder, home.cases().join(&case)).unwrap();
    }
}
