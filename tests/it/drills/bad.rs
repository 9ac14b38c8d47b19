//! Every kind of problem that only scripts have is a sample, named after its code, and what a person reads about it is reviewed.

use breachbook::drill::script::{Loaded, load};
use breachbook::playbook::bundled::open_bundled;
use breachbook::source::{Code, Problem, Source};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn samples() -> Vec<(String, Source)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drills/bad");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let sample = |path: &std::path::PathBuf| {
        let title = path.file_stem().unwrap().to_string_lossy().into_owned();
        (title.clone(), Source::new(format!("{title}.toml"), fs::read_to_string(path).unwrap()))
    };
    paths.iter().map(sample).collect()
}

/// As `drill check` reads it, in a folder where nothing lies beside the script.
fn checked(source: &Source) -> Loaded {
    load(source, &open_bundled).with_files(|_| Err("there is no such file".to_owned()))
}

#[test]
fn every_sample_shows_its_problem_and_an_error_stops_the_script() {
    for (title, source) in samples() {
        let wanted = title.split("--").next().unwrap_or_default();
        let loaded = checked(&source);
        let found: BTreeSet<&str> = loaded.problems.iter().map(|problem| problem.code.word()).collect();
        assert!(found.contains(wanted), "{title}: {found:?}");
        assert_eq!(loaded.script.is_none(), loaded.problems.iter().any(Problem::is_error), "{title}");
        insta::assert_snapshot!(title, loaded.rendered(&source));
    }
}

#[test]
fn every_code_of_scripts_has_a_sample_and_a_word_of_its_own() {
    let sampled: BTreeSet<String> =
        samples().into_iter().map(|(title, _)| title.split("--").next().unwrap_or_default().to_owned()).collect();
    for code in Code::OF_SCRIPTS {
        assert!(sampled.contains(code.word()), "{} has no sample", code.word());
        assert!(code.meaning().ends_with('.') && code.what_to_do().ends_with('.'), "{}", code.word());
    }
    let every: Vec<&str> = [Code::OF_ANY_FILE, Code::OF_PLAYBOOKS, Code::OF_PHONE_LISTS, Code::OF_SCRIPTS]
        .concat()
        .iter()
        .map(|code| code.word())
        .collect();
    let twice: Vec<_> =
        Code::OF_SCRIPTS.iter().filter(|code| every.iter().filter(|word| **word == code.word()).count() > 1).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn a_script_beyond_the_bounds_is_told_in_a_bounded_time() {
    let large = Source::new("large.toml", "#".repeat(512 * 1024 + 1));
    assert_eq!(checked(&large).problems[0].code.word(), "file-too-large");
    let one = |n| format!("[[expect]]\nid = \"e{n}\"\ninject = {n}\nitem = \"escalat\"\n");
    let many = (0..9_000).map(one).collect::<Vec<_>>().concat();
    let many =
        Source::new("many.toml", format!("schema = \"drill/1\"\n[drill]\nid = \"x\"\nplaybook = \"trinity\"\n{many}"));
    let loaded = checked(&many);
    assert!(loaded.script.is_none());
    assert!(loaded.problems.iter().any(|problem| problem.code.word() == "too-many-problems"));
}
