//! Every kind of problem has a sample, named after its code, and what a person reads about it is reviewed.

use breachbook::playbook;
use breachbook::source::{Code, Source};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/playbooks/bad")
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Samples by name: one file, or a folder of files.
fn samples() -> Vec<(String, Vec<Source>)> {
    let entries = |folder: &Path| {
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder).expect("the folder is in the tree").map(|e| e.expect("readable").path()).collect();
        paths.sort();
        paths
    };
    let source = |path: &Path| Source::new(name(path), fs::read_to_string(path).expect("samples are UTF-8"));
    entries(&folder())
        .iter()
        .map(|path| {
            let files = if path.is_dir() { entries(path) } else { vec![path.clone()] };
            let title = name(path).trim_end_matches(".toml").to_owned();
            (title, files.iter().map(|file| source(file)).collect())
        })
        .collect()
}

/// Too large to keep as files.
fn large_samples() -> Vec<(&'static str, Vec<Source>)> {
    let repeated = |times, text: fn(usize) -> String| -> String {
        (0..times).map(text).fold("schema = 1\n".to_owned(), |all, one| all + &one)
    };
    let roles = repeated(7_501, |n| format!("[[role]]\nid = \"r{n}\"\ntitle = \"R\"\ncite = []\n"));
    let roles: Vec<_> = (0..4).map(|n| Source::new(format!("{n}.toml"), roles.clone())).collect();
    let keys = repeated(300, |n| format!("key_{n} = 1\n"));
    vec![
        ("file-too-large", vec![Source::new("large.toml", "#".repeat(512 * 1024 + 1))]),
        ("too-many-files", (0..65).map(|n| Source::new(format!("{n}.toml"), "schema = 1\n")).collect()),
        ("too-many-tables", roles),
        ("too-many-problems", vec![Source::new("keys.toml", keys)]),
    ]
}

#[test]
fn every_sample_shows_its_problem_and_nothing_else_grave() {
    for (title, sources) in samples() {
        let wanted = title.split("--").next().unwrap_or_default();
        let loaded = playbook::load(&sources);
        let found: BTreeSet<&str> = loaded.problems.iter().map(|p| p.code.word()).collect();
        assert!(found.contains(wanted), "{title}: {found:?}");
        let grave = loaded.problems.iter().any(breachbook::source::Problem::is_error);
        assert_eq!(loaded.playbook.is_none(), grave, "{title}: errors stop a playbook, warnings do not");
        insta::assert_snapshot!(title, loaded.rendered(&sources));
    }
}

#[test]
fn every_code_has_a_sample_and_is_unique() {
    let mut sampled: BTreeSet<String> =
        samples().iter().map(|(title, _)| title.split("--").next().unwrap_or_default().to_owned()).collect();
    for (code, sources) in large_samples() {
        let loaded = playbook::load(&sources);
        assert!(loaded.problems.iter().any(|p| p.code.word() == code), "{code}");
        assert!(loaded.playbook.is_none(), "{code}");
        sampled.insert(code.to_owned());
    }
    let every = [Code::OF_ANY_FILE, Code::OF_PLAYBOOKS].concat();
    let codes: BTreeSet<String> = every.iter().map(|code| code.word().to_owned()).collect();
    assert_eq!(codes.len(), every.len(), "two codes have the same word");
    assert_eq!(codes, sampled);
    for code in every {
        let kebab = code.word().bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(kebab && code.meaning().ends_with('.') && code.what_to_do().ends_with('.'), "{code:?}");
    }
}

#[test]
fn several_problems_are_found_in_one_reading() {
    let text =
        "schema = 1\n[playbook]\nid = \"X\"\n[[phase]]\nid = \"p\"\ntitle = 5\n[[task]]\nid = \"t\"\nverb = \"shal\"\n";
    let sources = [Source::new("x.toml", text)];
    let loaded = playbook::load(&sources);
    insta::assert_snapshot!("several", loaded.rendered(&sources));
}
